import type { ComponentProps, ReactNode } from 'react';
import { Link } from 'react-router';
import { openStepsShown } from '../../contract/open-steps.ts';
import type { Level } from '../../domain/organisation/tenant.ts';
import { performerNames } from '../../domain/procedure/step.ts';
import { type Obligation, obligationStateNames } from '../../domain/procedure/worklist.ts';
import { paths } from '../app/paths.ts';
import { dateText, distanceText, todayInChina } from '../lib/formats.ts';
import { clauseWords, obligationTones } from '../lib/words.ts';
import { ClauseTag } from '../ui/clause-tag.tsx';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { ExportButton } from '../ui/export-button.tsx';
import { Reminding } from '../ui/reminding.tsx';
import { StateTag } from '../ui/state-tag.tsx';
import { EmptyView } from '../ui/states.tsx';

export type OpenStep = {
  caseId: string;
  caseName: string;
  bodyName: string;
  level: Level;
  obligation: Obligation;
  /** Whether the reader may remind of it. */
  isRemindable: boolean;
};

/** For all of them as a spreadsheet, also where only the first are shown. */
type Ask = ComponentProps<typeof ExportButton>['ask'];

const columns: readonly Column<OpenStep>[] = [
  { key: 'step', title: '步骤', isHeading: true, width: '9rem', render: ({ obligation }) => obligation.title },
  {
    key: 'case',
    title: '事项',
    width: '7rem',
    render: ({ caseId, caseName }) => <Link to={paths.boardOf(caseId)}>{caseName}</Link>,
  },
  {
    key: 'state',
    title: '状态',
    render: ({ obligation: { state } }) => (
      <StateTag tone={obligationTones[state]} text={obligationStateNames[state]} />
    ),
  },
  {
    key: 'due',
    title: '期限',
    width: '9rem',
    render: ({ obligation: { due } }) =>
      due === undefined ? '待定' : `${dateText(due)}（${distanceText(todayInChina(), due)}）`,
  },
  {
    key: 'performer',
    title: '由谁办理',
    width: '6rem',
    render: ({ obligation }) => performerNames[obligation.performer],
  },
  {
    key: 'clause',
    title: '依据',
    render: ({ obligation: { clause } }) => <ClauseTag id={clause} text={clauseWords(clause)} />,
  },
];

const remindColumn: Column<OpenStep> = {
  key: 'remind',
  title: '催办',
  width: '8rem',
  render: ({ caseId, bodyName, obligation: { tenantId, key, title }, isRemindable }) => (
    <Reminding
      caseId={caseId}
      tenantId={tenantId}
      stepKey={key}
      title={title}
      whose={bodyName}
      isOffered={isRemindable}
    />
  ),
};

const bodyColumn: Column<OpenStep> = {
  key: 'body',
  title: '单位',
  width: '4.5rem',
  render: ({ bodyName }) => bodyName,
};

/** So many are read at a glance; the rest stand under their bodies. */
const atAGlance = 8;

/** What one body has to do now, over all topics: the late first, then by date. */
export function OpenOfBody({ name, open, ask }: { name: string; open: readonly OpenStep[]; ask: Ask }) {
  const title = `${name}现在要办理的步骤`;
  const empty = <EmptyView text={`${name}目前没有要办理的步骤`} hint="等待前面的步骤完成后，会自动转为待办理。" />;
  return <Steps title={title} open={open} columns={columns} empty={empty} ask={ask} />;
}

/** What is late, and with whom, over all bodies. */
export function LateEverywhere({ open, ask }: { open: readonly OpenStep[]; ask: Ask }) {
  const late = openStepsShown(open, { open: 'late' });
  const title = late.length > atAGlance ? `逾期的步骤（共${late.length}项，列出最早的${atAGlance}项）` : '逾期的步骤';
  const withBody = columns.flatMap((column) => (column.key === 'step' ? [column, bodyColumn] : [column]));
  const empty = <EmptyView text="各方都没有逾期" hint="点选一个县（市、区），查看它现在要办理的步骤。" />;
  return <Steps title={title} open={late.slice(0, atAGlance)} columns={withBody} empty={empty} ask={ask} />;
}

function Steps(props: {
  title: string;
  open: readonly OpenStep[];
  columns: typeof columns;
  empty: ReactNode;
  ask: Ask;
}) {
  const { title, open, empty, ask } = props;
  // Who may remind of none of them has no column for it.
  const shown = open.some(({ isRemindable }) => isRemindable) ? [...props.columns, remindColumn] : props.columns;
  return (
    <div className="open-of-body">
      <div className="section-head">
        <h2>{title}</h2>
        {open.length === 0 ? null : <ExportButton ask={ask}>导出这些步骤</ExportButton>}
      </div>
      {open.length === 0 ? (
        empty
      ) : (
        <DataTable
          caption={title}
          columns={shown}
          rows={open}
          rowKey={({ caseId, obligation }) => `${caseId}/${obligation.tenantId}/${obligation.key}`}
        />
      )}
    </div>
  );
}
