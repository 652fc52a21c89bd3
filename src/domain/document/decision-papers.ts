import { assessmentOf, type PaperAssessment } from '../ballot/paper-assessment.ts';
import { assessmentAnnouncement } from '../ballot/result-text.ts';
import { denominatorNames, satisfactionRules } from '../ballot/satisfaction-rule.ts';
import { demandAnswerText, disputeDecisionNames } from '../handling/demand.ts';
import { currentRound, referredDisputes } from '../handling/rounds.ts';

import { memberIdsOn, type OrganisationFacts, personNameOf, tenantNameOf } from '../organisation/facts.ts';
import type { Facts } from '../procedure/act.ts';
import type { ConveneSession } from '../session/convene-session.ts';
import type { Deliberate } from '../session/hearing-acts.ts';
import { namedVoteOf, type VoteRecord } from '../session/named-vote.ts';
import type { AdoptOpinion, AgreeOpinion } from '../session/opinion-acts.ts';
import type { MakeResolution } from '../session/resolution-acts.ts';
import type { AdoptAgenda, OpenSession } from '../session/sitting-acts.ts';
import { explainQuorum } from '../session/thresholds.ts';
import { adjustmentTriggerNames, type PlannedTopic, type TopicChange, topicDomainNames } from '../topic/topic.ts';
import type { AdoptAnnualPlan, SettleTopics } from '../topic/year-acts.ts';
import { factsOf, headed, numberedOf, type Paper, type TitledPaper, tableOf, textOf, titled } from './paper.ts';
import {
  countyResultsPaper,
  handlingPapers,
  implementationPlanPaper,
  interpellationPapers,
  opinionPaper,
  researchReportPaper,
  workReportPaper,
} from './record-papers.ts';

type PapersOf<Payload> = (payload: Payload, facts: Facts) => readonly TitledPaper[];

/** As `defineAct`: the contract has parsed each payload by the schema of its kind before the papers of that kind are asked for. */
function reading<Payload>(papers: PapersOf<Payload>): PapersOf<unknown> {
  return papers as PapersOf<unknown>;
}

/**
 * What a meeting decided on, by kind of act: the papers that a chairperson reads before he confirms that it did (监督法 §8). From the own
 * state as it stands; what the office filled in stands beside them.
 */
const papersByKind: Readonly<Record<string, PapersOf<unknown>>> = {
  'decide-joint-plan': (_payload, facts) => jointPlanPaper(facts, () => true),
  'settle-topics': reading<SettleTopics>(({ keys }, facts) => jointPlanPaper(facts, ({ key }) => keys.includes(key))),
  'adopt-annual-plan': reading<AdoptAnnualPlan>(({ title, topicIds }, facts) =>
    annualPlanPaper(title, topicIds, facts),
  ),
  'decide-adjustment': (_payload, facts) => adjustmentPaper(facts),
  'approve-implementation-plan': (_payload, facts) => implementationPlanPaper(facts),
  'convene-session': reading<ConveneSession>(conveningPaper),
  // Its paper is the set of dates that move, which the server computes.
  'move-session': () => [],
  'open-session': reading<OpenSession>(openingPaper),
  'adopt-agenda': reading<AdoptAgenda>(({ items, vote }, facts) => [
    ...titled('会议议程', numberedOf(items.map(({ title }) => title))),
    ...votePaper(vote, '会议议程', facts),
  ]),
  'close-session': (_payload, facts) => sittingPaper(facts),
  deliberate: reading<Deliberate>((_payload, facts) => [...workReportPaper(facts), ...researchReportPaper(facts)]),
  'record-county-statements': (_payload, facts) => countyResultsPaper(facts),
  'hold-special-inquiry': (_payload, facts) => workReportPaper(facts),
  'assess-report': reading<PaperAssessment>((payload) => resultPaper(payload, '专项工作报告')),
  'agree-opinion': reading<AgreeOpinion>(({ version }, facts) => opinionBefore(version, facts)),
  'adopt-opinion': reading<AdoptOpinion>(({ version, vote }, facts) => [
    ...opinionBefore(version, facts),
    ...votePaper(vote, '审议意见', facts),
  ]),
  'make-resolution': reading<MakeResolution>(({ title, text, reportBy, vote }, facts) => [
    ...titled(title, textOf(text), factsOf(['执行情况报告期限', reportBy])),
    ...votePaper(vote, title, facts),
  ]),
  'settle-disputes': (_payload, facts) => [...disputePaper(facts), ...handlingPapers(facts)],
  'schedule-handling-assessment': (_payload, facts) => handlingPapers(facts),
  'assess-handling': reading<PaperAssessment>((payload, facts) => [
    ...resultPaper(payload, '审议意见办理落实情况'),
    ...handlingPapers(facts),
  ]),
  'choose-next-step': (_payload, facts) => handlingPapers(facts),
  'deliberate-again': (_payload, facts) => handlingPapers(facts),
  'hold-inquiry': (_payload, facts) => handlingPapers(facts),
  'decide-second-answer': (_payload, facts) => interpellationPapers(facts),
};

