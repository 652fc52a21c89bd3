import type { RepeatProblem } from '../../domain/handling/earlier-problem.ts';
import { repeatProblemsOf } from '../../domain/handling/repeat-problems.ts';
import type { KnownTopic } from '../../domain/handling/repeat-texts.ts';
import { type LaterTopic, laterTopics, type StoodAgain, stoodAgainOf } from '../../domain/handling/stood-again.ts';
import { checkTellsApart, withToldApart } from '../../domain/handling/told-apart.ts';
import type { Actor } from '../../domain/organisation/actor.ts';
import type { CaseView, PlainDateText, Track } from '../../domain/procedure/case.ts';
import { refuse } from '../../domain/refusal.ts';
import { placedWords } from '../../domain/topic/placed-words.ts';
import { namedPlacesOf } from '../../domain/topic/suggestion-place.ts';
import { loadCase, ownTrack } from '../acts/act-facts.ts';
import type { Trx } from '../db/database.ts';
import { NotFoundError, RefusedError, refuseAny } from '../errors.ts';
import { announce } from '../http/live.ts';
import { chineseWords } from '../search/chinese-words.ts';
import { listKnownTopics, listToldApart } from './repeat-queries.ts';
import { deleteToldApart, insertToldApart } from './repeat-store.ts';

/** What stands again in a topic, and which of its demands stood again later. */
export type Repeats = {
  repeats: readonly RepeatProblem[];
  stoodAgain: readonly StoodAgain[];
  view: CaseView;
  own: Track;
};

/** What words alone say, whatever was told apart. */
type Alike = {
  alike: readonly RepeatProblem[];
  laters: readonly LaterTopic[];
  demands: KnownTopic['demands'];
  view: CaseView;
  own: Track;
};

/**
 * Problems of the topic that are like an earlier demand of the same tenant, and demands of it that a later problem is like. Throws
 * NotFoundError where it has no such topic.
 */
export async function repeatProblemsIn(trx: Trx, actor: Actor, caseId: string): Promise<Repeats> {
  return told(trx, actor, await alikeIn(trx, actor, caseId));
}

async function alikeIn(trx: Trx, actor: Actor, caseId: string): Promise<Alike> {
  const { view, linkage } = await loadCase(trx, actor.cityCode, caseId);
  const own = ownTrack(view, actor);
  if (view.kind !== 'topic') throw new NotFoundError('case', caseId);
  const topics = await listKnownTopics(trx, actor.cityCode, actor.tenantId);
  const present = topics.find((topic) => topic.caseId === caseId);
  // Nothing has been found or asked for yet.
  if (present === undefined) return { alike: [], laters: [], demands: [], view, own };
  const { cut } = await chineseWords();
  const places = namedPlacesOf(linkage.organisation.tenants);
  const wordsOf = once((text: string) => placedWords(text, places, cut).words);
  return {
    alike: repeatProblemsOf(present, topics, wordsOf),
    laters: laterTopics(present, topics, wordsOf),
    demands: present.demands,
    view,
    own,
  };
}

/** With what the tenant has said of them so far. */
async function told(trx: Trx, actor: Actor, { alike, laters, demands, view, own }: Alike): Promise<Repeats> {
  if (alike.length === 0 && laters.length === 0) return { repeats: [], stoodAgain: [], view, own };
  const said = await listToldApart(trx, actor);
  const here = said.filter(({ caseId }) => caseId === view.id);
  const stoodAgain = stoodAgainOf({ caseId: view.id, demands }, laters, said);
  return { repeats: withToldApart(alike, here, demands), stoodAgain, view, own };
}

/** One text is compared with many: it is cut into words once. */
function once<Told>(cut: (text: string) => Told): (text: string) => Told {
  const known = new Map<string, Told>();
  return (text) => {
    const told = known.get(text) ?? cut(text);
    known.set(text, told);
    return told;
  };
}

type Said = {
  problemIds: readonly string[];
  earlierCaseId: string;
  earlierDemandId: string;
  /** Null takes back what was said. */
  reason: string | null;
};

/**
 * Says that problems are not the earlier one they are like, or takes it back; said twice it is said once. Throws RefusedError for who may not,
 * and for what is not held alike.
 */
export async function tellApart(
  trx: Trx,
  actor: Actor,
  caseId: string,
  { reason, ...pair }: Said,
  today: PlainDateText,
): Promise<Repeats> {
  const found = await alikeIn(trx, actor, caseId);
  refuseAny(checkTellsApart({ actor, view: found.view, own: found.own }));
  const isAlike = (problemId: string) =>
    found.alike
      .filter((repeat) => repeat.problemId === problemId)
      .some(({ earlier }) =>
        earlier.some((one) => one.caseId === pair.earlierCaseId && one.demandId === pair.earlierDemandId),
      );
  // A finding and its demand are told apart together: the demand is a new one in every version of the opinion.
  if (!pair.problemIds.some(isAlike)) {
    const text = '所选的问题与这项审议要求没有标明为再次出现，请刷新后重新选择。';
    throw new RefusedError([refuse('repeats/not-alike', 'S4.2', text)]);
  }
  const row = { cityCode: actor.cityCode, tenantId: actor.tenantId, caseId, ...pair };
  if (reason === null) await deleteToldApart(trx, row);
  else await insertToldApart(trx, row, { reason, byName: actor.personName, on: today });
  announce(trx, { cityCode: actor.cityCode, caseIds: [caseId], reach: 'tenant', audience: [actor.tenantId] });
  return told(trx, actor, found);
}
