import { describe, expect, test } from 'vitest';
import { buildMeeting, buildTopic, testCounties, testOrganisation } from '../../../test/build/facts.ts';
import { withHeads } from '../../../test/build/heads.ts';
import { buildVote, cityObservers, membersOf } from '../../../test/build/sitting.ts';
import { receive, type Step, stateKey, take, type World } from '../../../test/build/world.ts';
import { legalCalendarOf } from '../calendar/legal-days.ts';
import { type CaseState, emptyCaseState } from '../case-state.ts';
import { cityTrackOf, type PlainDateText, trackOf } from '../procedure/case.ts';
import { defaultSettings } from '../procedure/settings.ts';

const topicId = 'topic-1';
const bodies = ['city', ...testCounties];

/** The year has settled its topic and the research is done; each body has one finding. */
function buildWorld(): World {
  const bodyTracks = (id: string) =>
    buildTopic().tracks.filter((track) => track.kind === 'body' && track.tenantId !== id);
  const researched = { 'finalise-research-report': { on: '2026-09-20', seq: 1 } };
  const topic = buildTopic({ id: topicId, tracks: bodyTracks('').map((track) => ({ ...track, done: researched })) });
  const year = buildTopic({ kind: 'year', id: 'year-2026', name: '2026年度', tracks: bodyTracks('') });
  return {
    organisation: withHeads(testOrganisation),
    settings: defaultSettings,
    calendar: legalCalendarOf([]),
    cases: new Map([
      [topic.id, topic],
      [year.id, year],
    ]),
    states: new Map(bodies.map((id) => [stateKey(topicId, id), stateWithFinding(id)])),
    chains: new Map(),
    parcels: [],
    nextId: 1,
  };
}

function stateWithFinding(bodyId: string): CaseState {
  const findings = [
    {
      id: `f-${bodyId}`,
      title: '停车难',
      description: '车位不足',
      place: { kind: 'department', organId: `${bodyId}-housing` } as const,
      severity: 'prominent' as const,
    },
  ];
  return { ...emptyCaseState, research: { ...emptyCaseState.research, findings } };
}

/** Takes an act that has to be allowed outright. */
function taken(world: World, step: Step): World {
  const { world: next, refusals } = take(world, step);
  expect(refusals, `${step.tenantId} ${step.kind}`).toEqual([]);
  return next;
}

function received(world: World, tenantId: string, on: PlainDateText): World {
  return world.parcels
    .filter(({ draft, receivedBy }) => draft.addresseeIds.includes(tenantId) && !receivedBy.includes(tenantId))
    .reduce((current, parcel) => {
      const { world: next, refusals } = receive(current, parcel, tenantId, on);
      expect(refusals, `${tenantId} receives ${parcel.draft.kind}`).toEqual([]);
      return next;
    }, world);
}

type Day = { opens: PlainDateText; convened: PlainDateText; draft: PlainDateText; final: PlainDateText };
const cityDay: Day = { opens: '2026-10-26', convened: '2026-09-20', draft: '2026-10-06', final: '2026-10-16' };
const countyDay: Day = { opens: '2026-10-18', convened: '2026-09-20', draft: '2026-09-28', final: '2026-10-08' };

/** From the council's decision to papers in the members' hands. */
function prepared(world: World, bodyId: string, day: Day): World {
  const organ = `${bodyId}-government`;
  const { opens } = day;
  const meeting = buildMeeting(bodyId, day.convened);
  const act = (tenantId: string, kind: string, on: PlainDateText, payload: object) => (current: World) =>
    taken(current, { tenantId, caseId: topicId, kind, on, payload });
  const report = { title: '专项工作报告', text: '正文', attachments: [] };
  const items = [{ topicId, purpose: 'deliberation' }];
  const convened = taken(world, {
    tenantId: bodyId,
    caseId: 'year-2026',
    kind: 'convene-session',
    on: day.convened,
    payload: { number: `${bodyId}会议`, opens, closes: opens, items },
    meeting,
  });
  return [
    act(bodyId, 'name-responsible-organs', day.convened, { organIds: [organ] }),
    act(organ, 'submit-draft-report', day.draft, report),
    (current: World) => received(current, bodyId, day.draft),
    act(organ, 'submit-final-report', day.final, { ...report, opinionAnswers: [] }),
    (current: World) => received(current, bodyId, day.final),
    act(bodyId, 'distribute-report', day.final, { form: 'both', note: '' }),
  ].reduce((current, next) => next(current), convened);
}

