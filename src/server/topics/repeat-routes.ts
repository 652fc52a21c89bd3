import { listRepeatProblems } from '../../contract/repeat-problems.ts';
import type { RepeatProblem } from '../../domain/handling/earlier-problem.ts';
import { repeatProblemsOf } from '../../domain/handling/repeat-problems.ts';
import type { Actor } from '../../domain/organisation/actor.ts';
import { placedWords } from '../../domain/topic/placed-words.ts';
import { namedPlacesOf } from '../../domain/topic/suggestion-place.ts';
import { loadCase, ownTrack } from '../acts/act-facts.ts';
import type { Trx } from '../db/database.ts';
import { ForbiddenError, NotFoundError } from '../errors.ts';
import type { App } from '../http/app-parts.ts';
import { mustReadContents } from '../http/reading.ts';
import { registerRoute } from '../http/route.ts';
import { chineseWords } from '../search/chinese-words.ts';
import { listKnownTopics } from './repeat-queries.ts';

/** Problems that stand again, for those who compile opinions and give verdicts. */
export function registerRepeatRoutes(app: App): void {
  registerRoute(app, listRepeatProblems, async ({ actor, params, read }) => {
    mustReadContents(actor);
    mustJudge(actor);
    const repeats = await read((trx) => repeatProblemsIn(trx, actor, params.caseId));
    return {
      repeats: repeats.map(({ problemId, earlier }) => ({
        problemId,
        earlier: earlier.map((one) => ({ ...one, words: [...one.words] })),
      })),
    };
  });
}

/** Problems of the topic that are like an earlier demand of the same tenant. Throws NotFoundError where it has no such topic. */
export async function repeatProblemsIn(trx: Trx, actor: Actor, caseId: string): Promise<readonly RepeatProblem[]> {
  const { view, linkage } = await loadCase(trx, actor.cityCode, caseId);
  ownTrack(view, actor);
  if (view.kind !== 'topic') throw new NotFoundError('case', caseId);
  const topics = await listKnownTopics(trx, actor.cityCode, actor.tenantId);
  const present = topics.find((topic) => topic.caseId === caseId);
  // Nothing has been found or asked for yet.
  if (present === undefined) return [];
  const { cut } = await chineseWords();
  const places = namedPlacesOf(linkage.organisation.tenants);
  return repeatProblemsOf(present, topics, (text) => placedWords(text, places, cut).words);
}

/** Whether a problem stands again is for the standing committee to say, not for the organ that answers for it (HAN-08). */
function mustJudge(actor: Actor): void {
  if (actor.kind === 'body') return;
  throw new ForbiddenError('repeats/not-yours', '问题是否再次出现由人大常委会比对和认定，可以向交办的人大常委会了解。');
}
