import { exportFindings, type FindingFilter, findingsShown } from '../../contract/finding-list.ts';
import { rowsOnPage } from '../../contract/list-rows.ts';
import type { Me } from '../../contract/sign-in.ts';
import { type FindingRow, findingRowsOf } from '../../domain/handling/finding-rows.ts';
import { problemStandingNames, problemStandings } from '../../domain/handling/problem-line.ts';
import { trackOf } from '../../domain/procedure/case.ts';
import { checkPerformer } from '../../domain/procedure/check-act.ts';
import { type Finding, severityNames } from '../../domain/research/finding.ts';
import { correctFinding, recordFinding } from '../../domain/research/finding-acts.ts';
import { paths } from '../app/paths.ts';
import { type Address, oneOf, useAddress } from '../lib/address.ts';
import type { LoadedCase } from '../lib/cases.ts';
import { download } from '../lib/client.ts';
import { countText, withDateWords } from '../lib/formats.ts';
import type { PeopledLinkage } from '../lib/linkage.ts';
import { actorOf } from '../lib/me.ts';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { ExportButton } from '../ui/export-button.tsx';
import { LinkButton } from '../ui/link-button.tsx';
import { ChooseField, choicesOf, FilterBar, FindField } from '../ui/list-filters.tsx';
import { ListPages } from '../ui/list-pages.tsx';
import { StateTag } from '../ui/state-tag.tsx';
import { EmptyView } from '../ui/states.tsx';
import { standingTones } from './problem-words.ts';

type Props = { me: Me; loaded: LoadedCase; linkage: PeopledLinkage; isPast: boolean };

const pageSize = 50;
const filters = ['text', 'body', 'place', 'severity', 'stands'] as const;

/** Every finding of the topic that the own body knows: searched, narrowed, ordered, registered and corrected here. */
export function FindingLedger({ me, loaded, linkage, isPast }: Props) {
  const address = useAddress();
  const { view, state } = loaded;
  const rows =
    state === null ? [] : findingRowsOf({ state, view, organisation: linkage.organisation, ownTenantId: me.tenantId });
  const mayRecord = !isPast && isRecorder(me, loaded);
  const register = mayRecord ? (
    <LinkButton type="primary" to={paths.act(loaded.view.id, recordFinding.kind)}>
      登记发现的问题
    </LinkButton>
  ) : null;
  if (rows.length === 0) {
    return (
      <EmptyView
        text="还没有登记发现的问题"
        hint="调研中发现的问题由牵头委室登记；县（市、区）写入调研报告的问题，报送并签收后列入。"
        action={register}
      />
    );
  }
  const filter = filterOf(address);
  const shown = findingsShown(rows, filter);
  return (
    <>
      <p className="tab-deeds">{register}</p>
      <FilterBar
        address={address}
        label="筛选发现的问题"
        names={filters}
        orders={{ asGiven: '按登记先后', others: orderChoices }}
      >
        <FindField address={address} title="查找问题、情况或者地点" />
        <Choices address={address} rows={rows} />
      </FilterBar>
      <div className="list-count">
        <p role="status">{countText(rows.length, shown.length)}</p>
        {isPast || shown.length === 0 ? null : (
          <ExportButton ask={() => download(exportFindings, { params: { caseId: loaded.view.id }, query: filter })} />
        )}
      </div>
      <DataTable
        caption="发现的问题"
        rows={rowsOnPage(shown, address.page, pageSize)}
        rowKey={({ finding }) => finding.id}
        columns={columnsFor(mayRecord && loaded.state?.research.report === null ? loaded.view.id : undefined)}
        sorting={{ value: filter.sort ?? '', onChange: (sort) => address.change({ sort }) }}
      />
      <ListPages total={shown.length} page={address.page} pageSize={pageSize} onTurn={address.turnTo} />
    </>
  );
}

function filterOf(address: Address): FindingFilter {
  return {
    text: address.value('text'),
    body: address.value('body'),
    place: address.value('place'),
    severity: oneOf(['prominent', 'general'], address.value('severity')),
    stands: oneOf(problemStandings, address.value('stands')),
    sort: address.value('sort'),
  };
}

const orderChoices = [
  { value: 'source', label: '按来源' },
  { value: 'place', label: '按地点' },
  { value: 'severity', label: '突出的在前' },
  { value: 'standing', label: '按目前情况' },
];

function isRecorder(me: Me, { view }: LoadedCase): boolean {
  const own = trackOf(view, me.tenantId);
  return own !== undefined && checkPerformer(correctFinding, { actor: actorOf(me), view, own }).length === 0;
}

function Choices({ address, rows }: { address: Address; rows: readonly FindingRow[] }) {
  const bodies = new Map(rows.map(({ bodyId, source }) => [bodyId, source]));
  const used = new Set<string>(rows.map(({ stands }) => stands));
  return (
    <>
      <ChooseField address={address} name="body" title="来源" choices={choicesOf(Object.fromEntries(bodies))} />
      <ChooseField
        address={address}
        name="place"
        title="地点"
        choices={[...new Set(rows.map(({ place }) => place))].map((name) => ({ value: name, label: name }))}
      />
      <ChooseField address={address} name="severity" title="程度" choices={choicesOf(severityNames)} />
      <ChooseField
        address={address}
        name="stands"
        title="目前"
        choices={choicesOf(problemStandingNames).filter(({ value }) => used.has(value))}
      />
    </>
  );
}

function columnsFor(caseId: string | undefined): readonly Column<FindingRow>[] {
  const correcting: Column<FindingRow> = {
    key: 'deeds',
    title: '办理',
    render: ({ finding, isOwn }) =>
      isOwn && caseId !== undefined ? <Correct caseId={caseId} finding={finding} /> : '—',
  };
  return [
    {
      key: 'title',
      title: '问题',
      isHeading: true,
      width: '14rem',
      sorts: { ascending: 'title', descending: 'title-down' },
      render: ({ finding, corrected }) => (
        <>
          {finding.title}
          <p className="finding-told">{finding.description}</p>
          {finding.source === undefined ? null : (
            <p className="finding-told quiet">来自{withDateWords(finding.source.text)}</p>
          )}
          {corrected === undefined ? null : <p className="finding-told quiet">{corrected}</p>}
        </>
      ),
    },
    {
      key: 'source',
      title: '来源',
      sorts: { ascending: 'source', descending: 'source-down' },
      render: ({ source }) => source,
    },
    {
      key: 'place',
      title: '地点',
      sorts: { ascending: 'place', descending: 'place-down' },
      render: ({ place }) => place,
    },
    {
      key: 'severity',
      title: '程度',
      sorts: { ascending: 'severity', descending: 'severity-down' },
      render: ({ finding }) => severityNames[finding.severity],
    },
    {
      key: 'standing',
      title: '目前',
      sorts: { ascending: 'standing', descending: 'standing-down' },
      render: ({ stands }) => <StateTag tone={standingTones[stands]} text={problemStandingNames[stands]} />,
    },
    { key: 'report', title: '调研报告', width: '12rem', render: ({ report }) => report ?? '—' },
    ...(caseId === undefined ? [] : [correcting]),
  ];
}

/** Opens the sheet with what stands, to be worked over. */
function Correct({ caseId, finding: { id, source: _source, ...said } }: { caseId: string; finding: Finding }) {
  return (
    <LinkButton
      to={paths.act(caseId, correctFinding.kind)}
      state={{ payload: { ...said, findingId: id }, isInstead: true }}
    >
      更正<span className="visually-hidden">“{said.title}”</span>
    </LinkButton>
  );
}
