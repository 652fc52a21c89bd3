import { exportDates, exportSupersededDates } from '../../contract/case-exports.ts';
import type { Me } from '../../contract/sign-in.ts';
import type { CaseView } from '../../domain/procedure/case.ts';
import { ownDatesOf } from '../../domain/procedure/own-dates.ts';
import type { ScheduledStep } from '../../domain/procedure/schedule.ts';
import { performerNames } from '../../domain/procedure/step.ts';
import { forceText } from '../../domain/refusal.ts';
import type { LoadedCase } from '../lib/cases.ts';
import { download } from '../lib/client.ts';
import type { Derived } from '../lib/derived-case.ts';
import { dateText, momentText } from '../lib/formats.ts';
import { clauseWords, reasonOf } from '../lib/words.ts';
import { ClauseTag } from '../ui/clause-tag.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { DateWithReason } from '../ui/date-with-reason.tsx';
import { ExportButton } from '../ui/export-button.tsx';
import { EmptyView } from '../ui/states.tsx';

type Props = {
  me: Me;
  view: CaseView;
  derived: Derived;
  superseded: LoadedCase['superseded'];
  isPast: boolean;
};

/** Every date of the own track with its working, and the dates that a moved session replaced. */
export function Dates({ me, view, derived, superseded, isPast }: Props) {
  const own = ownDatesOf(derived.schedule, me.tenantId);
  const titles = new Map(derived.schedule.map((step) => [step.key, step.title]));
  if (own.length === 0) return <EmptyView text="这一事项没有推算的日期" />;
  const track = view.tracks.find((candidate) => candidate.tenantId === me.tenantId);
  return (
    <>
      {isPast ? null : (
        <p className="tab-deeds">
          <ExportButton ask={() => download(exportDates, { params: { caseId: view.id } })} />
        </p>
      )}
      <DataTable
        caption="本单位各步骤的期限"
        rows={own}
        rowKey={(step) => step.key}
        columns={[
          { key: 'title', title: '步骤', isHeading: true, render: (step) => step.title },
          { key: 'due', title: '期限', render: (step) => <Due step={step} /> },
          {
            key: 'done',
            title: '完成',
            render: (step) => {
              const done = track?.done[step.key];
              return done === undefined ? '—' : dateText(done.on);
            },
          },
          {
            key: 'clause',
            title: '依据',
            render: (step) => <ClauseTag id={step.clause} text={clauseWords(step.clause)} />,
          },
          { key: 'force', title: '效力', render: (step) => forceText(step.force, step.dueForce) },
          { key: 'by', title: '办理', render: (step) => performerNames[step.by] },
        ]}
      />
      {superseded.length === 0 ? null : (
        <section className="superseded" aria-labelledby="superseded-title">
          <div className="section-head">
            <h2 id="superseded-title">因会议改期被替换的日期</h2>
            {isPast ? null : (
              <ExportButton ask={() => download(exportSupersededDates, { params: { caseId: view.id } })}>
                导出被替换的日期
              </ExportButton>
            )}
          </div>
          <DataTable
            caption="被替换的日期"
            rows={superseded}
            rowKey={(entry) => `${entry.stepKey}/${entry.at}`}
            columns={[
              {
                key: 'step',
                title: '步骤',
                isHeading: true,
                render: (entry) => titles.get(entry.stepKey) ?? entry.stepKey,
              },
              {
                key: 'change',
                title: '原期限 → 新期限',
                render: (entry) =>
                  `${entry.oldDue === null ? '未定' : dateText(entry.oldDue)} → ${entry.newDue === null ? '未定' : dateText(entry.newDue)}`,
              },
              { key: 'reason', title: '理由', render: (entry) => entry.reason },
              { key: 'at', title: '改动时间', render: (entry) => momentText(entry.at) },
            ]}
          />
        </section>
      )}
    </>
  );
}

function Due({ step }: { step: ScheduledStep }) {
  if (step.due === undefined) return <>{step.undatedBecause ?? '未定'}</>;
  return <DateWithReason date={step.due} reason={reasonOf(step.explanation)} />;
}
