import type { Facts, SharedChange } from '../procedure/act.ts';
import { cityTrackOf } from '../procedure/case.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { TopicChange } from './topic.ts';

/** A change has to change something, within what a plan row may hold (S1.3, TOP-05): a city committee, a day of the plan year. */
export function checkTopicChange(change: TopicChange, facts: Facts): readonly Refusal[] {
  if (change.kind === 'withdraw') return [];
  return [...checkSomething(change, facts), ...checkLeadUnit(change, facts), ...checkDate(change, facts)];
}

type Change = Extract<TopicChange, { kind: 'change' }>;

function checkSomething(change: Change, { view }: Facts): readonly Refusal[] {
  const same =
    (change.name === undefined || change.name === view.name) &&
    (change.leadUnitId === undefined || change.leadUnitId === view.leadUnitId) &&
    (change.deliberationDate === undefined || change.deliberationDate === view.deliberationDate);
  if (!same) return [];
  const text = `调整后的内容与“${view.name}”现在的内容相同，请至少调整议题名称、牵头委室、审议时间中的一项。`;
  return [refuse('adjustment/nothing-changed', 'S1.8', text, 'change')];
}

function checkLeadUnit(change: Change, facts: Facts): readonly Refusal[] {
  if (change.leadUnitId === undefined) return [];
  const unit = facts.organisation.units.find((candidate) => candidate.id === change.leadUnitId);
  if (unit !== undefined && unit.tenantId === cityTrackOf(facts.view)?.tenantId) return [];
  return [refuse('adjustment/lead-committee', 'S1.3', '调整后的牵头委室须是市人大常委会的委室。', 'change')];
}

function checkDate(change: Change, { view, on }: Facts): readonly Refusal[] {
  const date = change.deliberationDate;
  if (date === undefined) return [];
  if (!date.startsWith(`${view.year}-`)) {
    return [
      refuse('adjustment/deliberation-date', 'S1.3', `调整后的审议时间须在${view.year}年内，现为${date}。`, 'change'),
    ];
  }
  if (date < on) {
    return [refuse('adjustment/deliberation-date', 'S1.3', `调整后的审议时间${date}早于办理日期${on}。`, 'change')];
  }
  return [];
}

/** The change as the shared facts of the topic take it, the same for every level (S1.8). */
export function sharedChangeOf(change: TopicChange, facts: Facts): SharedChange {
  if (change.kind === 'withdraw') return { kind: 'change-topic', withdrawn: true };
  const { kind: _kind, ...facets } = change;
  const leadUnitName = unitNameOf(change.leadUnitId, facts);
  return { kind: 'change-topic', ...facets, ...(leadUnitName === undefined ? {} : { leadUnitName }) };
}

/** The change in a sentence, for notices. */
export function describeChange(change: TopicChange, facts: Facts): string {
  if (change.kind === 'withdraw') return `“${facts.view.name}”撤销。`;
  const parts = [
    change.name === undefined ? undefined : `议题名称调整为“${change.name}”`,
    change.leadUnitId === undefined
      ? undefined
      : `牵头委室调整为${unitNameOf(change.leadUnitId, facts) ?? change.leadUnitId}`,
    change.deliberationDate === undefined ? undefined : `审议时间调整为${change.deliberationDate}`,
  ].filter((part) => part !== undefined);
  return `“${facts.view.name}”：${parts.join('；')}。`;
}

function unitNameOf(unitId: string | undefined, facts: Facts): string | undefined {
  return facts.organisation.units.find((unit) => unit.id === unitId)?.name;
}
