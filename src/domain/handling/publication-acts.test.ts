import { describe, expect, test } from 'vitest';
import { buildFacts } from '../../../test/build/facts.ts';
import { given } from '../../../test/given.ts';
import type { AssessmentResult } from '../ballot/satisfaction.ts';
import { emptyRound } from './handling-state.ts';
import { publicationActs as acts } from './publication-acts.ts';

const publication = {
  deputiesInformedOn: '2026-11-02',
  date: '2026-11-03',
  address: '示例市人大网',
  secrecyReviewer: '王样本',
  secrecyReviewedOn: '2026-11-01',
};

describe('S4.1 通报代表并向社会公布', () => {
  const publish = (change: object, done = ['hand-over-results']) =>
    given(buildFacts({ done, on: '2026-11-03' })).when(acts, 'publish-results', { ...publication, ...change });

  test('after the results were handed over and reviewed for secrecy', () => {
    publish({}).isAllowed();
    expect(publish({}).state().handling.publishedOn).toBe('2026-11-03');
  });

  test('is refused when the secrecy review came after (PUB-02)', () => {
    publish({ secrecyReviewedOn: '2026-11-04' }).isRefused('publication/unreviewed');
  });

  test('is refused for a day still to come, and before the hand-over', () => {
    publish({ date: '2026-11-05' }).isRefused('publication/in-future', '2026-11-05');
    publish({}, []).isRefused('order/step-missing');
  });
});

describe('监督法 §17 办理落实情况通报代表并向社会公布', () => {
  const assessment: AssessmentResult = {
    ruleId: 'majority',
    ruleVersion: 1,
    members: 11,
    present: 9,
    count: { issued: 9, returned: 9, satisfied: 7, basicallySatisfied: 1, unsatisfied: 1, invalid: 0 },
    grade: 'satisfied',
    explanation: '',
  };
  const publish = (change: object, done = ['assess-handling@1']) =>
    given(
      buildFacts({
        done,
        on: '2026-11-03',
        state: { handling: { rounds: [{ ...emptyRound(1, '2026-10-01'), assessment }, emptyRound(2, '2027-01-31')] } },
      }),
    ).when(acts, 'publish-handling', { ...publication, ...change });

  test('PUB-01 of every round that was assessed and of no other', () => {
    publish({}).isAllowed();
    expect(
      publish({})
        .state()
        .handling.rounds.map(({ publishedOn }) => publishedOn),
    ).toEqual(['2026-11-03', null]);
  });

  test('PUB-02 is refused when the secrecy review came after', () => {
    publish({ secrecyReviewedOn: '2026-11-04' }).isRefused('publication/unreviewed');
  });

  test('is refused for a day still to come, and before the session has assessed the handling', () => {
    publish({ deputiesInformedOn: '2026-11-05' }).isRefused('publication/in-future', '2026-11-05');
    publish({}, []).isRefused('order/step-missing');
  });
});
