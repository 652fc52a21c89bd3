import { useQuery } from '@tanstack/react-query';
import { Checkbox } from 'antd';
import { Fragment, useMemo, useState } from 'react';
import { Link } from 'react-router';
import { type ActView, listCaseActs } from '../../contract/cases.ts';
import { paths } from '../app/paths.ts';
import { formOfAct } from '../lib/act-words.ts';
import type { LoadedCase } from '../lib/cases.ts';
import { call } from '../lib/client.ts';
import { basisText, dateText, momentText } from '../lib/formats.ts';
import type { PeopledLinkage } from '../lib/linkage.ts';
import { namesInState, namesOf } from '../lib/names.ts';
import { clauseWords } from '../lib/words.ts';
import { ClauseTag } from '../ui/clause-tag.tsx';
import { Icon } from '../ui/icons.tsx';
import { EmptyView, QueryView } from '../ui/states.tsx';
import { type NameOf, ValueView } from '../ui/value-view.tsx';
import { gistOf } from './gist.ts';

/** The own acts of the case, the latest first, each readable in full. */
export function History({
  loaded,
  linkage,
  until,
}: {
  loaded: LoadedCase;
  linkage: PeopledLinkage;
  until: string | undefined;
}) {
  const caseId = loaded.view.id;
  const acts = useQuery({
    queryKey: ['case', caseId, 'acts'],
    queryFn: () => call(listCaseActs, { params: { caseId } }),
  });
  const nameOf = useMemo<NameOf>(() => {
    const topics = (loaded.view.topics ?? []).map(({ id, name }) => [id, name] as const);
    const names = new Map([...namesOf(linkage.organisation), ...namesInState(loaded.state), ...topics]);
    return (id) => names.get(id);
  }, [linkage, loaded.state, loaded.view.topics]);
  return (
    <QueryView
      query={acts}
      isEmpty={(data) => actsUntil(data.acts, until).length === 0}
      empty={<EmptyView text="本单位还没有办理过法定行为" />}
    >
      {(data) => <Acts acts={actsUntil(data.acts, until)} nameOf={nameOf} />}
    </QueryView>
  );
}

function actsUntil(acts: readonly ActView[], until: string | undefined): readonly ActView[] {
  return until === undefined ? acts : acts.filter(({ on }) => on <= until);
}

/** Receipts are many and say little; they are there for whoever looks for them. */
function isReceipt(act: ActView): boolean {
  return act.kind.startsWith('receive-package/');
}

/** By the day it was done, the latest first: what is registered afterwards stands where it belongs. */
function later(one: ActView, other: ActView): number {
  return other.on.localeCompare(one.on) || other.seq - one.seq;
}

function Acts({ acts, nameOf }: { acts: readonly ActView[]; nameOf: NameOf }) {
  const [withReceipts, setWithReceipts] = useState(false);
  const receipts = acts.filter(isReceipt).length;
  const shown = acts.filter((act) => withReceipts || !isReceipt(act));
  return (
    <>
      {receipts === 0 ? null : (
        <p>
          <Checkbox checked={withReceipts} onChange={(event) => setWithReceipts(event.target.checked)}>
            显示签收（{receipts}）
          </Checkbox>
        </p>
      )}
      <ol className="history" reversed>
        {shown.toSorted(later).map((act) => (
          <li key={act.seq}>
            <Act act={act} nameOf={nameOf} />
          </li>
        ))}
      </ol>
    </>
  );
}

function Act({ act, nameOf }: { act: ActView; nameOf: NameOf }) {
  const form = formOfAct(act.kind);
  const gist = form === undefined ? '' : gistOf(form, act.payload, nameOf);
  return (
    <article className="act" aria-label={act.title}>
      <header className="act-line">
        <time dateTime={act.on} className="act-day">
          {dateText(act.on)}
        </time>
        <h2>{act.title}</h2>
        <ClauseTag id={act.clause} text={clauseWords(act.clause)} />
      </header>
      {gist === '' ? null : <p className="act-gist">{gist}。</p>}
      <p className="quiet">
        {act.actorName}
        {act.confirmedByName === null ? '办理' : `登记，${act.confirmedByName}确认`}；第{act.seq}号法定行为，
        {momentText(act.recordedAt)}记入。
      </p>
      <Meeting meeting={act.meeting} nameOf={nameOf} />
      {act.departures.map((departure) => (
        <p key={departure.code} className="act-departure-line">
          <Icon name="info" size={14} /> 变通（{basisText(departure.clause)}）：{departure.reason}
        </p>
      ))}
      <Sent packages={act.packages} />
      <details>
        <summary>内容</summary>
        {form === undefined ? (
          <p>签收对方送达的报送件。</p>
        ) : (
          <ValueView input={form} value={act.payload} nameOf={nameOf} />
        )}
        <p className="act-hash">
          摘要 <code>{act.hash}</code>
        </p>
      </details>
    </article>
  );
}

/** What went out with the act: each is opened, read and its attachments taken on its own page. */
function Sent({ packages }: { packages: ActView['packages'] }) {
  if (packages.length === 0) return null;
  return (
    <p className="act-sent">
      <Icon name="seal" size={14} /> 发出：
      {packages.map((sealed, index) => (
        <Fragment key={sealed.id}>
          {index === 0 ? '' : '、'}
          <Link to={paths.packageOf(sealed.id)}>{sealed.title}</Link>
        </Fragment>
      ))}
    </p>
  );
}

function Meeting({ meeting, nameOf }: { meeting: unknown; nameOf: NameOf }) {
  if (typeof meeting !== 'object' || meeting === null || !('presentIds' in meeting)) return null;
  const { name, chairId, presentIds } = meeting as { name: string; chairId: string; presentIds: readonly string[] };
  return (
    <p className="quiet">
      {name}，{nameOf(chairId) ?? ''}主持，出席{presentIds.length}人：
      {presentIds.map((id) => nameOf(id) ?? '').join('、')}
    </p>
  );
}
