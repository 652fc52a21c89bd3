import { councilIdsOn, personNameOf } from '../organisation/facts.ts';
import { defineAct, type Facts } from '../procedure/act.ts';
import { countyTracksOf } from '../procedure/case.ts';
import { departsFrom, type Refusal, refuse } from '../refusal.ts';
import { citableFindings } from '../research/report-findings.ts';
import type { CommonProblem } from './deliberation-state.ts';
import { withDeliberation } from './with-session.ts';

export type HoldSpecialMeeting = {
  chairId: string;
  heardIds: readonly string[];
  commonProblems: readonly CommonProblem[];
  summary: string;
};

/**
 * S3.4: a leader of the city's standing committee hears the counties between their sessions and the city's; the lead committee sums
 * up. Its day is the day of the act.
 */
export const specialMeeting = defineAct<HoldSpecialMeeting>({
  kind: 'hold-special-meeting',
  case: 'topic',
  title: '召开专题会议听取县（市、区）监督工作情况并汇总梳理',
  clause: 'S3.4',
  law: ['SES-05'],
  level: 'city',
  tenant: 'body',
  by: 'lead-committee',
  ready: ({ own }) =>
    own.session === undefined
      ? [refuse('special-meeting/no-session', 'S3.4', '市人大常委会会议会期尚未确定，请先由主任会议决定。')]
      : [],
  check: (payload, facts) => [
    ...checkLeader(payload, facts),
    ...checkBeforeSession(facts),
    ...checkHeard(payload, facts),
    ...checkAfterCounties(payload, facts),
    ...checkCommonProblems(payload, facts),
  ],
  evolve: (state, payload, stamp) => withDeliberation(state, { specialMeeting: { date: stamp.on, ...payload } }),
});

function checkLeader({ chairId }: HoldSpecialMeeting, { organisation, own, on }: Facts): readonly Refusal[] {
  if (councilIdsOn(organisation, own.tenantId, on).includes(chairId)) return [];
  const text = `专题会议由市人大常委会领导同志组织召开，${personNameOf(organisation, chairId)}在${on}不是主任会议组成人员。`;
  return [refuse('special-meeting/leader', 'S3.4', text, 'chairId')];
}

function checkBeforeSession({ own, on }: Facts): readonly Refusal[] {
  const opens = own.session?.opens;
  if (opens === undefined || on < opens) return [];
  const text = `专题会议须在市人大常委会会议召开前举行：会议${opens}召开，登记的日期为${on}。`;
  return [refuse('special-meeting/after-session', 'S3.4', text, 'on')];
}

function checkHeard({ heardIds }: HoldSpecialMeeting, { view }: Facts): readonly Refusal[] {
  const counties = countyTracksOf(view);
  if (heardIds.some((id) => !counties.some((county) => county.tenantId === id))) {
    return [refuse('special-meeting/not-county', 'S3.4', '听取情况的只能是本市的县（市、区）人大常委会。', 'heardIds')];
  }
  const missing = counties.filter((county) => !heardIds.includes(county.tenantId));
  if (missing.length === 0) return [];
  const names = missing.map((county) => county.shortName).join('、');
  const text = `专题会议没有听取${names}的监督工作情况，请补充听取，或者写明理由。`;
  return [departsFrom('special-meeting/not-heard', 'S3.4', text, 'heardIds')];
}

/** A county is heard on what its own session did, so that session has ended (SES-05). */
function checkAfterCounties({ heardIds }: HoldSpecialMeeting, { view, on }: Facts): readonly Refusal[] {
  const sitting = countyTracksOf(view).filter(
    ({ tenantId, session }) => heardIds.includes(tenantId) && session !== undefined && session.closes > on,
  );
  if (sitting.length === 0) return [];
  const names = sitting.map(({ shortName, session }) => `${shortName}（${session?.closes ?? ''}闭会）`).join('、');
  const text = `专题会议须在县级会议审议之后举行，${on}尚未闭会的有${names}。`;
  return [refuse('special-meeting/before-county', 'S3.4', text, 'on')];
}

/** A common problem names counties of the linkage and rests on findings that are on record. */
function checkCommonProblems({ commonProblems }: HoldSpecialMeeting, { view, state }: Facts): readonly Refusal[] {
  const counties = new Set(countyTracksOf(view).map(({ tenantId }) => tenantId));
  const findings = new Set(citableFindings(state.research).map(({ id }) => id));
  return commonProblems.flatMap(({ title, tenantIds, findingIds }, index) => {
    const place = `commonProblems.${index}`;
    const refusals: Refusal[] = [];
    if (tenantIds.length === 0 || tenantIds.some((id) => !counties.has(id))) {
      const text = `共性问题“${title}”须写明存在于哪些县（市、区），至少一个。`;
      refusals.push(refuse('special-meeting/problem-counties', 'S3.4', text, `${place}.tenantIds`));
    }
    if (findingIds.some((id) => !findings.has(id))) {
      const text = `共性问题“${title}”依据的问题没有登记，请核对。`;
      refusals.push(refuse('special-meeting/problem-finding', 'S3.4', text, `${place}.findingIds`));
    }
    return refusals;
  });
}
