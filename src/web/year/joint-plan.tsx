import { exportJointPlan } from '../../contract/year-exports.ts';
import { topicDomainNames } from '../../domain/topic/topic.ts';
import type { LoadedCase } from '../lib/cases.ts';
import { download } from '../lib/client.ts';
import { dateWithWeekday } from '../lib/formats.ts';
import type { Linkage } from '../lib/linkage.ts';
import { DataTable } from '../ui/data-table.tsx';
import { ExportButton } from '../ui/export-button.tsx';

/** The newest version of the joint plan as the reader's unit has it on record; nothing while it has none. */
export function JointPlan({ loaded, linkage }: { loaded: LoadedCase; linkage: Linkage }) {
  const plan = loaded.state?.year.jointPlan ?? null;
  if (plan === null) return null;
  const unitName = (id: string) => linkage.organisation.units.find((unit) => unit.id === id)?.name ?? '—';
  return (
    <section className="year-panel" aria-labelledby="joint-plan-title">
      <div className="section-head">
        <h2 id="joint-plan-title">计划建议方案（第{plan.version}稿）</h2>
        <ExportButton
          looks="link"
          about="计划建议方案"
          ask={() => download(exportJointPlan, { params: { caseId: loaded.view.id } })}
        />
      </div>
      <DataTable
        caption="计划建议方案的议题"
        rows={plan.topics}
        rowKey={({ key }) => key}
        columns={[
          { key: 'name', title: '议题', isHeading: true, render: ({ key, name }) => `${key}．${name}` },
          { key: 'domain', title: '领域', render: ({ domain }) => topicDomainNames[domain] },
          { key: 'lead', title: '牵头委室', render: ({ leadUnitId }) => unitName(leadUnitId) },
          { key: 'day', title: '审议时间', render: ({ deliberationDate }) => dateWithWeekday(deliberationDate) },
        ]}
      />
    </section>
  );
}
