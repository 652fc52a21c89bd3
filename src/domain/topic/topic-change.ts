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

/** The change in a sentence, from what holds now to what is proposed; dates stand as they are stored. */
export function describeChange(change: TopicChange, facts: Pick<Facts, 'view' | 'organisation'>): string {
  const { view } = facts;
  if (change.kind === 'withdraw') return `撤销“${view.name}”，各级同步不再办理。`;
  const parts = [
    partOf('议题名称', `“${view.name}”`, change.name === undefined ? undefined : `“${change.name}”`),
    partOf('牵头委室', view.leadUnitName, unitNameOf(change.leadUnitId, facts) ?? change.leadUnitId),
    partOf('审议时间', view.deliberationDate, change.deliberationDate),
  ].filter((part) => part !== undefined);
  return `“${view.name}”：${parts.join('；')}。`;
}

function partOf(what: string, now: string | undefined, then: string | undefined): string | undefined {
  if (then === undefined || then === now) return undefined;
  return now === undefined ? `${what}调整为${then}` : `${what}由${now}调整为${then}`;
}

function unitNameOf(unitId: string | undefined, { organisation }: Pick<Facts, 'organisation'>): string | undefined {
  return organisation.units.find((unit) => unit.id === unitId)?.name;
}
