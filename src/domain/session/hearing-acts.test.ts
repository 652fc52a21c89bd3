import { describe, expect, test } from 'vitest';
import { buildSession } from '../../../test/build/build-case.ts';
import {
  buildFacts,
  buildTopic,
  changedTrack,
  type FactsOverrides,
  testCounties,
  testOrganisation,
  withDone,
} from '../../../test/build/facts.ts';
import { withHeads } from '../../../test/build/heads.ts';
import { buildSitting, cityObservers, membersOf, talliesOf } from '../../../test/build/sitting.ts';
import { given } from '../../../test/given.ts';
import { deliberationActs as acts } from './deliberation-acts.ts';
import type { Deliberate, HoldSpecialInquiry } from './hearing-acts.ts';
import type { HoldSpecialMeeting } from './special-meeting.ts';

const citySession = buildSession('2026-10-26', '2026-10-27');
const view = testCounties.reduce(
  (topic, county) => changedTrack(topic, county, { session: buildSession('2026-10-18') }),
  changedTrack(buildTopic(), 'city', { session: citySession }),
);
const before = ['distribute-report', 'finalise-research-report', 'hold-special-meeting'];
const facts = (overrides: FactsOverrides = {}) =>
  buildFacts({
    organisation: withHeads(testOrganisation),
    view,
    on: '2026-10-26',
    done: before,
    state: { deliberation: { organIds: ['city-government', 'city-housing'] } },
    sitting: buildSitting('city', { observers: cityObservers }),
    ...overrides,
  });

describe('S3.4 SES-05 专题会议', () => {
  const meeting: HoldSpecialMeeting = {
    chairId: 'city-vice-1',
    heardIds: testCounties,
    commonProblems: [{ title: '停车难', tenantIds: ['county-1', 'county-2'], findingIds: [] }],
    summary: '汇总梳理情况',
  };
  const sent = withDone(view, testCounties, ['send-supervision-results']);
  const hold = (change: Partial<HoldSpecialMeeting> = {}, overrides: FactsOverrides = {}) =>
    given(facts({ view: sent, on: '2026-10-22', done: [], ...overrides })).when(acts, 'hold-special-meeting', {
      ...meeting,
      ...change,
    });

  test('a leader of the city hears every county between the sessions', () => {
    hold().isAllowed();
    expect(hold().state().deliberation.specialMeeting).toEqual({ date: '2026-10-22', ...meeting });
  });

  test('on the closing day of the last county, and on the last day before the city, it is in time', () => {
    hold({}, { on: '2026-10-18' }).isAllowed();
    hold({}, { on: '2026-10-25' }).isAllowed();
  });

  test('is refused before a county that is heard has closed, and once the city sits', () => {
    hold({}, { on: '2026-10-17' }).isRefused('special-meeting/before-county', '涪城');
    hold({}, { on: '2026-10-26' }).isRefused('special-meeting/after-session', '2026-10-26');
  });

  test('is refused under anybody but a leader, and without a sitting ahead', () => {
    hold({ chairId: 'city-member-1' }).isRefused('special-meeting/leader', '示例市member-1');
    hold({}, { view: withDone(buildTopic(), testCounties, ['send-supervision-results']) }).isRefused(
      'special-meeting/no-session',
    );
    hold({ heardIds: [...testCounties, 'city-government'] }).isRefused('special-meeting/not-county');
  });

  test('a county that has not sent its results, or is not heard, is named and the reason recorded', () => {
    hold({}, { view }).departs('order/counties-missing', '涪城', '游仙', '安州');
    hold({ heardIds: ['county-1', 'county-2'] }).departs('special-meeting/not-heard', '安州');
  });
});

describe('S3.5 S3.1 听取和审议专项工作报告', () => {
  const hearing: Deliberate = {
    at: '09:30',
    organId: 'city-government',
    reporter: '李样本',
    delegated: false,
    speeches: [{ name: '张示例', text: '意见' }],
  };
  const deliberate = (change: Partial<Deliberate> = {}, overrides: FactsOverrides = {}) =>
    given(facts(overrides)).when(acts, 'deliberate', { ...hearing, ...change });

  test('a quorate sitting hears the organ it named', () => {
    deliberate().isAllowed();
    expect(deliberate().state().deliberation.deliberation).toMatchObject({ on: '2026-10-26', reporter: '李样本' });
  });

  test('the head of an organ that was named reports (REP-06)', () => {
    deliberate({ reporter: '王样例' }).isRefused('deliberate/reporter', '王样例', '示例市人民政府');
    deliberate({ organId: 'county-1-government' }).isRefused('deliberate/not-named', '涪城人民政府');
  });

  test('is refused outside an open, quorate sitting', () => {
    const few = membersOf('city')
      .slice(0, 5)
      .map((personId) => ({ personId, day: '2026-10-26', from: '09:00', until: null }));
    deliberate({}, { sitting: buildSitting('city', { state: 'convened' }) }).isRefused('sitting/not-open');
    deliberate({}, { on: '2026-10-28' }).isRefused('sitting/outside');
    deliberate({}, { sitting: buildSitting('city', { presence: few }) }).isRefused('sitting/no-quorum', '在场5人');
    deliberate({ at: '08:30' }).isRefused('sitting/no-quorum');
  });

  test('is refused when the agenda is not adopted or does not hold the topic (SES-07)', () => {
    deliberate({}, { sitting: buildSitting('city', { agendaAdopted: false }) }).isRefused('sitting/no-agenda');
    const agenda = [{ no: 1, title: '人事任免' }];
    deliberate({}, { sitting: buildSitting('city', { agenda }) }).isRefused('sitting/not-on-agenda', '示例议题');
  });

  test('waits for the papers, the research and the special meeting', () => {
    for (const missing of before) {
      deliberate({}, { done: before.filter((step) => step !== missing) }).isRefused('order/step-missing');
    }
  });

  test('a county that ends within seven days of the city records the reason (S3.1)', () => {
    const sitting = (opens: string) => {
      const there = membersOf('county-1').map((personId) => ({ personId, day: opens, from: '09:00', until: null }));
      return {
        tenantId: 'county-1',
        on: opens,
        done: ['distribute-report', 'finalise-research-report'],
        view: changedTrack(view, 'county-1', { session: buildSession(opens) }),
        state: { deliberation: { organIds: ['county-1-government'] } },
        sitting: buildSitting('county-1', { opens, closes: opens, presence: there }),
      };
    };
    deliberate({ organId: 'county-1-government' }, sitting('2026-10-19')).isAllowed();
    deliberate({ organId: 'county-1-government' }, sitting('2026-10-20')).departs('order/late', '2026-10-19');
  });
});

