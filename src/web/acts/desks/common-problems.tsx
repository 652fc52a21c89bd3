import { Checkbox, Form } from 'antd';
import { useMemo } from 'react';
import { objectOf } from '../../../contract/form-fields.ts';
import { countyTracksOf } from '../../../domain/procedure/case.ts';
import { severityNames } from '../../../domain/research/finding.ts';
import { type CountyProblem, type ProblemRow, problemRowsOf } from '../../../domain/research/similar-problems.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import type { EditorProps } from '../../ui/form/editors.ts';
import { FieldList } from '../../ui/form/field-list.tsx';
import { RowList } from '../../ui/form/row-list.tsx';
import { useSetValue } from '../../ui/form/set-value.ts';
import { useDeskFacts } from '../desk-facts.ts';
import './common-problems.css';

type Typed = { title: string; tenantIds: readonly string[]; findingIds: readonly string[] };

/** The counties' problems against the counties; a row that is ticked becomes a common problem that names its counties and keeps its findings. */
export function CommonProblems({ field, options, name, path }: EditorProps) {
  const { state, view } = useDeskFacts();
  const form = Form.useFormInstance();
  const change = useSetValue();
  const written: unknown = Form.useWatch([...path], { form, preserve: true });
  const rows = Array.isArray(written) ? written : [];
  const counties = useMemo(() => countyTracksOf(view), [view]);
  const { countyFindings } = state.research;
  const { countyResults } = state.deliberation;
  const problems = useMemo(
    () => problemRowsOf({ countyFindings, countyResults }, counties),
    [countyFindings, countyResults, counties],
  );
  const at = (problem: ProblemRow) => rows.findIndex((row) => isOf(row, problem));
  const toggle = (problem: ProblemRow) => {
    const { title, tenantIds, findingIds } = problem;
    const chosen: Typed = { title, tenantIds, findingIds };
    change(path, at(problem) < 0 ? [...rows, chosen] : rows.filter((row) => !isOf(row, problem)));
  };
  const row = field.input.kind === 'rows' ? field.input.row : undefined;
  return (
    <>
      {problems.length === 0 ? null : (
        <section className="problem-matrix" aria-label="各县（市、区）的问题">
          <h3>各县（市、区）的问题</h3>
          <p className="form-help">
            相近的问题并为一行，按涉及的县（市、区）多少排列。勾选的列为共性问题，县（市、区）和依据的问题一并带入，可以再改。
          </p>
          <DataTable
            caption="问题和县（市、区）对照"
            rows={problems}
            rowKey={({ problems: of }) => of.map(({ id }) => id).join()}
            columns={columnsFor(counties, (problem) => ({ isTicked: at(problem) >= 0, toggle: () => toggle(problem) }))}
          />
        </section>
      )}
      {row === undefined ? null : (
        <RowList
          field={field}
          renderRow={(place) => <FieldList input={row} options={options} {...place} />}
          name={name}
          path={path}
        />
      )}
    </>
  );
}

/** A row of the form is the problem's as long as it rests on the same findings, or where it has none bears its title. */
function isOf(row: unknown, { title, findingIds }: ProblemRow): boolean {
  const { findingIds: kept, title: said } = objectOf(row);
  if (findingIds.length === 0) return said === title;
  return Array.isArray(kept) && findingIds.some((id) => kept.includes(id));
}

function columnsFor(
  counties: readonly { tenantId: string; shortName: string }[],
  tickOf: (problem: ProblemRow) => { isTicked: boolean; toggle: () => void },
): Column<ProblemRow>[] {
  return [
    {
      key: 'title',
      title: '问题',
      isHeading: true,
      width: '14rem',
      render: (problem) => {
        const { isTicked, toggle } = tickOf(problem);
        return (
          <Checkbox checked={isTicked} onChange={toggle}>
            {problem.title}
          </Checkbox>
        );
      },
    },
    { key: 'count', title: '涉及', width: '4rem', render: ({ tenantIds }) => `${tenantIds.length}个` },
    ...counties.map(({ tenantId, shortName }) => ({
      key: tenantId,
      title: shortName,
      render: ({ problems }: ProblemRow) => cellText(problems.filter((problem) => problem.tenantId === tenantId)),
    })),
  ];
}

/** How a county has it: in its report with its severity, or named by its session alone. */
function cellText(problems: readonly CountyProblem[]): string {
  if (problems.length === 0) return '—';
  const severity = problems.find((problem) => problem.severity !== undefined)?.severity;
  const named = severity === undefined ? '会议提出' : severityNames[severity];
  return problems.length === 1 ? named : `${named}等${problems.length}`;
}
