import { assessmentOf, checkPaperAssessment, type PaperAssessment } from '../ballot/paper-assessment.ts';
import { organsOfBody, tenantNameOf } from '../organisation/facts.ts';
import { defineAct, type Facts } from '../procedure/act.ts';
import { countyTracksOf } from '../procedure/case.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { adjustmentSteps } from '../topic/adjustment-state.ts';
import { checkOnAgenda } from './agenda.ts';
import type { CountyStatement, Speech } from './deliberation-state.ts';
import { checkQuorum, checkSittingBegun, checkSittingOpen } from './quorum.ts';
import { checkReporter } from './reporter.ts';
import { withDeliberation } from './with-session.ts';

export type Deliberate = {
  /** 'HH:MM' at which the report was heard. */
  at: string;
  organId: string;
  reporter: string;
  delegated: boolean;
  speeches: readonly Speech[];
};
export type RecordCountyStatements = { statements: readonly CountyStatement[] };
export type HoldSpecialInquiry = {
  at: string;
  plannedOn: string;
  matter: string;
  askedIds: readonly string[];
  summary: string;
};
export type AssessReport = PaperAssessment;

const deliberate = defineAct<Deliberate>({
  kind: 'deliberate',
  case: 'topic',
  title: '常委会会议听取和审议专项工作报告',
  clause: 'S3.5',
  law: ['S3.1', '监督法 §12', '监督法 §16', 'REP-06', 'SES-03', 'SES-07', 'SES-08'],
  level: 'both',
  tenant: 'body',
  by: 'session',
  ready: (facts) => [...checkSittingBegun(facts, 'S3.5'), ...checkOnAgenda(facts)],
  check: (payload, facts) => [
    ...checkSittingOpen(facts, 'S3.5'),
    ...checkQuorum(facts, payload.at),
    ...checkReporter(payload, facts),
  ],
  evolve: (state, { organId, reporter, delegated, speeches }, stamp) =>
    withDeliberation(state, { deliberation: { on: stamp.on, organId, reporter, delegated, speeches } }),
  // What the city has deliberated is not adjusted any more (S1.8): a question still open to the councils falls with it.
  effects: (_payload, { own }) =>
    own.level === 'city' ? { shared: [{ kind: 'unmark-everywhere', stepIds: adjustmentSteps }] } : {},
});

const recordStatements = defineAct<RecordCountyStatements>({
  kind: 'record-county-statements',
  case: 'topic',
  title: '县（市、区）人大常委会负责人列席并发表意见',
  clause: 'S3.6',
  law: ['SES-10', 'SES-11'],
  level: 'city',
  tenant: 'body',
  by: 'session',
  ready: (facts) => checkSittingBegun(facts, 'S3.6'),
  check: (payload, facts) => [
    ...checkSittingOpen(facts, 'S3.6'),
    ...checkEveryCounty(payload, facts),
    ...checkAttending(payload, facts),
  ],
  evolve: (state, { statements }) => withDeliberation(state, { countyStatements: statements }),
});

function checkEveryCounty({ statements }: RecordCountyStatements, { view }: Facts): readonly Refusal[] {
  const counties = countyTracksOf(view);
  const ids = statements.map((statement) => statement.tenantId);
  const missing = counties.filter((county) => !ids.includes(county.tenantId));
  const wrong = ids.some((id, index) => ids.indexOf(id) !== index || !counties.some(({ tenantId }) => tenantId === id));
  const refusals: Refusal[] = [];
  if (missing.length > 0) {
    const names = missing.map((county) => county.shortName).join('、');
    const text = `缺少${names}人大常委会负责人的意见；未到会的，请收集书面意见后登记。`;
    refusals.push(refuse('statements/county-missing', 'S3.6', text, 'statements'));
  }
  if (wrong) {
    const text = '每个县（市、区）人大常委会登记一项意见，请核对重复或者不属于本市的行。';
    refusals.push(refuse('statements/twice', 'S3.6', text, 'statements'));
  }
  return refusals;
}