/** The sitting from its notice to its agenda; its id. */
function opened(world: World, bodyId: string, { opens, final }: Day): { world: World; sessionId: string } {
  const sessionId = trackOf(world.cases.get(topicId) ?? buildTopic(), bodyId)?.session?.sessionId ?? '';
  const heads = [{ name: '负责人', capacity: 'organ-head', tenantId: `${bodyId}-government` }];
  const opening = {
    at: '09:00',
    chairId: `${bodyId}-chair`,
    delegated: false,
    presentIds: membersOf(bodyId),
    excused: [],
    observers: bodyId === 'city' ? cityObservers : heads,
  };
  const agenda = { items: [{ title: '听取和审议报告', topicId }], vote: buildVote(bodyId, { at: '09:05' }) };
  const steps: readonly (readonly [string, PlainDateText, object])[] = [
    ['send-session-notice', final, { matters: [{ title: '听取和审议报告' }], note: '' }],
    ['open-session', opens, opening],
    ['adopt-agenda', opens, agenda],
  ];
  const sitting = steps.reduce(
    (current, [kind, on, payload]) => taken(current, { tenantId: bodyId, caseId: sessionId, kind, on, payload }),
    world,
  );
  return { world: sitting, sessionId };
}

/** Hearing, and the opinion from its first line to the vote. */
function opinionAdopted(world: World, bodyId: string, { opens }: Day, vote = buildVote(bodyId)): World {
  const common = { tenantId: bodyId, caseId: topicId, on: opens };
  const counties = bodyId === 'city' ? testCounties : [];
  const demand = { problem: '停车难', text: '增加车位', organId: `${bodyId}-government`, findingIds: [`f-${bodyId}`] };
  const opinion = {
    assessment: '成效明显',
    withoutDemand: [],
    demands: [demand],
    countyResults: counties.map((tenantId) => ({ tenantId, demandNos: [1], how: '' })),
  };
  const version = (world.states.get(stateKey(topicId, bodyId))?.deliberation.opinion?.version ?? 0) + 1;
  const compiled = taken(world, { ...common, kind: 'compile-opinion', payload: opinion });
  const agreed = taken(compiled, {
    ...common,
    kind: 'agree-opinion',
    payload: { outcome: 'approved', version },
    meeting: buildMeeting(bodyId, opens),
  });
  return taken(agreed, { ...common, kind: 'adopt-opinion', payload: { version, vote } });
}

function heard(world: World, bodyId: string, { opens }: Day): World {
  const payload = { at: '09:30', organId: `${bodyId}-government`, reporter: '李样本', delegated: false, speeches: [] };
  return taken(world, { tenantId: bodyId, caseId: topicId, kind: 'deliberate', on: opens, payload });
}

function closed(world: World, bodyId: string, sessionId: string, { opens }: Day): World {
  return taken(world, {
    tenantId: bodyId,
    caseId: sessionId,
    kind: 'close-session',
    on: opens,
    payload: { at: '17:00' },
  });
}

function countyThrough(world: World, countyId: string): World {
  const { world: sitting, sessionId } = opened(prepared(world, countyId, countyDay), countyId, countyDay);
  const adopted = opinionAdopted(heard(sitting, countyId, countyDay), countyId, countyDay);
  return taken(closed(adopted, countyId, sessionId, countyDay), {
    tenantId: countyId,
    caseId: topicId,
    kind: 'send-supervision-results',
    on: '2026-10-20',
    payload: { note: '', attachments: [] },
  });
}

