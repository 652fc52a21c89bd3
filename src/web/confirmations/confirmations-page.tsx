import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import {
  confirmEnteredAct,
  type EnteredActView,
  listEnteredActs,
  sendBackEnteredAct,
  withdrawEnteredAct,
} from '../../contract/entered-acts.ts';
import type { Me } from '../../contract/sign-in.ts';
import { checkWithdrawer } from '../../domain/procedure/confirmation.ts';
import { paths } from '../app/paths.ts';
import { formOfAct } from '../lib/act-words.ts';
import { type Address, oneOf, useAddress } from '../lib/address.ts';
import { useCase, useCases } from '../lib/cases.ts';
import { type CallInput, call, newIdempotencyKey } from '../lib/client.ts';
import { dateText, momentText } from '../lib/formats.ts';
import { usePeopledLinkage } from '../lib/linkage.ts';
import { has, useMe } from '../lib/me.ts';
import { namesInState, namesOf } from '../lib/names.ts';
import { clauseWords } from '../lib/words.ts';
import { ClauseTag } from '../ui/clause-tag.tsx';
import { ConfirmButton } from '../ui/confirm-button.tsx';
import { useFeedback } from '../ui/feedback.tsx';
import { ChooseField, FindField } from '../ui/list-filters.tsx';
import { ListPages } from '../ui/list-pages.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { ProblemAlert } from '../ui/problem-alert.tsx';
import { ReasonModal } from '../ui/reason-modal.tsx';
import { StateTag } from '../ui/state-tag.tsx';
import { EmptyView, QueryView } from '../ui/states.tsx';
import { type NameOf, ValueView } from '../ui/value-view.tsx';
import './confirmations.css';

const stateWords = { waiting: '待确认', confirmed: '已确认', 'sent-back': '已退回', withdrawn: '已撤回' } as const;
const stateTones = { waiting: 'soon', confirmed: 'done', 'sent-back': 'overdue', withdrawn: 'off' } as const;
const filters = ['waiting', 'sent-back', 'withdrawn', 'confirmed', 'all'] as const;
type Filter = (typeof filters)[number];

