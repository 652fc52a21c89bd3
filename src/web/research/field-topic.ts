import { useQuery } from '@tanstack/react-query';
import { listFieldNotes } from '../../contract/field-notes.ts';
import type { Me } from '../../contract/sign-in.ts';
import { emptyCaseState } from '../../domain/case-state.ts';
import type { Facts } from '../../domain/procedure/act.ts';
import { trackOf } from '../../domain/procedure/case.ts';
import { checkPerformer, checkReady } from '../../domain/procedure/check-act.ts';
import { isBlocking } from '../../domain/refusal.ts';
import {
  checkNotesOpen,
  checkNoteTaker,
  type NotePlace,
  notePlaceName,
  placeKeyOf,
  readsNotes,
} from '../../domain/research/field-note.ts';
import type { Place } from '../../domain/research/finding.ts';
import { placesWithinReach } from '../../domain/research/places.ts';
import { researchActs } from '../../domain/research/research-acts.ts';
import { type LoadedCase, loadCase } from '../lib/cases.ts';
import { call, isUnreachable, ProblemError } from '../lib/client.ts';
import { type FieldTopic, findSnapshot, keepSnapshot, listWaiting, type NoteUse } from '../lib/field-store.ts';
import { todayInChina, withDateWords } from '../lib/formats.ts';
import { loadPeopledLinkage, type PeopledLinkage } from '../lib/linkage.ts';
import { actorOf } from '../lib/me.ts';

const groupNames = { county: '县（市、区）', park: '园区', department: '本级部门' } satisfies Record<
  Place['kind'],
  string
>;

/** Asked again when the server takes a note no more. */
export const fieldTopicKey = 'field-topic';

/** The topic of the page: from the server, and without a network as it was when this account opened the page last on this device. */
export function useFieldTopic(me: Me, caseId: string) {
  return useQuery({
    queryKey: [fieldTopicKey, me.accountId, caseId],
    queryFn: () => loadTopic(me, caseId),
    networkMode: 'always',
    retry: false,
  });
}

async function loadTopic(me: Me, caseId: string): Promise<FieldTopic> {
  try {
    const [loaded, linkage] = await Promise.all([loadCase(caseId), loadPeopledLinkage()]);
    // From whom notes are hidden, the server says so in its own words.
    if (!readsNotes(actorOf(me), loaded.isInTeam)) await call(listFieldNotes, { params: { caseId }, query: {} });
    const topic = fieldTopicOf(me, loaded, linkage);
    // Where the browser keeps nothing the page still works while there is a network.
    await keepSnapshot({ caseId, me, topic }).catch(() => undefined);
    return topic;
  } catch (error) {
    if (!isUnreachable(error)) return leftBehind(me, caseId, error);
    const kept = await findSnapshot(caseId).catch(() => undefined);
    if (kept?.me.accountId !== me.accountId) throw error;
    return kept.topic;
  }
}

/** Whoever has left the team still finds what he could not send. Throws `error` where nothing waits. */
async function leftBehind(me: Me, caseId: string, error: unknown): Promise<FieldTopic> {
  if (!(error instanceof ProblemError) || error.problem.status !== 404) throw error;
  const waiting = await listWaiting(me.accountId).catch(() => []);
  if (!waiting.some((note) => note.caseId === caseId)) throw error;
  const kept = await findSnapshot(caseId).catch(() => undefined);
  const known = kept?.me.accountId === me.accountId ? kept.topic : { caseId, name: '议题', places: [] };
  const refusal = `${error.message}没有送达的记录仍在本机，请复制内容另行保存。`;
  return { ...known, refusal, isOpen: false, isLost: true, uses: [] };
}

function fieldTopicOf(me: Me, { view, state, isInTeam }: LoadedCase, linkage: PeopledLinkage): FieldTopic {
  const { organisation } = linkage;
  const own = trackOf(view, me.tenantId);
  const ended = checkNotesOpen(view, own ?? {});
  const [refusal] = [...checkNoteTaker(me, view, isInTeam), ...ended];
  const places = own === undefined ? [] : placesWithinReach({ own, organisation, view });
  const actor = actorOf(me);
  return {
    caseId: view.id,
    name: view.name,
    places: places.map(({ place, name }) => ({ group: groupNames[place.kind], key: placeKeyOf(place), name, place })),
    ...(refusal === undefined ? {} : { refusal: withDateWords(refusal.text) }),
    isOpen: ended.length === 0,
    uses:
      own === undefined || ended.length > 0
        ? []
        : usesOf({ ...linkage, actor, view, own, state: state ?? emptyCaseState }),
  };
}

/** What the reader himself may make of a note; an act that the rules refuse today says why instead. */
function usesOf(known: Omit<Facts, 'on' | 'today'>): readonly NoteUse[] {
  const today = todayInChina();
  return (['record-finding', 'record-visit'] as const).flatMap((kind) => {
    const definition = researchActs.find((act) => act.kind === kind && act.tenant === known.actor.kind);
    if (definition === undefined || checkPerformer(definition, known).length > 0) return [];
    const refusal = checkReady(definition, { ...known, on: today, today }).find(isBlocking);
    return [{ kind, ...(refusal === undefined ? {} : { refusal: withDateWords(refusal.text) }) }];
  });
}

/** The name of a note's place as the page shows it. */
export function placeNameIn({ places }: FieldTopic, place: NotePlace): string {
  return notePlaceName(place, places);
}