/** Who spoke was there: he or she stands in the list of those attending without a vote (SES-10). */
function checkAttending({ statements }: RecordCountyStatements, { sitting, organisation }: Facts): readonly Refusal[] {
  const attending = (tenantId: string) =>
    sitting?.state.observers.some(
      (observer) =>
        observer.capacity === 'county-leader' && observer.tenantId === tenantId && observer.leave === undefined,
    );
  const absent = statements.filter(({ form, tenantId }) => form === 'spoken' && attending(tenantId) !== true);
  if (absent.length === 0) return [];
  const names = absent.map(({ tenantId, name }) => `${tenantNameOf(organisation, tenantId)}${name}`).join('、');
  const text = `${names}不在列席人员之中，请在会议中登记列席，或者改为书面意见。`;
  return [refuse('statements/not-attending', 'S3.6', text, 'statements')];
}

const holdInquiry = defineAct<HoldSpecialInquiry>({
  kind: 'hold-special-inquiry',
  case: 'topic',
  title: '开展专题询问',
  clause: 'S3.2',
  law: ['S3.8', '监督法 §47', '监督法 §50', 'INQ-06', 'SUR-11'],
  level: 'both',
  tenant: 'body',
  by: 'session',
  repeatable: true,
  ready: (facts) => checkSittingBegun(facts, 'S3.2'),
  check: (payload, facts) => [
    ...checkSittingOpen(facts, 'S3.2'),
    ...checkQuorum(facts, payload.at),
    ...checkPlanned(payload, facts),
    ...checkHeadsAttend(payload, facts),
  ],
  evolve: (state, { matter, askedIds, summary }, stamp) => {
    const inquiry = { on: stamp.on, matter, asked: askedIds, summary };
    return withDeliberation(state, { inquiries: [...state.deliberation.inquiries, inquiry] });
  },
});

/** SUR-11: a plan was made before (四川省实施办法 2025 §69). */
function checkPlanned({ plannedOn }: HoldSpecialInquiry, { on }: Facts): readonly Refusal[] {
  if (plannedOn < on) return [];
  const text = `开展专题询问应当事先制定方案，方案日期${plannedOn}不早于询问之日${on}。`;
  return [refuse('inquiry/not-planned', 'S3.2', text, 'plannedOn')];
}

/** INQ-06: the heads of the organs that are asked come and answer (监督法 §47). */
function checkHeadsAttend({ askedIds }: HoldSpecialInquiry, facts: Facts): readonly Refusal[] {
  if (!areOwnOrgans(askedIds, facts)) {
    return [refuse('inquiry/organ', '监督法 §47', '询问的对象须是本级国家机关或者部门，请选择。', 'askedIds')];
  }
  const absent = headsAbsent(askedIds, facts);
  if (absent.length === 0) return [];
  const names = absent.map((id) => tenantNameOf(facts.organisation, id)).join('、');
  const text = `${names}的负责人不在列席人员之中；被询问机关的负责人应当到会听取意见、回答询问。`;
  return [refuse('inquiry/head-absent', '监督法 §47', text, 'askedIds')];
}

/** Whether these are organs of the own level, at least one (监督法 §46, §47). */
export function areOwnOrgans(
  ids: readonly string[],
  { organisation, own }: Pick<Facts, 'organisation' | 'own'>,
): boolean {
  const organIds = organsOfBody(organisation, own.bodyId).map(({ id }) => id);
  return ids.length > 0 && ids.every((id) => organIds.includes(id));
}

/** Organs whose head is not among those who attend the sitting. */
export function headsAbsent(organIds: readonly string[], { sitting }: Pick<Facts, 'sitting'>): readonly string[] {
  const heads = (sitting?.state.observers ?? []).filter(
    ({ capacity, leave }) => capacity === 'organ-head' && leave === undefined,
  );
  return organIds.filter((id) => !heads.some((head) => head.tenantId === id));
}

const assessReport = defineAct<AssessReport>({
  kind: 'assess-report',
  case: 'topic',
  title: '对专项工作报告进行满意度测评',
  clause: 'S3.2',
  law: ['S3.8', 'SAT-01', 'SAT-03', 'SAT-07'],
  level: 'both',
  tenant: 'body',
  by: 'session',
  ready: (facts) => checkSittingBegun(facts, 'S3.2'),
  check: (payload, facts) => checkPaperAssessment(payload, facts, 'S3.2'),
  evolve: (state, payload) => withDeliberation(state, { reportAssessment: assessmentOf(payload) }),
});

/** S3.1, S3.2, S3.5, S3.6, S3.8: what happens to the topic in the sitting before an opinion is formed. */
export const hearingActs = [deliberate, recordStatements, holdInquiry, assessReport];