/** Collective decisions the office has entered; a chairperson confirms that the meeting took them, or sends them back. */
export function ConfirmationsPage() {
  const me = useMe();
  const address = useAddress();
  const filter = oneOf(filters, address.value('state')) ?? 'waiting';
  const query = queryOf(address, filter);
  const entered = useQuery({
    queryKey: ['entered', query],
    queryFn: () => call(listEnteredActs, { query }),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <PageHeader
        title="集体决定确认"
        lead="主任会议、常委会会议的决定由办公室登记，经主任会议组成人员确认后生效，记入法定行为链。"
      />
      <Segmented<Filter>
        className="filter"
        aria-label="状态"
        value={filter}
        onChange={(state) => address.change({ state: state === 'waiting' ? undefined : state })}
        options={[
          { value: 'waiting', label: '待确认' },
          { value: 'sent-back', label: '已退回' },
          { value: 'withdrawn', label: '已撤回' },
          { value: 'confirmed', label: '已确认' },
          { value: 'all', label: '全部' },
        ]}
      />
      <Filters address={address} />
      <div className="list-count">
        <p role="status">{entered.data === undefined ? '' : `共${entered.data.total}项`}</p>
      </div>
      <QueryView
        query={entered}
        isEmpty={(data) => data.entered.length === 0}
        empty={<EmptyView text={emptyText(query)} />}
      >
        {(data) => (
          <>
            <ul className="cards">
              {data.entered.map((act) => (
                <li key={act.id} className="card">
                  {me.data === undefined ? null : <Entered act={act} me={me.data} />}
                </li>
              ))}
            </ul>
            <ListPages page={address.page} pageSize={data.pageSize} total={data.total} onTurn={address.turnTo} />
          </>
        )}
      </QueryView>
    </>
  );
}

type Query = NonNullable<CallInput<typeof listEnteredActs>['query']>;

function queryOf(address: Address, filter: Filter): Query {
  return {
    state: filter === 'all' ? undefined : filter,
    text: address.value('text'),
    sort: oneOf(['oldest'], address.value('sort')),
    page: address.page,
  };
}

function emptyText({ state, text }: Query): string {
  if (text !== undefined) return '没有符合条件的决定';
  return state === 'waiting' ? '没有等待确认的决定' : '没有记录';
}

/** Cards have no headings: the order is chosen among what narrows the list, at a desk as well. */
function Filters({ address }: { address: Address }) {
  return (
    <search className="list-bar" aria-label="筛选决定">
      <FindField address={address} title="决定或事项" />
      <ChooseField
        address={address}
        name="sort"
        title="登记从新到旧"
        choices={[{ value: 'oldest', label: '登记从旧到新' }]}
      />
    </search>
  );
}

function Entered({ act, me }: { act: EnteredActView; me: Me }) {
  const nameOf = useNames(act.caseId);
  const form = formOfAct(act.kind);
  const reasons = Object.entries(act.reasons);
  return (
    <article aria-label={act.title}>
      <header className="entered-head">
        <h2>{act.title}</h2>
        <span className="act-marks">
          <ClauseTag id={act.clause} text={clauseWords(act.clause)} />
          <StateTag tone={stateTones[act.state]} text={stateWords[act.state]} />
        </span>
      </header>
      <p className="entered-case">
        <Link to={paths.caseOf(act.caseId)}>{act.caseName}</Link>
      </p>
      <dl className="facts">
        <div>
          <dt>日期</dt>
          <dd>{dateText(act.on)}</dd>
        </div>
        {act.meeting === null ? null : (
          <div>
            <dt>会议</dt>
            <dd>
              {act.meeting.name}（{dateText(act.meeting.date)}），{nameOf(act.meeting.chairId) ?? ''}主持，出席
              {act.meeting.presentIds.length}人：{act.meeting.presentIds.map((id) => nameOf(id) ?? '').join('、')}
            </dd>
          </div>
        )}
        <div>
          <dt>登记</dt>
          <dd>
            {act.enteredByName}，{momentText(act.enteredAt)}
          </dd>
        </div>
        {reasons.map(([code, reason]) => (
          <div key={code}>
            <dt>变通理由</dt>
            <dd>{reason}</dd>
          </div>
        ))}
        {act.sendBackReason === null ? null : (
          <div>
            <dt>退回理由</dt>
            <dd>{act.sendBackReason}</dd>
          </div>
        )}
      </dl>
      <details open={act.state === 'waiting'}>
        <summary>内容</summary>
        {form === undefined ? null : <ValueView input={form} value={act.payload} nameOf={nameOf} />}
      </details>
      {act.state === 'waiting' && has(me, 'chairperson') ? <Decide act={act} /> : null}
      {checkWithdrawer(me, act.enteredBy).length === 0 ? <OfTheOffice act={act} /> : null}
    </article>
  );
}

/** What the office may still do with its entry: take it back while it waits, and fill it in again once it has come back. */
function OfTheOffice({ act }: { act: EnteredActView }) {
  const { message } = useFeedback();
  const client = useQueryClient();
  const withdraw = useMutation({
    mutationFn: () =>
      call(withdrawEnteredAct, { params: { enteredId: act.id }, body: {}, idempotencyKey: newIdempotencyKey() }),
    onSuccess: () => {
      void message.success('已撤回，可以在“已撤回”中改好后重新登记');
      return client.invalidateQueries();
    },
  });
  switch (act.state) {
    case 'waiting':
      return (
        <div className="decide">
          <ProblemAlert error={withdraw.error} />
          <div className="decide-buttons">
            <ConfirmButton
              question={`撤回“${act.title}”？`}
              detail="撤回后不再等待确认，可以在“已撤回”中改好后重新登记。"
              onConfirm={() => withdraw.mutateAsync()}
              button={{ loading: withdraw.isPending }}
            >
              撤回
            </ConfirmButton>
          </div>
        </div>
      );
    case 'sent-back':
    case 'withdrawn':
      return (
        <p className="decide">
          <Link to={paths.act(act.caseId, act.kind)} state={contentOf(act)}>
            改好后重新登记
          </Link>
        </p>
      );
    case 'confirmed':
      return null;
  }
}

/** What was filled in, for a sheet that goes on from there. */
function contentOf({ on, payload, meeting, reasons }: EnteredActView) {
  return { on, payload, reasons, ...(meeting === null ? {} : { meeting }), isInstead: true };
}

function useNames(caseId: string): NameOf {
  const linkage = usePeopledLinkage();
  const loaded = useCase(caseId);
  const organisation = linkage.data === undefined ? new Map() : namesOf(linkage.data.organisation);
  const own = namesInState(loaded.data?.state ?? null);
  // A session is convened for topics, which are cases of their own.
  const cases = useCases({});
  const topics = new Map((cases.data ?? []).map((view) => [view.id, view.name]));
  return (id) => own.get(id) ?? organisation.get(id) ?? topics.get(id);
}

function Decide({ act }: { act: EnteredActView }) {
  const { message } = useFeedback();
  const client = useQueryClient();
  const [asksReason, setAsksReason] = useState(false);
  const refresh = () => client.invalidateQueries();
  const confirm = useMutation({
    mutationFn: () =>
      call(confirmEnteredAct, { params: { enteredId: act.id }, body: {}, idempotencyKey: newIdempotencyKey() }),
    onSuccess: (outcome) => {
      void message.success(outcome.state === 'recorded' ? `已确认，第${outcome.seq}号法定行为` : '已确认');
      return refresh();
    },
  });
  const sendBack = useMutation({
    mutationFn: (reason: string) =>
      call(sendBackEnteredAct, {
        params: { enteredId: act.id },
        body: { reason },
        idempotencyKey: newIdempotencyKey(),
      }),
    onSuccess: () => {
      setAsksReason(false);
      void message.success('已退回办公室');
      return refresh();
    },
  });
  return (
    <div className="decide">
      <ProblemAlert error={confirm.error ?? sendBack.error} />
      <div className="decide-buttons">
        <ConfirmButton
          question={`确认“${act.title}”？`}
          detail="确认会议确已作出这一决定。确认后记入法定行为链，不能更改。"
          onConfirm={() => confirm.mutateAsync()}
          button={{ type: 'primary', loading: confirm.isPending }}
        >
          确认
        </ConfirmButton>
        <Button onClick={() => setAsksReason(true)}>退回</Button>
      </div>
      <ReasonModal
        title={`退回“${act.title}”`}
        label="退回理由"
        okText="退回"
        open={asksReason}
        busy={sendBack.isPending}
        onReason={(reason) => sendBack.mutate(reason)}
        onCancel={() => setAsksReason(false)}
      />
    </div>
  );
}
