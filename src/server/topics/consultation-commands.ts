import type { Actor } from '../../domain/organisation/actor.ts';
import type { CaseView } from '../../domain/procedure/case.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import {
  type ConsultationItem,
  checkConvener,
  checkOpinion,
  checkSpeaker,
  conferringBodiesOf,
  keptKeys,
  type Opinion,
} from '../../domain/topic/consultation.ts';
import { describeChange } from '../../domain/topic/topic-change.ts';
import type { Moment } from '../acts/act-commands.ts';
import { loadOwnCase, ownTrack } from '../acts/act-facts.ts';
import { hideOthers, showProjections } from '../acts/case-store.ts';
import { findConsultation, lockConsultation, type StoredConsultation } from '../acts/consultation-store.ts';
import type { Trx } from '../db/database.ts';
import { ConflictError, NotFoundError, refuseAny } from '../errors.ts';
import { announce } from '../http/live.ts';
import { insertNotices } from '../tasks/notice-store.ts';
import { insertConsultation, updateItems, writeOpinion } from './consultation-store.ts';

type OwnCase = Awaited<ReturnType<typeof loadOwnCase>>;

/** A year or a topic that the actor's body takes part in, and its latest conferring. Throws NotFoundError for another case. */
export async function readConsultationOf(
  trx: Trx,
  actor: Actor,
  caseId: string,
): Promise<OwnCase & { consultation: StoredConsultation | null }> {
  const loaded = await loadConferred(trx, actor, caseId);
  return { ...loaded, consultation: (await findConsultation(trx, actor.cityCode, caseId)) ?? null };
}

/**
 * Begins the conferring and tells every body, or changes what an open one is about; what is no longer asked in the same words is
 * forgotten. Throws RefusedError for who may not or nothing to confer on, ConflictError for an outdated version.
 */
export async function conveneConsultationOf(
  trx: Trx,
  actor: Actor,
  caseId: string,
  { version, items: wanted }: { version: number; items: readonly ConsultationItem[] },
  moment: Moment,
): Promise<StoredConsultation> {
  const loaded = await loadConferred(trx, actor, caseId);
  const { cityCode } = actor;
  const clause = clauseOf(loaded.view);
  refuseAny(checkConvener(actor, clause));
  await lockConsultation(trx, cityCode, caseId);
  const items = loaded.view.kind === 'topic' ? itemsOfProposal(loaded) : wanted;
  refuseAny([...checkItems(items, clause), ...checkNotRecorded(loaded, clause)]);
  const latest = await findConsultation(trx, cityCode, caseId);
  const open = latest?.state === 'open' ? latest : undefined;
  if ((open?.version ?? 0) !== version)
    throw new ConflictError('consultation/outdated', '会商已由他人发起或者调整，请刷新后重试。');
  const bodyIds = conferringBodiesOf(loaded.view).map(({ tenantId }) => tenantId);
  if (open === undefined) {
    const key = { cityCode, caseId, number: (latest?.number ?? 0) + 1 };
    const { personName, tenantId: convenerId } = actor;
    await insertConsultation(trx, key, { convenerId, bodyIds, items, personName, at: moment.at });
    await tellBodies(trx, actor, loaded.view, moment);
  } else {
    await updateItems(
      trx,
      { cityCode, caseId, number: open.number },
      { version, items, kept: keptKeys(open.items, items) },
    );
  }
  announce(trx, { cityCode, caseIds: [caseId], reach: 'tenant', audience: bodyIds });
  return getConsultation(trx, cityCode, caseId);
}

