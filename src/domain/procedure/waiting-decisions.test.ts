import { describe, expect, test } from 'vitest';
import { stepsAwaited } from './waiting-decisions.ts';

describe('监督法 §8 what waits for its confirmation', () => {
  test('a decision of the session holds the step of its own case', () => {
    expect(stepsAwaited({ caseId: 'topic-1', kind: 'agree-opinion', items: [] }, 'city', 'body')).toEqual([
      { caseId: 'topic-1', stepId: 'agree-opinion' },
    ]);
  });

  test('a sitting that is convened in the year holds the steps of the topics on it', () => {
    const items = [
      { topicId: 'topic-1', purpose: 'deliberation' as const },
      { topicId: 'topic-2', purpose: 'handling' as const },
    ];
    expect(stepsAwaited({ caseId: 'year', kind: 'convene-session', items }, 'city', 'body')).toEqual([
      { caseId: 'topic-1', stepId: 'convene-session' },
      { caseId: 'topic-2', stepId: 'schedule-handling-assessment' },
    ]);
  });

  test('what does no step holds none', () => {
    expect(stepsAwaited({ caseId: 's-1', kind: 'move-session', items: [] }, 'city', 'body')).toEqual([]);
  });
});
