import { type ActDraft, discardDraft, listDrafts, readDraft, saveDraft } from '../../contract/drafts.ts';
import { acts, findAct } from '../../domain/acts.ts';
import { type Actor, readsContents } from '../../domain/organisation/actor.ts';
import { mayTake } from '../../domain/procedure/check-act.ts';
import { isWrittenTogether } from '../../domain/procedure/drafting.ts';
import type { App } from '../http/app-parts.ts';
import { registerRoute } from '../http/route.ts';
import { discardDraftOf, readDraftOf, saveDraftOf } from './draft-commands.ts';
import { type ListedDraft, listDraftsOf, type StoredDraft } from './draft-store.ts';

/** Forms that are being filled in: read, saved with the version that was seen, given up, and the list to go on with. */
export function registerDraftRoutes(app: App): void {
  registerRoute(app, readDraft, async ({ actor, params, read }) =>
    read(async (trx) => {
      const stored = await readDraftOf(trx, actor, params);
      return { draft: stored === undefined ? null : draftView(stored, params.kind) };
    }),
  );

  registerRoute(app, saveDraft, async ({ actor, params, body, write, at }) =>
    write(async (trx) => draftView(await saveDraftOf(trx, actor, params, { ...body, at }), params.kind)),
  );

  registerRoute(app, discardDraft, async ({ actor, params, write }) =>
    write(async (trx) => {
      await discardDraftOf(trx, actor, params);
    }),
  );

  registerRoute(app, listDrafts, async ({ actor, read }) =>
    read(async (trx) => {
      // What a unit writes together is among its papers; a person's own form is his.
      const owners = readsContents(actor) ? [actor.personId, actor.tenantId] : [actor.personId];
      const drafts = await listDraftsOf(trx, actor, owners);
      return {
        drafts: drafts
          .filter((draft) => mayGoOn(actor, draft))
          .map(({ ownerId: _ownerId, caseKind: _caseKind, leadUnitId: _leadUnitId, ...draft }) => ({
            ...draft,
            ...titleOf(draft.kind, actor.kind),
            isShared: isWrittenTogether(draft.kind),
          })),
      };
    }),
  );
}

/** Whoever could not take the act has no part in its draft, and does not learn that there is one. */
function mayGoOn(actor: Actor, { caseKind, kind, leadUnitId }: ListedDraft): boolean {
  const definition = findAct(caseKind, actor.kind, kind);
  return definition !== undefined && mayTake(definition, actor, leadUnitId ?? undefined);
}

function draftView({ ownerId: _ownerId, ...draft }: StoredDraft, kind: string): ActDraft {
  return { ...draft, isShared: isWrittenTogether(kind) };
}

function titleOf(kind: string, tenant: 'body' | 'organ' | 'party-office'): { title: string; clause: string } {
  const definition = acts.find((candidate) => candidate.kind === kind && candidate.tenant === tenant);
  return { title: definition?.title ?? kind, clause: definition?.clause ?? '' };
}
