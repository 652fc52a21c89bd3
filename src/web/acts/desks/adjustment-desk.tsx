import { objectOf } from '../../../contract/form-fields.ts';
import { isPlainDate } from '../../../domain/calendar/counting.ts';
import { cityTrackOf } from '../../../domain/procedure/case.ts';
import type { DateChange } from '../../../domain/procedure/change-set.ts';
import { datesOfNewDeliberation } from '../../../domain/procedure/entailed-dates.ts';
import { stanceNames } from '../../../domain/topic/consultation.ts';
import { dutyClashes, plannedDaysOf } from '../../../domain/topic/duty-clashes.ts';
import { clashesOfPlan } from '../../../domain/topic/plan-clashes.ts';
import { adjustmentTriggerNames } from '../../../domain/topic/topic.ts';
import { describeChange } from '../../../domain/topic/topic-change.ts';
import { dateText, dateWithWeekday, withDateWords } from '../../lib/formats.ts';
import { periodOfYear, useSpokenDuties } from '../../lib/leader-duties.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { FactList, FactRows } from '../../ui/fact-list.tsx';
import { MessageBox } from '../../ui/message-box.tsx';
import type { Desk, DeskProps } from '../desk.ts';
import { ClashList } from './clash-list.tsx';
import { fixedSittingsOf } from './plan-rows.ts';
import './plan.css';

export const desk: Desk = { papers: { title: '议题现在的内容', Content: Papers }, Below: Impact };

/** The topic as it stands, and what was proposed and said about it so far (S1.7, S1.8). */
function Papers({ facts }: DeskProps) {
  const { view, state, organisation, consultation } = facts;
  const { proposal, consulted } = state.adjustment;
  const nameOf = (id: string) => organisation.tenants.find((tenant) => tenant.id === id)?.shortName ?? '';
  return (
    <>
      <FactRows
        facts={[
          ['议题名称', view.name],
          ['牵头委室', view.leadUnitName ?? '—'],
          ['审议时间', view.deliberationDate === undefined ? '—' : dateWithWeekday(view.deliberationDate)],
        ]}
      />
      {proposal === null ? null : (
        <FactList
          title="所提建议"
          facts={[
            ['提出单位', nameOf(proposal.fromTenantId)],
            ['调整缘由', adjustmentTriggerNames[proposal.trigger]],
            ['调整内容', withDateWords(describeChange(proposal.change, facts))],
            ['理由', proposal.reason],
          ]}
        />
      )}
      {consulted === null ? null : (
        <FactList
          title="会商的结果"
          facts={[
            ['调整内容', withDateWords(describeChange(consulted.change, facts))],
            ['会商结论', `${dateText(consulted.date)}：${consulted.conclusion}`],
            ...consulted.opinions
              .filter(({ stance, comment }) => stance !== 'agrees' || comment !== '')
              .map(
                ({ tenantId, stance, comment }) =>
                  [
                    nameOf(tenantId),
                    comment === '' ? stanceNames[stance] : `${stanceNames[stance]}：${comment}`,
                  ] as const,
              ),
          ]}
        />
      )}
      {consultation === undefined || consultation === null ? null : (
        <FactList
          title="各方意见"
          facts={consultation.opinions.map(({ tenantId, stance, comment }) => [
            nameOf(tenantId),
            comment === '' ? stanceNames[stance] : `${stanceNames[stance]}：${comment}`,
          ])}
        />
      )}
    </>
  );
}

/** For those who decide on an adjustment, or carry it out: the change that was conferred on, beside what it moves (S1.8). */
export const decisionDesk: Desk = {
  papers: { title: '提请决定的议题调整', Content: Papers },
  Below: ({ facts, cases }: DeskProps) => {
    const { consulted } = facts.state.adjustment;
    return consulted === null ? null : <Impact facts={facts} cases={cases} payload={{ change: consulted.change }} />;
  },
};

