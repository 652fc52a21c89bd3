import { topicDomainNames } from '../../domain/topic/topic.ts';
import type { LoadedCase } from '../lib/cases.ts';
import { dateWithWeekday } from '../lib/formats.ts';
import type { Linkage } from '../lib/linkage.ts';
import { DataTable } from '../ui/data-table.tsx';

/** The newest version of the joint plan as the reader's unit has it on record; nothing while it has none. */
export function JointPlan({ loaded, linkage }: { loaded: LoadedCase; linkage: Linkage }) {
  const plan = loaded.state?.year.jointPlan ?? null;
  if (plan === null) return null;
  const unitName = (id: string) => linkage.organisation.units.find((unit) => unit.id === id)?.name ?? '—';
  return (
    <section className="year-panel" aria-labelledby="joint-plan-title">
      <h2 id="joint-plan-title" className="section-title">
        计划建议方案（第{plan.version}稿）
      </h2>
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