describe('S3.6 SES-10 县（市、区）负责人列席并发表意见', () => {
  const statements = testCounties.map((tenantId) => ({
    tenantId,
    name: `${tenantId}负责人`,
    form: 'spoken' as const,
    text: '意见',
  }));
  const record = (rows: readonly object[] = statements, overrides: FactsOverrides = {}) =>
    given(facts({ done: [...before, 'deliberate'], ...overrides })).when(acts, 'record-county-statements', {
      statements: rows,
    });

  test('every county is heard, in the room or in writing', () => {
    record().isAllowed();
    const written = [...statements.slice(0, 2), { ...statements[2], form: 'written' }];
    record(written, { sitting: buildSitting('city', { observers: cityObservers.slice(0, 3) }) }).isAllowed();
  });

  test('is refused while one is missing, twice there, or spoke without attending', () => {
    record(statements.slice(0, 2)).isRefused('statements/county-missing', '安州');
    record([...statements, ...statements.slice(0, 1)]).isRefused('statements/twice');
    record(statements, { sitting: buildSitting('city', { observers: cityObservers.slice(0, 3) }) }).isRefused(
      'statements/not-attending',
      '安州',
    );
  });

  test('is refused before the deliberation', () => {
    record(statements, { done: before }).isRefused('order/step-missing');
  });
});

describe('S3.2 S3.8 专题询问', () => {
  const inquiry: HoldSpecialInquiry = {
    at: '10:00',
    plannedOn: '2026-10-10',
    matter: '停车收费',
    askedIds: ['city-government'],
    summary: '问答情况',
  };
  const inquire = (change: Partial<HoldSpecialInquiry> = {}) =>
    given(facts()).when(acts, 'hold-special-inquiry', { ...inquiry, ...change });

  test('by a plan made before, with the heads of the asked organs there (SUR-11, INQ-06)', () => {
    inquire().isAllowed();
    expect(inquire().state().deliberation.inquiries).toMatchObject([
      { matter: '停车收费', asked: ['city-government'] },
    ]);
  });

  test('is refused without a plan before, and while a head stays away', () => {
    inquire({ plannedOn: '2026-10-26' }).isRefused('inquiry/not-planned');
    inquire({ askedIds: ['city-government', 'city-housing'] }).isRefused('inquiry/head-absent', '住房和城乡建设局');
  });

  test('is refused for organs of another level', () => {
    inquire({ askedIds: ['county-1-government'] }).isRefused('inquiry/organ');
    inquire({ askedIds: [] }).isRefused('inquiry/organ');
  });
});

describe('S3.2 S3.8 对报告进行满意度测评', () => {
  const ballot = {
    at: '10:30',
    members: 11,
    present: 11,
    ruleId: 'majority-of-members',
    ruleVersion: 1,
    tallies: talliesOf({ issued: 11, returned: 11, satisfied: 4, basicallySatisfied: 3, unsatisfied: 4, invalid: 0 }),
  };
  const assess = (done: readonly string[], change: object = {}) =>
    given(facts({ done })).when(acts, 'assess-report', { ...ballot, ...change });

  test('the grade is computed over all members and kept with its working', () => {
    const judged = assess([...before, 'deliberate']);
    judged.isAllowed();
    expect(judged.state().deliberation.reportAssessment).toMatchObject({ grade: 'basically-satisfied', members: 11 });
  });

  test('is refused before the deliberation and for papers that do not add up', () => {
    assess(before).isRefused('order/step-missing');
    const more = ballot.tallies.map((tally) => ({ ...tally, invalid: 1 }));
    assess([...before, 'deliberate'], { tallies: more }).isRefused('assessment/sum');
  });
});
