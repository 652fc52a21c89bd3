import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { stateIn } from '../../test/build/play.ts';
import { walkOf } from '../../test/build/walk.ts';
import { patience, runs, walks } from '../../test/build/walk-arbitraries.ts';
import { fold } from './fold.ts';
import { trackOf } from './procedure/case.ts';

vi.setConfig({ testTimeout: patience });

describe('the state of a tenant in a case', () => {
  test('is the fold of its own acts after every one of them, and survives being stored', () => {
    fc.assert(
      fc.property(walks(200), ({ beginning, seeds }) => {
        for (const { step, after } of walkOf(beginning, seeds).play.log) {
          const view = after.cases.get(step.caseId);
          const kind = view === undefined ? undefined : trackOf(view, step.tenantId)?.kind;
          const own = (after.chains.get(step.tenantId) ?? []).filter((act) => act.caseId === step.caseId);
          const folded = fold(view?.kind ?? 'topic', kind ?? 'body', own);
          expect(folded).toEqual(stateIn(after, step));
          expect(JSON.parse(JSON.stringify(folded))).toEqual(folded);
        }
      }),
      runs(8),
    );
  });
});