/** Everything up to the city's hearing: the counties have sat and sent, and the special meeting has heard them. */
function cityHeard(): { world: World; sessionId: string } {
  const counties = testCounties.reduce(countyThrough, prepared(buildWorld(), 'city', cityDay));
  const met = taken(received(counties, 'city', '2026-10-21'), {
    tenantId: 'city',
    caseId: topicId,
    kind: 'hold-special-meeting',
    on: '2026-10-22',
    payload: { chairId: 'city-vice-1', heardIds: testCounties, commonProblems: [], summary: '汇总' },
  });
  const { world, sessionId } = opened(met, 'city', cityDay);
  const statements = testCounties.map((tenantId) => ({ tenantId, name: '负责人', form: 'spoken', text: '意见' }));
  const spoken = taken(heard(world, 'city', cityDay), {
    tenantId: 'city',
    caseId: topicId,
    kind: 'record-county-statements',
    on: cityDay.opens,
    payload: { statements },
  });
  return { world: spoken, sessionId };
}

describe('S3.1–S3.7 from the decision to convene to the adopted opinions of two levels', () => {
  test('counties first, the city last, every act allowed outright and every step in time', () => {
    const { world, sessionId } = cityHeard();
    const after = closed(opinionAdopted(world, 'city', cityDay), 'city', sessionId, cityDay);
    const topic = after.cases.get(topicId) ?? buildTopic();
    for (const track of topic.tracks.filter(({ kind }) => kind === 'body')) {
      expect(track.departures).toEqual([]);
      expect(track.session?.state).toBe('closed');
      expect(Object.keys(track.done)).toEqual(
        expect.arrayContaining(['convene-session', 'deliberate', 'compile-opinion', 'agree-opinion', 'adopt-opinion']),
      );
    }
    expect(Object.keys(cityTrackOf(topic)?.done ?? {})).toContain('record-county-statements');
    const { opinion, countyResults } = after.states.get(stateKey(topicId, 'city'))?.deliberation ?? {};
    expect(opinion).toMatchObject({ state: 'adopted', vote: { passed: true } });
    expect(Object.keys(countyResults ?? {})).toEqual([...testCounties]);
  });

  test('demand ids of ten bodies never meet', () => {
    const { world } = cityHeard();
    const after = opinionAdopted(world, 'city', cityDay);
    const ids = bodies.flatMap((id) =>
      (after.states.get(stateKey(topicId, id))?.deliberation.opinion?.demands ?? []).map((demand) => demand.id),
    );
    expect(ids).toHaveLength(bodies.length);
    expect(new Set(ids).size).toBe(bodies.length);
  });

  test('a lost vote sends the opinion back through all three steps, and the next version may pass', () => {
    const { world } = cityHeard();
    const lost = opinionAdopted(world, 'city', cityDay, buildVote('city', { abstain: membersOf('city').slice(0, 6) }));
    const undone = Object.keys(cityTrackOf(lost.cases.get(topicId) ?? buildTopic())?.done ?? {});
    expect(undone).not.toContain('adopt-opinion');
    expect(undone).not.toContain('agree-opinion');
    expect(undone).not.toContain('compile-opinion');
    const again = take(lost, {
      tenantId: 'city',
      caseId: topicId,
      kind: 'adopt-opinion',
      on: cityDay.opens,
      payload: { version: 1, vote: buildVote() },
    });
    expect(again.refusals.map(({ code }) => code)).toContain('order/step-missing');
    const passed = opinionAdopted(lost, 'city', cityDay);
    expect(passed.states.get(stateKey(topicId, 'city'))?.deliberation.opinion).toMatchObject({
      state: 'adopted',
      version: 2,
    });
  });

  test('a moved city session moves the topic’s sitting on its track', () => {
    const world = prepared(buildWorld(), 'city', cityDay);
    const sessionId = trackOf(world.cases.get(topicId) ?? buildTopic(), 'city')?.session?.sessionId ?? '';
    const moved = taken(world, {
      tenantId: 'city',
      caseId: sessionId,
      kind: 'move-session',
      on: '2026-10-17',
      payload: { opens: '2026-11-02', closes: '2026-11-03', reason: '全市重大活动', seenChangeSet: '' },
      meeting: buildMeeting('city', '2026-10-17'),
    });
    expect(trackOf(moved.cases.get(topicId) ?? buildTopic(), 'city')?.session).toMatchObject({ opens: '2026-11-02' });
  });
});