/** Kinds of decisions that say what they were decided on: every collective one does. */
export const kindsWithPapers: readonly string[] = Object.keys(papersByKind);

/** The papers of one entered decision. */
export function decisionPapers(kind: string, payload: unknown, facts: Facts): readonly TitledPaper[] {
  return papersByKind[kind]?.(payload, facts) ?? [];
}

/** What the committee asks of the council, beside the organ's own words (S4.2). */
function disputePaper({ state, organisation }: Facts): readonly TitledPaper[] {
  const { answers } = currentRound(state);
  const rows = referredDisputes(state).flatMap(({ decision }) => {
    const demand = state.handling.demands.find(({ id }) => id === decision.demandId);
    if (demand === undefined) return [];
    const answer = answers.find(({ demandId }) => demandId === demand.id);
    const asked =
      decision.decision === 'reassign'
        ? `${disputeDecisionNames.reassign}（${tenantNameOf(organisation, decision.organId)}）`
        : disputeDecisionNames[decision.decision];
    return [
      [
        `第${demand.no}项：${demand.text}`,
        `${tenantNameOf(organisation, demand.organId)}：${answer === undefined ? '' : demandAnswerText(answer)}`,
        asked,
        decision.reason,
      ],
    ];
  });
  return titled('机关的异议和委室的处理意见', tableOf('', ['审议要求', '机关的异议', '委室的处理意见', '理由'], rows));
}

function jointPlanPaper(
  { state, organisation }: Facts,
  wanted: (topic: PlannedTopic) => boolean,
): readonly TitledPaper[] {
  const { jointPlan } = state.year;
  if (jointPlan === null) return [];
  const units = new Map(organisation.units.map(({ id, name }) => [id, name]));
  const rows = jointPlan.topics
    .filter(wanted)
    .map(({ key, name, domain, leadUnitId, deliberationDate }) => [
      key,
      name,
      topicDomainNames[domain],
      units.get(leadUnitId),
      deliberationDate,
    ]);
  return titled(
    `联动监督计划建议方案（第${jointPlan.version}稿）`,
    tableOf('', ['序号', '议题', '领域', '牵头委室', '审议时间'], rows),
  );
}

function annualPlanPaper(title: string, topicIds: readonly string[], { view }: Facts): readonly TitledPaper[] {
  const items = (view.topics ?? []).filter(({ id }) => topicIds.includes(id)).map(({ name }) => name);
  return titled(title, headed('纳入的联动监督议题', numberedOf(items)));
}

function adjustmentPaper({ state, view, organisation }: Facts): readonly TitledPaper[] {
  const { proposal, consulted } = state.adjustment;
  const change = consulted?.change ?? proposal?.change;
  if (change === undefined) return [];
  const units = new Map(organisation.units.map(({ id, name }) => [id, name]));
  return titled(
    `“${view.name}”调整方案`,
    changeFacts(change, (id) => units.get(id) ?? ''),
    headed('缘由', textOf(proposal === null ? '' : adjustmentTriggerNames[proposal.trigger])),
    headed('理由', textOf(proposal?.reason ?? '')),
    headed('会商结论', textOf(consulted?.conclusion ?? '')),
  );
}