/** What the change as it is filled in would do: to whom, which dates from when to when, and what it would not go together with. */
function Impact({ facts, payload, cases }: DeskProps) {
  const change = objectOf(payload.change);
  const duties = useSpokenDuties(periodOfYear(facts.view.year));
  if (payload.outcome === 'keep') return null;
  if (change.kind === 'withdraw') return <Withdrawal facts={facts} />;
  const day = change.deliberationDate;
  if (typeof day !== 'string' || !isPlainDate(day) || day === facts.view.deliberationDate) return null;
  const moved = datesOfNewDeliberation(facts.view, day, facts);
  const { id, year, name } = facts.view;
  const others = cases.filter((other) => other.kind === 'topic' && other.year === year && other.id !== id);
  const topics = [
    { key: id, name, ...leadOf(facts.view), day },
    ...others
      .filter(({ state }) => state === 'active')
      .map((other) => ({
        key: other.id,
        name: other.name,
        ...leadOf(other),
        ...(other.deliberationDate === undefined ? {} : { day: other.deliberationDate }),
      })),
  ];
  const clashes = [
    ...clashesOfPlan(topics, fixedSittingsOf(cases), facts).filter(({ keys }) => keys.includes(id)),
    ...dutyClashes(plannedDaysOf([{ key: id, name, day }]), duties, facts.own.tenantId),
  ];
  return (
    <section className="entailed" aria-label="调整后的变动">
      <h2>调整后的变动</h2>
      {clashes.length === 0 ? null : <ClashList clashes={clashes} />}
      <Moved moved={moved} facts={facts} />
    </section>
  );
}

function leadOf({ leadUnitId, leadUnitName }: { leadUnitId?: string; leadUnitName?: string }) {
  return {
    ...(leadUnitId === undefined ? {} : { leadUnitId }),
    ...(leadUnitName === undefined ? {} : { leadUnitName }),
  };
}

function Moved({ moved, facts }: { moved: readonly DateChange[]; facts: DeskProps['facts'] }) {
  const session = cityTrackOf(facts.view)?.session;
  if (moved.length === 0) {
    const text =
      session === undefined
        ? '没有期限因此变动。'
        : `市级会议已定于${dateText(session.opens)}召开，期限按会期推算；审议时间调整后须另行办理会议改期。`;
    return <p>{text}</p>;
  }
  const nameOf = (id: string) => facts.view.tracks.find((track) => track.tenantId === id)?.shortName ?? '';
  const bodies = [...Map.groupBy(moved, ({ tenantId }) => tenantId)];
  return (
    <>
      <p>
        {bodies.length}个单位的{moved.length}项期限变动。
      </p>
      {bodies.map(([tenantId, own]) => (
        <details key={tenantId} open={tenantId === facts.own.tenantId}>
          <summary>
            {nameOf(tenantId)}（{own.length}项）
          </summary>
          <DataTable
            caption={`${nameOf(tenantId)}的期限变动`}
            rows={own}
            rowKey={({ key }) => key}
            columns={[
              { key: 'step', title: '步骤', isHeading: true, render: ({ title }) => title },
              { key: 'old', title: '原期限', render: ({ oldDue }) => dueText(oldDue) },
              { key: 'new', title: '新期限', render: ({ newDue }) => <strong>{dueText(newDue)}</strong> },
            ]}
          />
        </details>
      ))}
    </>
  );
}

function dueText(due: string | undefined): string {
  return due === undefined ? '未定' : dateWithWeekday(due);
}

function Withdrawal({ facts }: Pick<DeskProps, 'facts'>) {
  const bodies = facts.view.tracks.filter(({ kind }) => kind === 'body');
  const done = Object.keys(facts.own.done).length;
  return (
    <MessageBox
      type="warning"
      title="撤销后，本议题在各级同步不再办理"
      description={`涉及${bodies.map(({ shortName }) => shortName).join('、')}；本单位已办理的${done}项保留在案。`}
    />
  );
}
