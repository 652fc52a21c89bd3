import { exportPromises, type PromiseFilter, promisesShown } from '../../contract/promise-list.ts';
import type { CaseState } from '../../domain/case-state.ts';
import { demandAnswerText, verdictText } from '../../domain/handling/demand.ts';
import {
  type PromiseRow,
  type PromiseStanding,
  promiseRowsOf,
  promiseStandingNames,
  promiseStandings,
} from '../../domain/handling/promises.ts';
import { tenantNameOf } from '../../domain/organisation/facts.ts';
import { oneOf, useAddress } from '../lib/address.ts';
import { download } from '../lib/client.ts';
import { dateText } from '../lib/formats.ts';
import type { Linkage } from '../lib/linkage.ts';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { ExportButton } from '../ui/export-button.tsx';
import { FileLinks } from '../ui/file-links.tsx';
import { ChooseField } from '../ui/list-filters.tsx';
import { StateTag, type Tone } from '../ui/state-tag.tsx';
import { useIsPhone } from '../ui/use-is-phone.ts';

const tones = {
  overdue: 'overdue',
  'due-soon': 'soon',
  unanswered: 'soon',
  disputed: 'overdue',
  open: 'waiting',
  claimed: 'ready',
  'not-met': 'overdue',
  'partly-met': 'soon',
  met: 'done',
  settled: 'done',
  withdrawn: 'off',
} as const satisfies Record<PromiseStanding, Tone>;

type Props = {
  caseId: string;
  state: CaseState;
  linkage: Linkage;
  today: string;
  isOrgan: boolean;
  isPast: boolean;
};

/** On a phone a demand is a card, without headings to order by. */
const orderChoices = [
  { value: 'due', label: '期限从早到晚' },
  { value: 'due-late', label: '期限从晚到早' },
  { value: 'organ', label: '按办理机关' },
  { value: 'standing', label: '按目前情况' },
];

/** What was promised, falls due, is shown and judged in the round under way, narrowed and ordered by the address. */
export function Promises({ caseId, state, linkage, today, isOrgan, isPast }: Props) {
  const address = useAddress();
  const isPhone = useIsPhone();
  const rows = promiseRowsOf(state, today);
  const filter: PromiseFilter = {
    promise: oneOf(promiseStandings, address.value('promise')),
    sort: address.value('sort'),
  };
  const nameOf = (id: string) => tenantNameOf(linkage.organisation, id);
  const shown = promisesShown(rows, filter, nameOf);
  return (
    <section className="section" aria-label="承诺一览">
      <div className="section-head">
        <h2>承诺到期</h2>
        {isPast || shown.length === 0 ? null : (
          <ExportButton ask={() => download(exportPromises, { params: { caseId }, query: filter })} />
        )}
      </div>
      {isPhone ? <ChooseField address={address} name="sort" title="按审议要求的顺序" choices={orderChoices} /> : null}
      <Standings rows={rows} wanted={filter.promise} onChoose={(promise) => address.change({ promise })} />
      <DataTable
        caption="承诺到期"
        columns={columnsOf(nameOf, isOrgan)}
        rows={shown}
        rowKey={({ demand }) => demand.id}
        sorting={{
          value: filter.sort ?? 'no',
          onChange: (next) => address.change({ sort: next === 'no' ? undefined : next }),
        }}
      />
    </section>
  );
}

function Standings(props: {
  rows: readonly PromiseRow[];
  wanted: PromiseStanding | undefined;
  onChoose: (standing: PromiseStanding | undefined) => void;
}) {
  const { rows, wanted, onChoose } = props;
  const counts = Map.groupBy(rows, ({ standing }) => standing);
  return (
    <div className="problem-standings">
      <button type="button" aria-pressed={wanted === undefined} onClick={() => onChoose(undefined)}>
        全部{rows.length}项
      </button>
      {promiseStandings
        .filter((standing) => counts.has(standing))
        .map((standing) => (
          <button
            key={standing}
            type="button"
            aria-pressed={wanted === standing}
            onClick={() => onChoose(wanted === standing ? undefined : standing)}
          >
            {promiseStandingNames[standing]}
            {counts.get(standing)?.length ?? 0}项
          </button>
        ))}
    </div>
  );
}

function columnsOf(nameOf: (id: string) => string, isOrgan: boolean): readonly Column<PromiseRow>[] {
  return [
    {
      key: 'demand',
      title: '审议要求',
      isHeading: true,
      width: '13rem',
      sorts: { ascending: 'no' },
      render: ({ demand }) => (
        <>
          第{demand.no}项：{demand.problem}
          <span className="quiet promise-text">{demand.text}</span>
        </>
      ),
    },
    {
      key: 'standing',
      title: '目前',
      sorts: { ascending: 'standing' },
      render: ({ standing, settledIn }) => (
        <StateTag
          tone={tones[standing]}
          text={settledIn === undefined ? promiseStandingNames[standing] : `第${settledIn}轮已销号`}
        />
      ),
    },
    {
      key: 'due',
      title: '承诺的时限',
      sorts: { ascending: 'due', descending: 'due-late' },
      render: ({ due }) => (due === undefined ? '—' : dateText(due)),
    },
    ...(isOrgan
      ? []
      : [
          {
            key: 'organ',
            title: '办理机关',
            sorts: { ascending: 'organ' },
            render: ({ demand }: PromiseRow) => nameOf(demand.organId),
          },
        ]),
    {
      key: 'answer',
      title: '整改承诺',
      width: '12rem',
      render: ({ answer }) => (answer === undefined ? '—' : demandAnswerText(answer)),
    },
    {
      key: 'evidence',
      title: '佐证',
      width: '11rem',
      render: ({ evidence }) =>
        evidence.length === 0
          ? '—'
          : evidence.map((entry) => (
              <div key={`${entry.on}${entry.text}`}>
                {dateText(entry.on)}：{entry.text}
                <FileLinks files={entry.attachments} />
              </div>
            )),
    },
    {
      key: 'verdict',
      title: '评价',
      render: ({ verdict }) => (verdict === undefined ? '—' : verdictText(verdict)),
    },
  ];
}