function changeFacts(change: TopicChange, unitName: (id: string) => string): Paper {
  if (change.kind === 'withdraw') return factsOf(['调整方式', '撤销']);
  const { name, leadUnitId, deliberationDate } = change;
  return factsOf(
    ['议题名称调整为', name],
    ['牵头委室调整为', leadUnitId === undefined ? undefined : unitName(leadUnitId)],
    ['审议时间调整为', deliberationDate],
  );
}

function conveningPaper(
  { number, opens, closes, items }: ConveneSession,
  { topics = [] }: Facts,
): readonly TitledPaper[] {
  const names = new Map(topics.map(({ id, name }) => [id, name]));
  const purposes = { deliberation: '听取和审议专项工作报告', handling: '听取办理落实情况报告并测评' } as const;
  const rows = items.map(({ topicId, purpose }) => [names.get(topicId), purposes[purpose]]);
  return titled(
    number,
    factsOf(['会期', opens === closes ? opens : `${opens}至${closes}`]),
    headed('列入会议的联动监督议题', tableOf('列入会议的联动监督议题', ['议题', '事项'], rows)),
  );
}

function openingPaper({ presentIds, excused, observers }: OpenSession, facts: Facts): readonly TitledPaper[] {
  const { organisation, own, on } = facts;
  const members = memberIdsOn(organisation, own.bodyId, on).length;
  const beside = observers.map(({ name, tenantId, leave }) => [
    name,
    organisation.tenants.find(({ id }) => id === tenantId)?.name,
    leave,
  ]);
  return titled(
    '出席、列席情况',
    factsOf(
      ['会议', `${own.name}${on}`],
      ['法定人数', `${explainQuorum(members).explain}出席${new Set(presentIds).size}人。`],
    ),
    headed('缺席', numberedOf(excused.map((row) => absenceText(row, organisation)))),
    headed('列席', tableOf('列席', ['姓名', '所在单位', '请假'], beside)),
  );
}

function absenceText(
  { personId, reason }: { personId: string; reason: string },
  organisation: OrganisationFacts,
): string {
  return `${personNameOf(organisation, personId)}（${reason === '' ? '没有书面请假' : reason}）`;
}

function sittingPaper({ state }: Facts): readonly TitledPaper[] {
  const { agenda, votes } = state.session;
  return titled(
    '会议情况',
    headed('议程', numberedOf(agenda.map(({ title }) => title))),
    headed('表决', numberedOf(votes.map(({ matter, explanation }) => `${matter}：${explanation}`))),
  );
}

function votePaper(vote: VoteRecord, matter: string, { on, organisation }: Facts): readonly TitledPaper[] {
  const { explanation, passed } = namedVoteOf(vote, matter, on);
  const named = (title: string, ids: readonly string[]) =>
    headed(`${title}（${ids.length}）`, textOf(ids.map((id) => personNameOf(organisation, id)).join('、')));
  return titled(
    `表决结果：${matter}${passed ? '通过' : '未通过'}`,
    textOf(explanation),
    named('反对', vote.no),
    named('弃权', vote.abstain),
    named('未按表决器', vote.notPressed),
    named('赞成', vote.yes),
  );
}

function resultPaper(payload: PaperAssessment, subject: string): readonly TitledPaper[] {
  const result = assessmentOf(payload);
  const rule = satisfactionRules.find(({ id, version }) => id === payload.ruleId && version === payload.ruleVersion);
  return titled(
    '测评结果',
    textOf(assessmentAnnouncement(subject, result)),
    factsOf(
      ['计算', result.explanation],
      ['测评规则', rule === undefined ? '' : `${rule.name}，以${denominatorNames[rule.denominator]}为基数`],
      ['规则依据', rule?.basis ?? ''],
    ),
  );
}

/** The opinion as it stands; where it is not the version that was decided on, that is said first. */
function opinionBefore(version: number, facts: Facts): readonly TitledPaper[] {
  const current = facts.state.deliberation.opinion?.version ?? version;
  const changed: readonly TitledPaper[] =
    current === version
      ? []
      : titled(
          '请先核对',
          textOf(`登记的是第${version}稿，现在的是第${current}稿。会议决定的不是现在这一稿的，请退回办公室。`),
        );
  return [...changed, ...opinionPaper(facts)];
}
