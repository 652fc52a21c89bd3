import { describe, test } from 'vitest';
import { buildFacts, buildMeeting, buildTopic, testCounties, withDone } from '../../../test/build/facts.ts';
import { given } from '../../../test/given.ts';
import { acts } from '../acts.ts';

const view = buildTopic();
const drafted = (on: string) => withDone(view, ['city'], ['draft-implementation-plan'], on);
const approval = { decision: 'approved' };

describe('the day of an act (decision 4)', () => {
  test('S2.2 a plan is not approved before it was drafted', () => {
    const approved = (day: string) =>
      given(
        buildFacts({
          view: withDone(drafted('2026-06-10'), [...testCounties], ['comment-on-plan'], '2026-06-10'),
          on: day,
        }),
      ).when(acts, 'approve-implementation-plan', approval, buildMeeting('city', day));
    approved('2026-06-10').isAllowed();
    approved('2026-06-09').isRefused('order/before-predecessor', '2026-06-10', '拟定实施方案');
  });

  test('S2.2 a day before the last of the counties asks for the reason, because their lagging does too', () => {
    const commented = withDone(drafted('2026-06-01'), [...testCounties], ['comment-on-plan'], '2026-06-05');
    const late = withDone(commented, ['county-2'], ['comment-on-plan'], '2026-06-20');
    given(buildFacts({ view: late, on: '2026-06-10' }))
      .when(acts, 'approve-implementation-plan', approval, buildMeeting('city', '2026-06-10'))
      .departs('order/before-predecessor', '2026-06-20');
    given(buildFacts({ view: late, on: '2026-06-20' }))
      .when(acts, 'approve-implementation-plan', approval, buildMeeting('city', '2026-06-20'))
      .isAllowed();
  });

  test('a decision of the council bears the day of its meeting (监督法 §8)', () => {
    const ready = withDone(drafted('2026-06-01'), [...testCounties], ['comment-on-plan'], '2026-06-05');
    given(buildFacts({ view: ready, on: '2026-06-30' }))
      .when(acts, 'approve-implementation-plan', approval, buildMeeting('city', '2026-06-29'))
      .isRefused('meeting/other-day', '2026-06-29');
  });
});
