import { describe, expect, test } from 'vitest';
import { buildSession } from '../../../test/build/build-case.ts';
import {
  buildFacts,
  buildMeeting,
  buildTopic,
  changedTrack,
  type FactsOverrides,
  withDone,
} from '../../../test/build/facts.ts';
import { given } from '../../../test/given.ts';
import type { Facts } from '../procedure/act.ts';
import type { CaseView } from '../procedure/case.ts';
import type { ConveneSession } from './convene-session.ts';
import { sessionActs as acts } from './session-acts.ts';

const year = buildTopic({ kind: 'year', id: 'year-2026', name: '2026年度' });
const cityConvened = changedTrack(buildTopic(), 'city', { session: buildSession('2026-10-26', '2026-10-27') });
const deliberation: ConveneSession['items'] = [{ topicId: 'topic-1', purpose: 'deliberation' }];

function convene(
  change: Partial<ConveneSession> = {},
  overrides: FactsOverrides = {},
  topics: readonly CaseView[] = [buildTopic()],
) {
  const tenantId = overrides.tenantId ?? 'city';
  const facts = { ...buildFacts({ view: year, on: '2026-09-20', ...overrides }), topics };
  const payload = { number: '第二十次会议', opens: '2026-10-26', closes: '2026-10-27', items: deliberation, ...change };
  return given(facts).when(acts, 'convene-session', payload, buildMeeting(tenantId, '2026-09-20'));
}

describe('S3.5 组织法 §54 确定会期', () => {
  test('the council makes a sitting and places topics on it', () => {
    convene().isAllowed();
    const session = { sessionId: 'id-1', opens: '2026-10-26', closes: '2026-10-27', state: 'convened' };
    expect(convene().effects().shared).toEqual([
      {
        kind: 'create-session',
        sessionId: 'id-1',
        number: '第二十次会议',
        opens: '2026-10-26',
        closes: '2026-10-27',
      },
      { kind: 'set-session', caseId: 'topic-1', field: 'session', session },
      { kind: 'mark', caseId: 'topic-1', stepId: 'convene-session' },
    ]);
    expect(convene().state().year.sessions).toEqual([
      { name: '第二十次会议', opens: '2026-10-26', closes: '2026-10-27' },
    ]);
  });

  test('the council says that it calls the sitting, or puts a topic on it, out of turn (REP-04)', () => {
    const items = [{ topicId: 'topic-1', purpose: 'deliberation' as const, unplanned: true }];
    expect(convene({ extraordinary: true, items }).effects().shared).toMatchObject([
      { kind: 'create-session', extraordinary: true },
      { kind: 'set-session', session: { extraordinary: true, unplanned: true } },
      { kind: 'mark' },
    ]);
    const [created, placed] = convene({ extraordinary: false }).effects().shared ?? [];
    expect(created).not.toHaveProperty('extraordinary');
    expect(placed).not.toHaveProperty('session.extraordinary');
  });

  test('a sitting may have no linked topic on it', () => {
    convene({ items: [] }).isAllowed();
  });

  test('a topic whose deliberation is over may come back for the assessment of its handling (S4.4)', () => {
    const heard = changedTrack(buildTopic(), 'city', { session: { ...buildSession('2026-06-20'), state: 'closed' } });
    const items: ConveneSession['items'] = [{ topicId: 'topic-1', purpose: 'handling' }];
    const judged = convene({ items }, {}, [heard]);
    judged.isAllowed();
    expect(judged.effects().shared).toContainEqual(
      expect.objectContaining({ kind: 'set-session', field: 'handlingSession' }),
    );
    // This decision is the council's on the agenda, too (HAN-10).
    expect(judged.effects().shared).toContainEqual({
      kind: 'mark',
      caseId: 'topic-1',
      stepId: 'schedule-handling-assessment',
      perRound: true,
    });
    convene({ items }).isRefused('session/not-deliberated', '示例议题');
  });

  test('is refused where the days make no sense', () => {
    convene({ closes: '2026-10-25' }).isRefused('session/closes-before', '2026-10-25');
    convene({ opens: '2026-09-19' }).isRefused('session/in-past');
  });

  test('is refused for a name that is taken: a sitting is moved, not convened twice', () => {
    const sessions = [{ name: '第二十次会议', opens: '2026-10-26', closes: '2026-10-27' }];
    convene({}, { state: { year: { sessions } } }).isRefused('session/same-name', '会议改期');
  });

  test('is refused for a topic that is none of the year, withdrawn, or listed twice', () => {
    convene({ items: [{ topicId: 'other', purpose: 'deliberation' }] }).isRefused('session/unknown-topic');
    convene({}, {}, [buildTopic({ state: 'withdrawn' })]).isRefused('session/unknown-topic', '示例议题');
    convene({ items: [...deliberation, ...deliberation] }).isRefused('session/topic-twice');
  });

  test('is refused for a topic whose sitting has begun; one that is only placed moves with a reason', () => {
    const sitting = (state: 'convened' | 'open') =>
      changedTrack(buildTopic(), 'city', { session: { ...buildSession('2026-09-28'), state } });
    convene({}, {}, [sitting('open')]).isRefused('session/topic-deliberated', '2026-09-28');
    convene({}, {}, [sitting('convened')]).departs('session/topic-moved', '2026-09-28');
  });

  test('takes up what a closed sitting left undecided, with a reason, and nothing that was decided', () => {
    const closed = { ...buildSession('2026-09-10'), state: 'closed' as const };
    const undecided = changedTrack(buildTopic(), 'city', { session: closed });
    convene({}, {}, [undecided]).departs('session/topic-moved', '2026-09-10');
    convene({}, {}, [withDone(undecided, ['city'], ['adopt-opinion'])]).isRefused('session/topic-deliberated');
  });

  test('is refused without the meeting of the council that decided it', () => {
    given(buildFacts({ view: year, on: '2026-09-20' }))
      .when(acts, 'convene-session', { number: '一', opens: '2026-10-26', closes: '2026-10-26', items: [] })
      .isRefused('meeting/missing');
  });
});

