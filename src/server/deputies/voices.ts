import type { InvitationView } from '../../contract/deputies.ts';
import type { Actor } from '../../domain/organisation/actor.ts';
import { personNameOf } from '../../domain/organisation/facts.ts';
import { type CaseView, type PlainDateText, trackOf } from '../../domain/procedure/case.ts';
import { answerTo } from '../../domain/safeguards/invitation.ts';
import { publishedResultsOf } from '../../domain/topic/published-results.ts';
import { suggestionCourseOf } from '../../domain/topic/suggestion-course.ts';
import { loadCases, loadOwnCase, ownTrack } from '../acts/act-facts.ts';
import { findState } from '../acts/case-store.ts';
import type { Trx } from '../db/database.ts';
import { listAttendance, listCodeDays } from './attendance-store.ts';
import {
  listOpenCalls,
  listOwnConcerns,
  listOwnInvitations,
  listOwnSuggestions,
  listOwnTeams,
  listYearOutcomes,
  type Speaker,
} from './voice-queries.ts';

/** A deputy's own suggestions, concerns, invitations and research teams, each with what became of it (S1.1, S2.3, S5.4, S5.5); nothing of anybody else. */
export async function voicesOf(trx: Trx, { cityCode, tenantId, personId }: Actor, today: PlainDateText) {
  const speaker: Speaker = { cityCode, tenantId, personId };
  return {
    calls: await listOpenCalls(trx, speaker, today),
    suggestions: await suggestionsOf(trx, speaker),
    concerns: await listOwnConcerns(trx, speaker),
    invitations: await listOwnInvitations(trx, speaker),
    teams: await listOwnTeams(trx, speaker),
  };
}

async function suggestionsOf(trx: Trx, speaker: Speaker) {
  const own = await listOwnSuggestions(trx, speaker);
  const outcomes = await listYearOutcomes(trx, speaker, [...new Set(own.map(({ caseId }) => caseId))]);
  const topicsOfYear = new Map<number, readonly CaseView[]>();
  for (const { year } of own) {
    if (!topicsOfYear.has(year)) topicsOfYear.set(year, await loadCases(trx, speaker.cityCode, year, 'topic'));
  }
  const found = own.map(({ year, seq, ...suggestion }) => {
    const outcome = outcomes.find(({ caseId }) => caseId === suggestion.caseId);
    const id = `${seq}`;
    const { steps, topic } = suggestionCourseOf(id, {
      isMerged: outcome?.merged.includes(id) ?? false,
      preliminary: outcome?.preliminary ?? [],
      planned: outcome?.planned ?? null,
      topics: topicsOfYear.get(year) ?? [],
    });
    return {
      ...suggestion,
      id,
      course: [...steps],
      topic: topicsOfYear.get(year)?.find((view) => view.id === topic?.id),
    };
  });
  return Promise.all(
    found.map(async ({ topic, ...suggestion }) => ({ ...suggestion, ...(await outcomeOf(trx, speaker, topic)) })),
  );
}

/** What came of a topic, as far as everybody may know it. */
async function outcomeOf(trx: Trx, { cityCode, tenantId }: Speaker, topic: CaseView | undefined) {
  if (topic === undefined) return { topic: null, results: null, closedOn: null };
  const { id, name } = topic;
  const results = publishedResultsOf(await findState(trx, cityCode, id, tenantId));
  return {
    topic: { id, name },
    results: results === null ? null : { ...results, lines: [...results.lines], demands: [...results.demands] },
    closedOn: trackOf(topic, tenantId)?.closedOn ?? null,
  };
}

/** The tenant's invitations in a case of that name with who answered and who came, for those who read its contents. The latest first. */
export async function invitationsOf(trx: Trx, actor: Actor, caseId: string) {
  const { view, state, linkage } = await loadOwnCase(trx, actor, caseId);
  ownTrack(view, actor);
  const { cityCode, tenantId } = actor;
  const came = await listAttendance(trx, { cityCode, tenantId, caseId });
  const codes = await listCodeDays(trx, { cityCode, tenantId, caseId });
  const invitations = state.safeguards.invitations.toReversed().map((invitation): InvitationView => {
    const { id, on, activity, day = null, text, deputyIds } = invitation;
    return {
      id,
      on,
      activity,
      day,
      text,
      codeOn: codes.find(({ invitationId }) => invitationId === id)?.validOn ?? null,
      invited: deputyIds.map((personId) => {
        const answer = answerTo(invitation, personId);
        return {
          personId,
          name: personNameOf(linkage.organisation, personId),
          outcome: answer?.outcome ?? null,
          reason: answer?.reason ?? '',
          cameAt: came.find((one) => one.invitationId === id && one.personId === personId)?.cameAt ?? null,
        };
      }),
    };
  });
  return { name: view.name, invitations };
}