/** Says for a body what it thinks of one item, and lets all of them know. Throws RefusedError, ConflictError for what was said meanwhile. */
export async function sayOpinionOf(
  trx: Trx,
  actor: Actor,
  caseId: string,
  { version, ...said }: Omit<Opinion, 'enteredBy'> & { version: number },
  moment: Moment,
): Promise<StoredConsultation> {
  const { view } = await loadConferred(trx, actor, caseId);
  const { cityCode, personName } = actor;
  refuseAny(checkSpeaker(actor, clauseOf(view)));
  await lockConsultation(trx, cityCode, caseId);
  const open = await findConsultation(trx, cityCode, caseId);
  if (open === undefined || open.state === 'closed') {
    throw new ConflictError('consultation/closed', '会商尚未发起或者已经结束，不能再填写意见。');
  }
  refuseAny(checkOpinion(said, actor, { view, open, clause: clauseOf(view) }));
  const enteredBy = said.tenantId === actor.tenantId ? 'own' : 'city';
  const key = { cityCode, caseId, number: open.number };
  const written = await writeOpinion(trx, key, { opinion: { ...said, enteredBy }, version, personName, at: moment.at });
  if (!written) {
    const other = open.opinions.find(({ tenantId, key: item }) => tenantId === said.tenantId && item === said.key);
    throw new ConflictError(
      'consultation/said',
      `${other?.saidByName ?? '同事'}已填写这一项，请核对后再填；您填写的内容仍在。`,
    );
  }
  // Counties do not see each other's tracks: each that takes part is told by name.
  announce(trx, { cityCode, caseIds: [caseId], reach: 'tenant', audience: open.bodyIds });
  return getConsultation(trx, cityCode, caseId);
}

/** A year or a topic, and an own track of a body in it. Organs have no part in it. */
async function loadConferred(trx: Trx, actor: Actor, caseId: string): Promise<OwnCase> {
  const loaded = await loadOwnCase(trx, actor, caseId);
  const own = ownTrack(loaded.view, actor);
  if (loaded.view.kind === 'session' || own.kind !== 'body') throw new NotFoundError('case', caseId);
  return loaded;
}

function clauseOf({ kind }: CaseView): string {
  return kind === 'year' ? 'S1.3' : 'S1.8';
}

/** An adjustment is conferred on as it was proposed (S1.8). */
function itemsOfProposal({ state, view, linkage }: OwnCase): readonly ConsultationItem[] {
  const { proposal } = state.adjustment;
  if (proposal === null) return [];
  const title = describeChange(proposal.change, { view, organisation: linkage.organisation });
  return [{ key: 'change', title, detail: proposal.reason }];
}

function checkItems(items: readonly ConsultationItem[], clause: string): readonly Refusal[] {
  const keys = new Set(items.map(({ key }) => key));
  if (items.length === 0) return [refuse('consultation/nothing', clause, '没有可以会商的内容。', 'items')];
  return keys.size === items.length ? [] : [refuse('consultation/same-item', clause, '会商议题重复。', 'items')];
}

/** The year's conferring is recorded once; an adjustment may come back from a council and is conferred on again. */
function checkNotRecorded({ state, view }: OwnCase, clause: string): readonly Refusal[] {
  if (view.kind === 'topic' || state.year.consultation === null) return [];
  return [refuse('consultation/recorded', clause, `会商已于${state.year.consultation.date}结束并形成记录。`)];
}

async function tellBodies(trx: Trx, { cityCode, tenantId }: Actor, view: CaseView, { newId }: Moment): Promise<void> {
  const others = conferringBodiesOf(view).filter((body) => body.tenantId !== tenantId);
  const text = `市人大常委会发起“${view.name}”会商，请填写本单位意见。`;
  showProjections(trx);
  await insertNotices(
    trx,
    cityCode,
    others.map((body) => ({
      id: newId(),
      kind: 'consultation-opened' as const,
      tenantId: body.tenantId,
      caseId: view.id,
      text,
    })),
  );
  hideOthers(trx);
}

async function getConsultation(trx: Trx, cityCode: string, caseId: string): Promise<StoredConsultation> {
  const found = await findConsultation(trx, cityCode, caseId);
  if (found === undefined) throw new NotFoundError('consultation', caseId);
  return found;
}
