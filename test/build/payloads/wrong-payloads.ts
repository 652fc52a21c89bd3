import type { Facts } from '../../../src/domain/procedure/act.ts';
import type { Step } from '../world.ts';

/** Spoils a careful payload so that it breaks one must rule; undefined where there is nothing to spoil in it. */
type Spoiler = (payload: Filled, facts: Facts) => object | undefined;

/** A filled-in payload, looked into as what it is: data. */
type Filled = Readonly<Record<string, unknown>>;
type Rows = readonly Filled[];

const rowsOf = (payload: Filled, field: string) => payload[field] as Rows;
const idsOf = (payload: Filled, field: string) => payload[field] as readonly string[];
const firstRow = (field: string, change: object) => (payload: Filled) => {
  const [first, ...rest] = rowsOf(payload, field);
  return first === undefined ? undefined : { ...payload, [field]: [{ ...first, ...change }, ...rest] };
};
const having = (change: object) => (payload: Filled) => ({ ...payload, ...change });
const withoutLast = (field: string) => (payload: Filled) => {
  const rows = rowsOf(payload, field);
  return rows.length === 0 ? undefined : { ...payload, [field]: rows.slice(0, -1) };
};
const twice = (field: string) => (payload: Filled) => {
  const rows = rowsOf(payload, field);
  return rows.length === 0 ? undefined : { ...payload, [field]: [...rows, rows[0]] };
};

type Vote = { at: string; members: number; yes: string[]; no: string[]; abstain: string[]; notPressed: string[] };
const spoiledVotes: readonly ((vote: Vote) => Vote | undefined)[] = [
  // N is of all members, not of those in the room (VOT-01).
  (vote) => ({ ...vote, members: vote.members - 1 }),
  // Nobody votes who is not there (VOT-02, SES-11).
  (vote) => ({ ...vote, yes: [...vote.yes, 'somebody-else'] }),
  (vote) => (vote.yes.length === 0 ? undefined : { ...vote, no: [...vote.no, vote.yes[0] ?? ''] }),
  (vote) => (vote.yes.length === 0 ? undefined : { ...vote, yes: vote.yes.slice(1) }),
  // Before anybody came.
  (vote) => ({ ...vote, at: '07:00', yes: [], no: [], abstain: [], notPressed: [] }),
];
const badVotes: readonly Spoiler[] = spoiledVotes.map((spoil) => (payload) => {
  const vote = spoil(payload.vote as Vote);
  return vote === undefined ? undefined : { ...payload, vote };
});

type Count = { issued: number; returned: number; satisfied: number };
const withCount = (change: (count: Count) => Partial<Count>) => (payload: Filled) => {
  const tallies = payload.tallies as readonly Count[];
  return { ...payload, tallies: tallies.map((tally) => ({ ...tally, ...change(tally) })) };
};
const withTallies = (change: (tallies: readonly Count[]) => readonly Count[]) => (payload: Filled) => ({
  ...payload,
  tallies: change(payload.tallies as readonly Count[]),
});
const badPublication: readonly Spoiler[] = [
  having({ secrecyReviewedOn: '2099-01-01' }),
  having({ date: '2099-01-01' }),
];
const badBallots: readonly Spoiler[] = [
  withCount(({ returned }) => ({ issued: returned - 1 })),
  withCount(({ satisfied }) => ({ satisfied: satisfied + 1 })),
  withCount(({ issued }) => ({ issued: issued + 100 })),
  having({ present: 99 }),
  // One teller, the same teller twice, and two who do not agree.
  withTallies((tallies) => tallies.slice(0, 1)),
  withTallies((tallies) => [...tallies.slice(0, 1), ...tallies.slice(0, 1)]),
  withTallies(([first, ...others]) => [
    ...(first === undefined ? [] : [{ ...first, satisfied: first.satisfied + 1 }]),
    ...others,
  ]),
];

const otherLevel = ({ own }: Facts) => (own.level === 'city' ? 'county-1-government' : 'city-government');

