import { daysForward } from '../../../src/domain/calendar/counting.ts';
import { disputedDemands } from '../../../src/domain/handling/dispute-acts.ts';
import { answerForms } from '../../../src/domain/handling/handling-state.ts';
import { receivedAnswerOf } from '../../../src/domain/handling/interpellation-answer.ts';
import {
  currentRound,
  openDemands,
  orderOf,
  organsWithDemands,
  referredDisputes,
} from '../../../src/domain/handling/rounds.ts';
import { memberIdsOn } from '../../../src/domain/organisation/facts.ts';
import { openInvitationsOf } from '../../../src/domain/safeguards/invitation.ts';
import { openConcerns } from '../../../src/domain/safeguards/safeguards-state.ts';
import { membersPresentAt } from '../../../src/domain/session/quorum.ts';
import { type Maker, type Making, paperBallot } from './making.ts';
import { inSitting, leaderOf } from './sitting-payloads.ts';

const measure = '2027年6月底前由住建局新增公共车位300个';

/** S4: handing over, answers, reports, verdicts, assessment, the next step. */
export const handlingPayloads: Readonly<Record<string, Maker>> = {
  'hand-over-results': () => ({ payload: { note: '' } }),
  'publish-results': publication,
  'publish-handling': publication,
  'answer-demands': ({ facts, choices }) => ({
    payload: {
      answers: openDemands(facts.state).map(({ id }) =>
        choices.chance(20) && !isDecided(facts, id)
          ? { demandId: id, stance: 'disputed', reason: '不属本机关职责' }
          : { demandId: id, stance: 'accepted', measure, owner: '李样本', due: daysForward(facts.on, 20) },
      ),
    },
  }),
  'submit-evidence': ({ facts }) => {
    const promised = currentRound(facts.state).answers.filter(({ stance }) => stance === 'accepted');
    const evidence = promised.map(({ demandId }) => ({ demandId, text: '验收单', attachments: [] }));
    return promised.length === 0 ? undefined : { payload: { evidence } };
  },
  'decide-disputes': ({ facts, choices }) => ({
    payload: {
      decisions: disputedDemands(facts.state).map(({ id }) => {
        const demand = { demandId: id, reason: '职责分工' };
        if (choices.chance(40)) return { ...demand, decision: 'withdraw' };
        if (facts.own.round > 1 || choices.chance(60)) return { ...demand, decision: 'upheld' };
        const { organId } = facts.state.handling.demands.find((one) => one.id === id) ?? {};
        const organs = [`${facts.own.bodyId}-government`, `${facts.own.bodyId}-housing`];
        return { ...demand, decision: 'reassign', organId: organs.find((other) => other !== organId) };
      }),
    },
  }),
  'settle-disputes': ({ facts, choices }) => ({
    payload: {
      outcomes: referredDisputes(facts.state).map(({ decision: { demandId } }) => ({
        demandId,
        outcome: choices.chance(50) ? 'approved' : 'returned',
        reason: '经研究决定',
      })),
    },
  }),
  'submit-handling-draft': () => ({ payload: { title: '办理报告', text: '征求意见稿', attachments: [] } }),
  'comment-on-handling': ({ facts }) => ({
    payload: {
      organIds: currentRound(facts.state).drafts.map(({ fromTenantId }) => fromTenantId),
      comment: '补充数据',
    },
  }),
  'submit-handling-report': ({ facts }) => ({
    payload: {
      title: '办理报告',
      text: '正文',
      unfinished: openDemands(facts.state).map(({ id }) => ({ demandId: id, plan: '继续推进' })),
      attachments: [],
    },
  }),
  'record-follow-up': ({ facts, choices }) => {
    const problems = choices.chance(30) ? '进度偏慢' : '';
    return {
      payload: {
        form: 'inspection',
        leaderId: leaderOf(facts),
        organIds: organsWithDemands(openDemands(facts.state)),
        demandIds: [],
        problems,
        feedback: problems === '' ? '' : '加快',
      },
    };
  },
  'give-verdicts': ({ facts, choices }) => ({
    payload: {
      verdicts: openDemands(facts.state).map(({ id }) => ({
        demandId: id,
        verdict: choices.chance(40) ? 'met' : 'partly-met',
        reason: '仍需推进',
      })),
    },
  }),
  'schedule-handling-assessment': (making) => {
    const sessionId = comingSession(making);
    return sessionId === undefined ? undefined : { payload: { sessionId } };
  },
  'assess-handling': paperBallot,
  'choose-next-step': ({ facts, choices }) => {
    const next = { due: daysForward(facts.on, 60), requirement: '限期整改' };
    if (!choices.chance(30))
      return { payload: { ...next, step: choices.one(['rectify', 'second-deliberation', 'inquiry']) } };
    const members = memberIdsOn(facts.organisation, facts.own.bodyId, facts.on);
    const signatoryIds = members.slice(0, facts.own.level === 'city' ? 5 : 3);
    const organId = `${facts.own.bodyId}-government`;
    const words = { organId, question: '为何', content: '质询内容' };
    const put = { motionId: 'motion-1', submittedOn: facts.on, signatoryIds, form: choices.one(answerForms) };
    return { payload: { ...next, step: 'interpellation', ...words, ...put } };
  },
  'deliberate-again': (making) =>
    inSitting(making, () => ({
      at: '09:30',
      speeches: [{ name: '张示例', text: '仍有差距' }],
      conclusion: '继续落实',
    })),
  'hold-inquiry': (making) => inSitting(making, ({ facts }) => ({ at: '09:30', exchanges: [exchangeIn(facts)] })),
  'record-interpellation-answer': ({ facts, choices }) => {
    const signatoryIds = orderOf(facts.state)?.interpellation?.signatoryIds ?? [];
    const asksAgain = choices.chance(40);
    const dissatisfiedIds = asksAgain ? signatoryIds : signatoryIds.slice(0, 1);
    return { payload: { ...answeredIn(facts, false), dissatisfiedIds, asksAgain } };
  },
  'decide-second-answer': ({ facts, choices }) => ({
    payload: choices.chance(50)
      ? { outcome: 'not-again', reason: '答复已经清楚' }
      : { outcome: 'again', form: choices.one(answerForms), due: daysForward(facts.on, 20) },
  }),
  'record-second-answer': ({ facts }) => ({ payload: { ...answeredIn(facts, true), dissatisfiedIds: [] } }),
  'answer-interpellation': () => ({ payload: organAnswer }),
  'answer-interpellation-again': () => ({ payload: organAnswer }),
  'close-track': () => ({ payload: { note: '' } }),
};

