import { useQuery } from '@tanstack/react-query';
import { Checkbox } from 'antd';
import { Fragment, useMemo } from 'react';
import { Link } from 'react-router';
import { actsShown, exportCaseActs, isReceiptAct } from '../../contract/act-list.ts';
import { type ActView, listCaseActs } from '../../contract/cases.ts';
import { rowsOnPage } from '../../contract/list-rows.ts';
import { isMadeBy, problemIdsOf } from '../../domain/handling/problem-sources.ts';
import { paths } from '../app/paths.ts';
import { formOfAct } from '../lib/act-words.ts';
import { type Address, oneOf, useAddress } from '../lib/address.ts';
import type { LoadedCase } from '../lib/cases.ts';
import { call, download } from '../lib/client.ts';
import { basisText, dateText, momentText } from '../lib/formats.ts';
import type { PeopledLinkage } from '../lib/linkage.ts';
import { namesInState, namesOf } from '../lib/names.ts';
import { clauseWords } from '../lib/words.ts';
import { ClauseTag } from '../ui/clause-tag.tsx';
import { ExportButton } from '../ui/export-button.tsx';
import { Icon } from '../ui/icons.tsx';
import { FilterBar, FindField } from '../ui/list-filters.tsx';
import { ListPages } from '../ui/list-pages.tsx';
import { ProblemLinks } from '../ui/problem-links.tsx';
import { reached } from '../ui/reached.ts';
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
  const problems = useMemo(() => (loaded.state === null ? [] : problemIdsOf(loaded.state)), [loaded.state]);
  return (
    <QueryView
      query={acts}
      isEmpty={(data) => actsShown(data.acts, { receipts: 'true', until }).length === 0}
      empty={<EmptyView text="本单位还没有办理过法定行为" />}
    >
      {(data) => <Acts acts={data.acts} until={until} known={{ caseId, nameOf, problems }} />}
    </QueryView>
  );
}

/** Where the acts are read, what their identifiers stand for, and the findings and demands that have a line. */
type Known = { caseId: string; nameOf: NameOf; problems: readonly string[] };

const pageSize = 50;

function Acts(props: { acts: readonly ActView[]; until: string | undefined; known: Known }) {
  const { acts, until, known } = props;
  const address = useAddress();
  const filter = { ...filterOf(address), until };
  const shown = actsShown(acts, filter);
  const asked = address.value('act');
  const askedAt = shown.findIndex(({ seq }) => String(seq) === asked);
  // The page of the act that is asked for, until somebody turns it.
  const page = askedAt < 0 ? address.page : Math.floor(askedAt / pageSize) + 1;
  return (
    <>
      <Filters address={address} receipts={actsShown(acts, { receipts: 'true', until }).filter(isReceiptAct).length} />
      <div className="list-count">
        <p role="status">{`共${shown.length}项`}</p>
        {shown.length === 0 ? null : (
          <ExportButton ask={() => download(exportCaseActs, { params: { caseId: known.caseId }, query: filter })} />
        )}
      </div>
      {shown.length === 0 ? <EmptyView text="没有符合条件的法定行为" hint="可以换一个词，或者显示签收。" /> : null}
      <ol className="history">
        {rowsOnPage(shown, page, pageSize).map((act) => (
          <li key={act.seq}>
            <Act act={act} known={known} isAsked={asked === String(act.seq)} />
          </li>
        ))}
      </ol>
      <ListPages
        page={page}
        pageSize={pageSize}
        total={shown.length}
        unit="项"
        onTurn={(to) => address.goTo({ page: to === 1 ? undefined : String(to), act: undefined, row: undefined })}
      />
    </>
  );
}

function Filters({ address, receipts }: { address: Address; receipts: number }) {
  return (
    <FilterBar
      address={address}
      label="筛选法定行为"
      names={['text', 'receipts']}
      orders={{ asGiven: '从新到旧', others: [{ value: 'oldest', label: '从旧到新' }], always: true }}
    >
      <FindField address={address} title="法定行为或报送件" />
      {receipts === 0 ? null : (
        <Checkbox
          checked={address.value('receipts') === 'true'}
          onChange={(event) => address.change({ receipts: event.target.checked ? 'true' : undefined })}
        >
          显示签收（{receipts}）
        </Checkbox>
      )}
    </FilterBar>
  );
}

function filterOf(address: Address) {
  return {
    text: address.value('text'),
    receipts: oneOf(['true'], address.value('receipts')),
    sort: oneOf(['oldest'], address.value('sort')),
  };
}

function Act({ act, known, isAsked }: { act: ActView; known: Known; isAsked: boolean }) {
  const { caseId, nameOf, problems } = known;
  const row = useAddress().value('row');
  const form = formOfAct(act.kind);
  const gist = form === undefined ? '' : gistOf(form, act.payload, nameOf);
  return (
    <article
      className="act"
      aria-label={act.title}
      // A row that was asked for is reached itself.
      {...(isAsked && row === undefined ? { ref: reached, tabIndex: -1, className: 'act is-asked' } : {})}
    >
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
      <Sent packages={act.packages} nameOf={nameOf} />
      <details open={isAsked}>
        <summary>内容</summary>
        {form === undefined ? (
          <p>签收对方送达的报送件。</p>
        ) : (
          <ValueView
            input={form}
            value={act.payload}
            nameOf={nameOf}
            linkOf={(id) => (problems.includes(id) ? paths.problemIn(caseId, id) : undefined)}
            asked={isAsked ? row : undefined}
          />
        )}
        <ProblemLinks
          links={problems
            .filter((id) => isMadeBy(id, act.seq))
            .map((id) => ({ to: paths.problemIn(caseId, id), name: nameOf(id) ?? '查看' }))}
        />
        <p className="act-hash">
          摘要 <code>{act.hash}</code>
        </p>
      </details>
    </article>
  );
}

/** What went out with the act and to whom: each is opened, read and its attachments taken on its own page. */
function Sent({ packages, nameOf }: { packages: ActView['packages']; nameOf: NameOf }) {
  if (packages.length === 0) return null;
  const toWhom = ({ addresseeIds }: ActView['packages'][number]) =>
    addresseeIds.map((id) => nameOf(id) ?? '').join('、');
  return (
    <div className="act-sent">
      <Icon name="seal" size={14} /> 发出：
      <ul>
        {[...Map.groupBy(packages, ({ title }) => title)].map(([title, same]) => (
          <li key={title}>
            {title}，送
            {same.map((sealed, index) => (
              <Fragment key={sealed.id}>
                {index === 0 ? '' : '、'}
                <Link to={paths.packageOf(sealed.id)} aria-label={`${title}，送${toWhom(sealed)}`}>
                  {toWhom(sealed)}
                </Link>
              </Fragment>
            ))}
          </li>
        ))}
      </ul>
    </div>
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