/** By kind of act, what each must rule of the opinion and the law forbids to fill in. */
export const spoilers: Readonly<Record<string, readonly Spoiler[]>> = {
  'open-solicitation': [
    having({ invited: ['public'] }),
    having({ invited: ['organs'] }),
    (payload) => ({ ...payload, publishedOn: '2099-01-01' }),
  ],
  'register-suggestion': [having({ sources: [] })],
  'suggest-topic': [having({ sources: [] })],
  'send-suggestion': [having({ sources: [] })],
  'propose-preliminary-list': [
    firstRow('topics', { suggestionIds: [] }),
    firstRow('topics', { suggestionIds: ['none'] }),
  ],
  'record-consultation': [
    withoutLast('opinions'),
    firstRow('opinions', { stance: 'disagrees', comment: ' ' }),
    having({ results: [] }),
  ],
  'draft-joint-plan': [
    firstRow('topics', { leadUnitId: 'county-1-committee' }),
    firstRow('topics', { deliberationDate: '2027-01-05' }),
    firstRow('topics', { suggestionIds: ['none'] }),
    (payload) => ({ ...payload, topics: [1, 2, 3].map((key) => ({ ...rowsOf(payload, 'topics')[0], key: `${key}` })) }),
  ],
  'settle-topics': [having({ keys: ['none'] })],
  'adopt-annual-plan': [withoutLast('topicIds')],
  'convene-session': [having({ closes: '2025-01-01' }), having({ opens: '2025-01-01', closes: '2025-01-01' })],
  'move-session': [having({ closes: '2025-01-01' }), having({ opens: '2025-01-01' })],
  'consult-adjustment': [withoutLast('opinions'), firstRow('opinions', { stance: 'disagrees', comment: ' ' })],
  'draft-implementation-plan': [having({ talks: ' ' }), having({ focus: '' })],
  'comment-on-plan': [having({ stance: 'revise', comment: '' })],
  'form-research-team': [
    having({ leaderId: 'city-secretary' }),
    withoutLast('members'),
    (payload) => ({ ...payload, members: rowsOf(payload, 'members').slice(1) }),
    firstRow('members', { personId: 'city-clerk' }),
  ],
  'record-visit': [
    having({ memberIds: [] }),
    having({ memberIds: ['city-clerk'] }),
    having({ places: [] }),
    having({ forms: [] }),
  ],
  'record-finding': [(payload, facts) => ({ ...payload, place: { kind: 'department', organId: otherLevel(facts) } })],
  'correct-finding': [
    having({ findingId: 'none' }),
    (payload, facts) => ({ ...payload, place: { kind: 'department', organId: otherLevel(facts) } }),
  ],
  'record-extension-research': [having({ until: '2000-01-01' }), having({ until: '2099-01-01' })],
  'finalise-research-report': [
    having({ paragraphs: [] }),
    withoutLast('leftOut'),
    twice('leftOut'),
    firstRow('leftOut', { reason: ' ' }),
    firstRow('leftOut', { findingId: 'none' }),
    firstRow('paragraphs', { findingIds: ['none'] }),
  ],
  'answer-late-findings': [withoutLast('answers'), firstRow('answers', { answer: 'declined', reason: '' })],
  'name-responsible-organs': [having({ organIds: [] }), (_payload, facts) => ({ organIds: [otherLevel(facts)] })],
  'submit-final-report': [withoutLast('opinionAnswers'), twice('opinionAnswers')],
  'hold-special-meeting': [having({ chairId: 'city-member-1' }), having({ heardIds: ['city'] })],
  deliberate: [
    having({ reporter: '路人' }),
    having({ at: '07:00' }),
    (payload, facts) => ({ ...payload, organId: otherLevel(facts) }),
  ],
  'record-county-statements': [withoutLast('statements'), twice('statements')],
  'hold-special-inquiry': [having({ plannedOn: '2099-01-01' }), having({ askedIds: [] })],
  'assess-report': badBallots,
  'assess-handling': badBallots,
  'compile-opinion': [
    having({ withoutDemand: [{ findingId: 'none', reason: '理由' }] }),
    having({ demands: [] }),
    withoutLast('countyResults'),
    (payload, facts) => firstRow('demands', { organId: otherLevel(facts) })(payload),
    firstRow('demands', { findingIds: ['none'] }),
    firstRow('countyResults', { demandNos: [], how: '' }),
  ],
  'agree-opinion': [having({ version: 99 })],
  'adopt-opinion': [having({ version: 99 }), ...badVotes],
  'make-resolution': [having({ reportBy: '2025-01-01' }), ...badVotes],
  'adopt-agenda': [having({ items: [] }), ...badVotes],
  'open-session': [
    (payload) => ({ ...payload, presentIds: idsOf(payload, 'presentIds').slice(0, 3), excused: [] }),
    having({ chairId: 'nobody' }),
    (payload) => ({ ...payload, presentIds: [...idsOf(payload, 'presentIds'), 'somebody-else'] }),
    having({ observers: [] }),
  ],
  'publish-results': badPublication,
  'publish-handling': badPublication,
  'answer-demands': [withoutLast('answers'), twice('answers'), firstRow('answers', { stance: 'disputed', reason: '' })],
  'submit-evidence': [firstRow('evidence', { demandId: 'none' }), having({ evidence: [] })],
  'decide-disputes': [withoutLast('decisions'), twice('decisions')],
  'settle-disputes': [withoutLast('outcomes'), firstRow('outcomes', { outcome: 'returned', reason: '' })],
  'comment-on-handling': [
    having({ organIds: [] }),
    (payload, facts) => ({ ...payload, organIds: [otherLevel(facts)] }),
  ],
  'record-follow-up': [having({ leaderId: 'nobody' }), having({ problems: '拖延', feedback: '' })],
  'give-verdicts': [
    withoutLast('verdicts'),
    twice('verdicts'),
    firstRow('verdicts', { verdict: 'not-met', reason: '' }),
  ],
  'schedule-handling-assessment': [
    having({ sessionId: 'none' }),
    (_payload, { own }) => ({ sessionId: own.session?.sessionId }),
  ],
  'choose-next-step': [
    having({ due: '2025-01-01' }),
    (payload) => interpellation(payload, ['nobody']),
    (payload, { own }) => interpellation(payload, idsOfMembers(own.bodyId, own.level === 'city' ? 4 : 2)),
    (payload, { own }) =>
      interpellation(
        payload,
        Array.from({ length: 6 }, () => `${own.bodyId}-chair`),
      ),
    (payload, facts) => ({ ...interpellation(payload, idsOfMembers(facts.own.bodyId, 5)), organId: otherLevel(facts) }),
  ],
  'hold-inquiry': [having({ exchanges: [] }), firstRow('exchanges', { memberId: 'nobody' })],
  'answer-interpellation': [having({ answeredBy: '无名氏' })],
  'answer-interpellation-again': [having({ answeredBy: '无名氏' })],
  'record-interpellation-answer': [
    having({ source: 'entered', venue: '会议', answeredBy: '无名氏' }),
    having({ dissatisfiedIds: ['nobody'] }),
    having({ dissatisfiedIds: [], asksAgain: true }),
  ],
  'decide-second-answer': [(payload) => (payload.outcome === 'again' ? { ...payload, due: '2025-01-01' } : undefined)],
  'record-second-answer': [
    having({ source: 'entered', venue: '会议', answeredBy: '无名氏' }),
    having({ dissatisfiedIds: ['nobody'] }),
  ],
  'report-to-party': [having({ matterIds: ['none'] })],
  coordinate: [having({ toIds: [] }), having({ toIds: ['city-government'] })],
  exchange: [(_payload, { own }) => (own.kind === 'organ' ? undefined : { toIds: [], subject: '', text: '' })],
  'invite-deputies': [having({ deputyIds: [] }), having({ deputyIds: ['nobody'] }), having({ day: '2000-01-01' })],
  'answer-invitation': [having({ invitationId: 'none' })],
  'answer-concern': [having({ concernId: 'none' })],
};

function interpellation(payload: Filled, signatoryIds: readonly string[]) {
  return {
    ...payload,
    step: 'interpellation',
    organId: 'city-government',
    question: '问',
    content: '问',
    signatoryIds,
    motionId: 'motion-1',
    submittedOn: '2025-01-01',
    form: 'written',
  };
}

function idsOfMembers(bodyId: string, count: number): readonly string[] {
  return [`${bodyId}-chair`, ...Array.from({ length: count - 1 }, (_none, index) => `${bodyId}-member-${index + 1}`)];
}

/** Meetings that cannot decide anything: nobody, strangers, one person alone, a chair who is not there. */
export function spoiledMeeting(step: Step, kind: number): Step {
  const { meeting, ...rest } = step;
  if (meeting === undefined) return step;
  const [alone = ''] = meeting.presentIds;
  switch (kind % 4) {
    case 0:
      return rest;
    case 1:
      return { ...step, meeting: { ...meeting, presentIds: [...meeting.presentIds, 'somebody-else'] } };
    case 2:
      return { ...step, meeting: { ...meeting, presentIds: [alone] } };
    default:
      return { ...step, meeting: { ...meeting, chairId: 'somebody-else' } };
  }
}
