import { holdsWords, type Orders, rowsOnPage, sortedRows } from '../../contract/list-rows.ts';
import type { Me } from '../../contract/sign-in.ts';
import {
  type ProblemLine,
  problemLinesOf,
  problemReportText,
  problemStandingNames,
  problemStandings,
} from '../../domain/handling/problem-line.ts';
import { tenantNameOf } from '../../domain/organisation/facts.ts';
import { trackOf } from '../../domain/procedure/case.ts';
import { checkPerformer } from '../../domain/procedure/check-act.ts';
import { type Finding, severityNames } from '../../domain/research/finding.ts';
import { correctFinding, recordFinding } from '../../domain/research/finding-acts.ts';
import { placeNameOf } from '../../domain/research/places.ts';
import { paths } from '../app/paths.ts';
import { useAddress } from '../lib/address.ts';
import type { LoadedCase } from '../lib/cases.ts';
import { dateText, withDateWords } from '../lib/formats.ts';
import type { PeopledLinkage } from '../lib/linkage.ts';
import { actorOf } from '../lib/me.ts';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { LinkButton } from '../ui/link-button.tsx';
import { ChooseField, choicesOf, FilterBar, FindField } from '../ui/list-filters.tsx';
import { ListPages } from '../ui/list-pages.tsx';
import { StateTag } from '../ui/state-tag.tsx';
import { EmptyView } from '../ui/states.tsx';
import { standingTones } from './problem-words.ts';

type Props = { me: Me; loaded: LoadedCase; linkage: PeopledLinkage; isPast: boolean };

/** A finding with everything the list is searched, narrowed and ordered by. */
type Row = {
  finding: Finding;
  isOwn: boolean;
  source: string;
  place: string;
  stands: ProblemLine['stands'];
  report: string | undefined;
  corrected: string | undefined;
};

const pageSize = 50;
const filters = ['text', 'source', 'place', 'severity', 'standing'] as const;
const orders: Orders<Row> = {
  title: { by: ({ finding }) => finding.title },
  'title-down': { by: ({ finding }) => finding.title, descending: true },
  source: { by: ({ source }) => source },
  'source-down': { by: ({ source }) => source, descending: true },
  place: { by: ({ place }) => place },
  'place-down': { by: ({ place }) => place, descending: true },
  severity: { by: ({ finding }) => (finding.severity === 'prominent' ? 0 : 1) },
  'severity-down': { by: ({ finding }) => (finding.severity === 'prominent' ? 1 : 0) },
  standing: { by: ({ stands }) => problemStandings.indexOf(stands) },
  'standing-down': { by: ({ stands }) => problemStandings.indexOf(stands), descending: true },
};

/** Every finding of the topic that the own body knows: searched, narrowed, ordered, registered and corrected here. */
export function FindingLedger({ me, loaded, linkage, isPast }: Props) {
  const address = useAddress();
  const rows = rowsOf(loaded, linkage);
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
  const chosen = (name: string) => address.value(name);
  const fits = (name: string, value: string) => chosen(name) === undefined || chosen(name) === value;
  const shown = rows.filter(
    ({ finding, source, place, stands }) =>
      holdsWords(chosen('text'), finding.title, finding.description, place, source) &&
      fits('source', source) &&
      fits('place', place) &&
      fits('severity', finding.severity) &&
      fits('standing', stands),
  );
  const sorted = sortedRows(shown, orders, chosen('sort'));
  const used = new Set(rows.map(({ stands }) => stands));
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
        <ChooseField address={address} name="source" title="来源" choices={namesIn(rows.map(({ source }) => source))} />
        <ChooseField address={address} name="place" title="地点" choices={namesIn(rows.map(({ place }) => place))} />
        <ChooseField address={address} name="severity" title="程度" choices={choicesOf(severityNames)} />
        <ChooseField
          address={address}
          name="standing"
          title="目前"
          choices={choicesOf(problemStandingNames).filter(({ value }) => [...used].some((stands) => stands === value))}
        />
      </FilterBar>
      <p className="quiet" role="status">
        {shown.length === rows.length ? `共${rows.length}项` : `共${rows.length}项，符合条件的${shown.length}项`}
      </p>
      <DataTable
        caption="发现的问题"
        rows={rowsOnPage(sorted, address.page, pageSize)}
        rowKey={({ finding }) => finding.id}
        columns={columnsFor(mayRecord && loaded.state?.research.report === null ? loaded.view.id : undefined)}
        sorting={{ value: chosen('sort') ?? '', onChange: (sort) => address.change({ sort }) }}
      />
      <ListPages total={sorted.length} page={address.page} pageSize={pageSize} onTurn={address.turnTo} />
    </>
  );
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

function rowsOf({ view, state }: LoadedCase, { organisation }: PeopledLinkage): readonly Row[] {
  if (state === null) return [];
  const corrections = Map.groupBy(state.research.findingCorrections, ({ before }) => before.id);
  const seen = new Set<string>();
  // A finding that two demands rest on has two lines, and one row here.
  return problemLinesOf(state).flatMap((line): Row[] => {
    const { finding, fromTenantId, stands } = line;
    if (finding === undefined || seen.has(finding.id)) return [];
    seen.add(finding.id);
    const [last] = corrections.get(finding.id)?.toReversed() ?? [];
    return [
      {
        finding,
        isOwn: fromTenantId === undefined,
        source:
          fromTenantId === undefined
            ? '本级'
            : (trackOf(view, fromTenantId)?.shortName ?? tenantNameOf(organisation, fromTenantId)),
        place: placeNameOf(finding.place, { organisation, view }),
        stands,
        report: problemReportText(line),
        corrected:
          last === undefined ? undefined : `${dateText(last.on)}更正，原为“${last.before.title}”，理由：${last.reason}`,
      },
    ];
  });
}

function namesIn(names: readonly string[]): { value: string; label: string }[] {
  return [...new Set(names)].map((name) => ({ value: name, label: name }));
}

function columnsFor(caseId: string | undefined): readonly Column<Row>[] {
  const correcting: Column<Row> = {
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
