import { listRepeatProblems, tellProblemsApart } from '../../contract/repeat-problems.ts';
import { checkTellsApart } from '../../domain/handling/told-apart.ts';
import type { Actor } from '../../domain/organisation/actor.ts';
import { ForbiddenError } from '../errors.ts';
import type { App } from '../http/app-parts.ts';
import { mustReadContents } from '../http/reading.ts';
import { registerRoute } from '../http/route.ts';
import { type Repeats, repeatProblemsIn, tellApart } from './repeat-commands.ts';

/** Problems that stand again, for those who compile opinions and give verdicts. */
export function registerRepeatRoutes(app: App): void {
  registerRoute(app, listRepeatProblems, async ({ actor, params, read }) => {
    mustReadContents(actor);
    mustJudge(actor);
    return repeatsView(actor, await read((trx) => repeatProblemsIn(trx, actor, params.caseId)));
  });

  registerRoute(app, tellProblemsApart, async ({ actor, params, body, write, today }) => {
    mustReadContents(actor);
    mustJudge(actor);
    return write(async (trx) => repeatsView(actor, await tellApart(trx, actor, params.caseId, body, today)));
  });
}

function repeatsView(actor: Actor, { repeats, stoodAgain, view, own }: Repeats) {
  return {
    repeats: repeats.map(({ problemId, earlier }) => ({
      problemId,
      earlier: earlier.map((one) => ({ ...one, words: [...one.words] })),
    })),
    stoodAgain: stoodAgain.map(({ demandId, later }) => ({ demandId, later: [...later] })),
    mayTellApart: checkTellsApart({ actor, view, own }).length === 0,
  };
}

/** Whether a problem stands again is for the standing committee to say, not for the organ that answers for it (HAN-08). */
function mustJudge(actor: Actor): void {
  if (actor.kind === 'body') return;
  throw new ForbiddenError('repeats/not-yours', '问题是否再次出现由人大常委会比对和认定，可以向交办的人大常委会了解。');
}
