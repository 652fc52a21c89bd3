import type { Actor } from '../organisation/actor.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { ListedSuggestion } from './suggestion-list.ts';
import type { TopicDomain, TopicProposal } from './topic.ts';

/** What the office writes of a candidate topic (候选议题): suggestions merged; their authors are kept by the ids (S1.2). */
export type CandidateText = { title: string; domain: TopicDomain; reason: string; suggestionIds: readonly string[] };
export type Candidate = CandidateText & { id: string };

/** S1.2: the office merges what was collected; each suggestion into one candidate topic at most, so that none is proposed twice. */
export function checkCandidate(
  candidate: CandidateText,
  actor: Pick<Actor, 'kind' | 'roles'>,
  { listed, others }: { listed: readonly ListedSuggestion[]; others: readonly Candidate[] },
): readonly Refusal[] {
  const who = checkMerger(actor);
  if (who.length > 0) return who;
  const titles = new Map(listed.map(({ id, title }) => [id, title]));
  const taken = new Map(others.flatMap(({ title, suggestionIds }) => suggestionIds.map((id) => [id, title] as const)));
  return candidate.suggestionIds.flatMap((id) => {
    const title = titles.get(id);
    if (title === undefined) {
      return [
        refuse('candidate/unknown-suggestion', 'S1.2', `建议${id}不在本年度建议之中，请刷新后重试。`, 'suggestionIds'),
      ];
    }
    const other = taken.get(id);
    if (other === undefined) return [];
    const text = `“${title}”已并入候选议题“${other}”，请先从中移出。`;
    return [refuse('candidate/merged-elsewhere', 'S1.2', text, 'suggestionIds')];
  });
}

/** S1.2: candidates are the office's working list. */
export function checkMerger(actor: Pick<Actor, 'kind' | 'roles'>): readonly Refusal[] {
  if (actor.kind === 'body' && actor.roles.includes('office-clerk')) return [];
  return [refuse('candidate/not-office', 'S1.2', '候选议题由本级人大常委会办公室合并、修改和撤销。')];
}

/**
 * The candidates as rows of the preliminary list (S1.2). A row names own suggestions only (the rule of that act); a candidate made of counties' rows
 * alone is no suggestion of the own solicitation and stays out.
 */
export function proposalsOf(
  candidates: readonly Candidate[],
  listed: readonly ListedSuggestion[],
): readonly TopicProposal[] {
  const own = new Set(listed.filter(({ author }) => author.kind !== 'county').map(({ id }) => id));
  return candidates.flatMap(({ title, domain, reason, suggestionIds }) => {
    const ids = suggestionIds.filter((id) => own.has(id));
    return ids.length === 0 ? [] : [{ title, domain, reason, suggestionIds: ids }];
  });
}

export type Telling = { tenantId: string; personId?: string; text: string };

/** What authors are told of a change: each of his own suggestion, nothing of the candidate's or of others'. An author without an account is told by the office. */
export function tellingsOf(
  listed: readonly ListedSuggestion[],
  change: { before: readonly string[]; after: readonly string[] },
  bodyId: string,
): readonly Telling[] {
  const { merged, takenOut } = mergedBetween(change.before, change.after);
  return listed.flatMap(({ id, title, author }) => {
    const said = [
      ...(merged.includes(id) ? [`您提出的议题建议“${title}”已并入候选议题，建议人予以保留。`] : []),
      ...(takenOut.includes(id) ? [`您提出的议题建议“${title}”已从候选议题中移出，仍作为单独的建议保留。`] : []),
    ];
    if (author.personId !== undefined) {
      const { personId } = author;
      return said.map((text) => ({ tenantId: bodyId, personId, text }));
    }
    const { tenantId } = author;
    return tenantId === undefined ? [] : said.map((text) => ({ tenantId, text }));
  });
}

function mergedBetween(
  before: readonly string[],
  after: readonly string[],
): { merged: readonly string[]; takenOut: readonly string[] } {
  return {
    merged: after.filter((id) => !before.includes(id)),
    takenOut: before.filter((id) => !after.includes(id)),
  };
}