/** The government has 李样本 at its head (withHeads). */
const organAnswer = { answeredBy: '李样本', text: '逐项答复', attachments: [] };

/** What the organ sent is taken over; what came otherwise is entered. */
function answeredIn({ state }: Making['facts'], isAgain: boolean) {
  if (receivedAnswerOf(state, isAgain) !== undefined) return { source: 'received' };
  return { source: 'entered', venue: '常委会会议', ...organAnswer };
}

function exchangeIn(facts: Making['facts']) {
  const [memberId] = membersPresentAt(facts, '09:30');
  return { memberId, organId: `${facts.own.bodyId}-government`, question: '为何没有完成', answer: '年底前完成' };
}

function isDecided({ state }: Making['facts'], demandId: string): boolean {
  return currentRound(state).disputes.some(({ decision }) => decision.demandId === demandId);
}

/** A sitting of the body that is still to come and does not deliberate this very topic. */
function comingSession({ world, facts }: Making): string | undefined {
  const { own, on } = facts;
  return [...world.cases.values()].find(({ kind, tracks, id }) => {
    const [track] = tracks;
    if (kind !== 'session' || track?.tenantId !== own.tenantId || id === own.session?.sessionId) return false;
    return track.session?.state === 'convened' && track.session.opens > on;
  })?.id;
}

/** S5. */
export const safeguardsPayloads: Readonly<Record<string, Maker>> = {
  'flag-major-matter': () => ({ payload: { matter: '重大事项' } }),
  'report-to-party': ({ facts, choices }) => {
    const ids = facts.state.safeguards.majorMatters.map(({ id }) => id);
    const matterIds = choices.chance(30) ? ids.slice(0, 1) : ids;
    return { payload: { form: 'report', matterIds, matter: '有关情况', text: '报告如下' } };
  },
  summarise: () => ({ payload: { practice: '做法', problems: '不足', publicity: '宣传' } }),
  coordinate: ({ facts, choices }) => {
    const counties = facts.view.tracks.filter(({ kind, level }) => kind === 'body' && level === 'county');
    return {
      payload: { toIds: choices.some(counties).map(({ tenantId }) => tenantId), subject: '联系', text: '情况' },
    };
  },
  exchange: ({ facts, choices }) => {
    if (facts.own.kind === 'organ') return { payload: { subject: '情况', text: '进展', about: 'information' } };
    const other = facts.view.tracks.find(({ kind, level }) => kind === 'body' && level !== facts.own.level);
    const toIds = choices.chance(30) ? [`${facts.own.bodyId}-housing`] : [other?.tenantId];
    return { payload: { toIds, subject: '情况', text: '进展', about: 'contact' } };
  },
  'invite-deputies': ({ facts }) => ({
    payload: { activity: 'research', day: facts.on, deputyIds: [`${facts.own.bodyId}-deputy-1`], text: '请参加' },
  }),
  'answer-invitation': ({ facts, choices }) => {
    const [invitation] = openInvitationsOf(facts.state.safeguards, facts.actor.personId, facts.on);
    if (invitation === undefined) return undefined;
    const invitationId = invitation.id;
    return choices.chance(30)
      ? { payload: { invitationId, outcome: 'declined', reason: '另有公务' } }
      : { payload: { invitationId, outcome: 'accepted' } };
  },
  'raise-concern': () => ({ payload: { text: '群众反映停车难' } }),
  'answer-concern': ({ facts }) => {
    const [concern] = openConcerns(facts.state.safeguards);
    return concern === undefined ? undefined : { payload: { concernId: concern.id, answer: '已答复' } };
  },
};

function publication({ facts: { on } }: Making) {
  return {
    payload: {
      deputiesInformedOn: on,
      date: on,
      address: '门户网站',
      secrecyReviewer: '张示例',
      secrecyReviewedOn: on,
    },
  };
}
