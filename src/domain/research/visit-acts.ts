import { personNameOf } from '../organisation/facts.ts';
import type { Attachment } from '../package/attachment.ts';
import { defineAct, type Facts } from '../procedure/act.ts';
import { idOf } from '../procedure/act-ids.ts';
import { checkPerformer } from '../procedure/check-act.ts';
import { coverageMarkOf, coveredOn } from '../procedure/coverage-marks.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { checkDepartments, checkParks, uncoveredCounties } from './coverage.ts';
import { type FoundInExtension, findingsOfExtension } from './extension-findings.ts';
import { checkFindingTime } from './finding-acts.ts';
import { checkPlaces } from './places.ts';
import type { ExtensionResearch, Visit } from './research-state.ts';
import { teamIdsOf } from './team-acts.ts';
import { withResearch } from './with-research.ts';

export type RecordVisit = Omit<Visit, 'id' | 'on'>;
export type RecordEvaluation = { by: string; summary: string; attachments: readonly Attachment[] };
export type ConcludeJointResearch = { summary: string; parksNotNeeded: string };
export type RecordExtensionResearch = Omit<ExtensionResearch, 'id'> & { findings: readonly FoundInExtension[] };

const recordVisit = defineAct<RecordVisit>({
  kind: 'record-visit',
  case: 'topic',
  title: '登记调研活动',
  clause: 'S2.4',
  law: ['S2.5', 'SUR-05'],
  level: 'city',
  tenant: 'body',
  by: 'lead-committee',
  repeatable: true,
  ready: refuseAfterConclusion,
  check: (payload, facts) => [
    ...checkContent(payload),
    ...checkPlaces(payload.places, facts, 'places'),
    ...checkParticipants(payload, facts),
  ],
  satisfies: coversTheRest,
  effects: (payload, facts) => ({
    shared: countiesOnSite(payload)
      .filter((tenantId) => coveredOn(facts.own, tenantId) === undefined)
      .map((tenantId) => ({ kind: 'mark', stepId: coverageMarkOf(tenantId) })),
  }),
  evolve: (state, payload, stamp) => {
    const visit = { ...payload, id: idOf('v', stamp), on: stamp.on };
    return withResearch(state, { visits: [...state.research.visits, visit] });
  },
});

/**
 * S2.4: the step is done with the visit after which no county is left. Where the setting lets a county's own research cover it too, who is
 * covered is asked when the research is concluded, and the first visit does the step.
 */
function coversTheRest(payload: RecordVisit, facts: Facts): boolean {
  if (facts.settings.coverage === 'any-visit') return true;
  const now = new Set(countiesOnSite(payload));
  return uncoveredCounties(facts).every(({ tenantId }) => now.has(tenantId));
}

function countiesOnSite({ places, forms }: RecordVisit): readonly string[] {
  if (!forms.includes('site')) return [];
  return [...new Set(places.flatMap((place) => (place.kind === 'county' ? [place.tenantId] : [])))];
}

function refuseAfterConclusion(facts: Facts): readonly Refusal[] {
  if (facts.own.done['conclude-joint-research'] === undefined) return [];
  return [refuse('research/concluded', 'S2.4', '联合调研已经完成，不再登记调研活动。')];
}

function checkContent({ places, units, forms }: RecordVisit): readonly Refusal[] {
  const empty = [
    places.length === 0 ? '调研地点' : undefined,
    units.every((unit) => unit.trim() === '') ? '走访的单位、企业、乡镇、村（社区）' : undefined,
    forms.length === 0 ? '调研形式' : undefined,
  ].filter((part) => part !== undefined);
  if (empty.length === 0) return [];
  return [refuse('visit/incomplete', 'S2.5', `调研活动缺少${empty.join('、')}，请补充。`)];
}

function checkParticipants({ memberIds }: RecordVisit, facts: Facts): readonly Refusal[] {
  if (memberIds.length === 0) {
    return [refuse('visit/nobody', 'S2.4', '请填写参加调研的联合调研组成员，至少一人。', 'memberIds')];
  }
  const inTeam = new Set(teamIdsOf(facts.state.research.team));
  const strangers = memberIds.filter((personId) => !inTeam.has(personId));
  if (strangers.length === 0) return [];
  const names = strangers.map((personId) => personNameOf(facts.organisation, personId)).join('、');
  return [
    refuse('visit/not-in-team', 'S2.4', `${names}不是联合调研组成员，请核对，或者先调整联合调研组。`, 'memberIds'),
  ];
}

const recordEvaluation = defineAct<RecordEvaluation>({
  kind: 'record-evaluation',
  case: 'topic',
  title: '登记第三方调研评估',
  clause: 'S2.6',
  level: 'city',
  tenant: 'body',
  by: 'lead-committee',
  repeatable: true,
  evolve: (state, payload, stamp) =>
    withResearch(state, { evaluations: [...state.research.evaluations, { ...payload, on: stamp.on }] }),
});

const concludeResearch = defineAct<ConcludeJointResearch>({
  kind: 'conclude-joint-research',
  case: 'topic',
  title: '完成联合调研',
  clause: 'S2.4',
  law: ['S2.5', 'SUR-05', 'SUR-06'],
  level: 'city',
  tenant: 'body',
  by: 'lead-committee',
  namesMissing: true,
  ready: (facts) => {
    const missing = uncoveredCounties(facts);
    if (missing.length === 0) return [];
    const names = missing.map((track) => track.shortName).join('、');
    const text = `联合调研尚未实地覆盖${names}；实地调研须覆盖每一个县（市、区），请登记以“实地调研”形式前往的调研活动。`;
    return [refuse('coverage/county-missing', 'S2.4', text)];
  },
  check: (payload, facts) => [...checkParks(payload.parksNotNeeded, facts), ...checkDepartments(facts)],
  evolve: (state, payload) => withResearch(state, { parksNotNeeded: payload.parksNotNeeded.trim() || null }),
});

const recordExtension = defineAct<RecordExtensionResearch>({
  kind: 'record-extension-research',
  case: 'topic',
  title: '登记延伸调研',
  clause: 'S2.7',
  level: 'county',
  tenant: 'body',
  by: 'lead-committee',
  repeatable: true,
  check: (payload, facts) => [
    ...checkExtension(payload, facts),
    ...(payload.findings.length === 0 ? [] : checkFindingTime(facts)),
  ],
  evolve: (state, { findings, ...said }, stamp) => {
    const extension = { ...said, id: idOf('x', stamp) };
    return withResearch(state, {
      extension: [...state.research.extension, extension],
      findings: [...state.research.findings, ...findingsOfExtension(findings, extension, stamp)],
    });
  },
});

/** It has taken place: from one day to another, none of them after the day it is recorded. */
function checkExtension({ from, until }: RecordExtensionResearch, { on }: Facts): readonly Refusal[] {
  if (until < from) {
    return [refuse('extension/days', 'S2.7', `结束日期${until}早于开始日期${from}，请更正。`, 'until')];
  }
  if (until <= on) return [];
  const text = `延伸调研${until}才结束，登记的日期为${on}，请在开展之后登记。`;
  return [refuse('extension/not-yet', 'S2.7', text, 'until')];
}

/** Visits are planned by whoever records them: the lead committee of the city (S2.4). */
export function checkPlanner(facts: Pick<Facts, 'actor' | 'view' | 'own'>): readonly Refusal[] {
  return checkPerformer(recordVisit, facts);
}

/** S2.4–S2.7: the team's visits, a third party's evaluation, the counties' own research. */
export const visitActs = [recordVisit, recordEvaluation, concludeResearch, recordExtension];