describe('SES-01 组织法 §51: one sitting in two months', () => {
  const nextAfter = (closes: string) =>
    convene({}, { state: { year: { sessions: [{ name: '第十九次会议', opens: closes, closes }] } } });

  test('the day two months on keeps the term', () => {
    nextAfter('2026-08-26').isAllowed();
  });

  test('a day more asks for the reason, with the day it should have been', () => {
    nextAfter('2026-08-25').departs('session/gap', '第十九次会议', '2026-10-25');
  });

  const firstOfTheYear = (...sessions: NonNullable<Facts['sessions']>) => {
    const facts = { ...buildFacts({ view: year, on: '2026-01-20' }), topics: [], sessions };
    const payload = { number: '第二十次会议', opens: '2026-02-26', closes: '2026-02-26', items: [] };
    return given(facts).when(acts, 'convene-session', payload, buildMeeting('city', '2026-01-20'));
  };
  const sitting = (closes: string) => ({ name: '第十九次会议', opens: closes, closes });

  test('the first sitting of a year counts from the last of the year before', () => {
    firstOfTheYear(sitting('2025-12-26')).isAllowed();
    firstOfTheYear(sitting('2025-11-20'), sitting('2025-12-25')).departs('session/gap', '2025-12-25', '2026-02-25');
  });

  test('a sitting counts from the day on which it stands now, not from the day it was first fixed on', () => {
    const state = { year: { sessions: [sitting('2026-08-26')] } };
    const moved = {
      ...buildFacts({ view: year, on: '2026-09-20', state }),
      topics: [],
      sessions: [sitting('2026-08-20')],
    };
    const payload = { number: '第二十次会议', opens: '2026-10-26', closes: '2026-10-27', items: [] };
    given(moved)
      .when(acts, 'convene-session', payload, buildMeeting('city', '2026-09-20'))
      .departs('session/gap', '2026-08-20');
  });
});

describe('S3.1 SES-03: a county sits seven days before the city', () => {
  const county = (change: Partial<ConveneSession>, overrides: FactsOverrides = {}) =>
    convene(change, { tenantId: 'county-1', ...overrides }, [cityConvened]);

  test('ending on the seventh day before keeps it', () => {
    county({ opens: '2026-10-18', closes: '2026-10-19' }).isAllowed();
  });

  test('ending a day later asks for the reason', () => {
    county({ opens: '2026-10-19', closes: '2026-10-20' }).departs('session/within-seven-days', '2026-10-19', '闭会');
  });

  test('where the setting means the opening, opening on that day keeps it', () => {
    const settings = { countySessionMeans: 'opened' } as const;
    county({ opens: '2026-10-19', closes: '2026-10-20' }, { settings }).isAllowed();
    county({ opens: '2026-10-20', closes: '2026-10-20' }, { settings }).departs('session/within-seven-days', '召开');
  });

  test('while the city has not convened the day of its plan is what counts, and the reader is told', () => {
    const planned = (closes: string) =>
      convene({ opens: '2026-10-18', closes }, { tenantId: 'county-1' }, [
        buildTopic({ deliberationDate: '2026-10-26' }),
      ]);
    planned('2026-10-19').isAllowed();
    planned('2026-10-20').departs('session/within-seven-days', '计划2026-10-26审议');
  });

  test('says nothing where neither a sitting nor a plan names a day', () => {
    const { deliberationDate: _none, ...undated } = buildTopic();
    convene({ opens: '2026-10-25' }, { tenantId: 'county-1' }, [undated]).isAllowed();
  });
});
