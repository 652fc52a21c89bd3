import { useQuery } from '@tanstack/react-query';
import type { Me } from '../../contract/sign-in.ts';
import { findAct } from '../../domain/acts.ts';
import { trackOf } from '../../domain/procedure/case.ts';
import { checkPerformer } from '../../domain/procedure/check-act.ts';
import { checkNoteTaker, type NotePlace } from '../../domain/research/field-note.ts';
import type { Place } from '../../domain/research/finding.ts';
import { placesWithinReach } from '../../domain/research/places.ts';
import { type LoadedCase, loadCase } from '../lib/cases.ts';
import { isUnreachable } from '../lib/client.ts';
import { type FieldTopic, findSnapshot, keepSnapshot } from '../lib/field-store.ts';
import { type Linkage, loadLinkage } from '../lib/linkage.ts';
import { actorOf } from '../lib/me.ts';

const groupNames = { county: '县（市、区）', park: '园区', department: '本级部门' } satisfies Record<
  Place['kind'],
  string
>;

/** The topic of the page: from the server, and without a network as it was when this account opened the page last on this device. */
export function useFieldTopic(me: Me, caseId: string) {
  return useQuery({
    queryKey: ['field-topic', me.accountId, caseId],
    queryFn: () => loadTopic(me, caseId),
    networkMode: 'always',
    retry: false,
  });
}

async function loadTopic(me: Me, caseId: string): Promise<FieldTopic> {
  try {
    const [loaded, linkage] = await Promise.all([loadCase(caseId), loadLinkage()]);
    const topic = fieldTopicOf(me, loaded, linkage);
    // Where the browser keeps nothing the page still works while there is a network.
    await keepSnapshot({ caseId, me, topic }).catch(() => undefined);
    return topic;
  } catch (error) {
    if (!isUnreachable(error)) throw error;
    const kept = await findSnapshot(caseId).catch(() => undefined);
    if (kept?.me.accountId !== me.accountId) throw error;
    return kept.topic;
  }
}

function fieldTopicOf(me: Me, { view, state }: LoadedCase, { organisation }: Linkage): FieldTopic {
  const own = trackOf(view, me.tenantId);
  const [refusal] = checkNoteTaker(me, view, state?.research.team ?? null);
  const places = own === undefined ? [] : placesWithinReach({ own, organisation, view });
  const actor = actorOf(me);
  return {
    caseId: view.id,
    name: view.name,
    places: places.map(({ place, name }) => ({ group: groupNames[place.kind], key: keyOf(place), name, place })),
    ...(refusal === undefined ? {} : { refusal: refusal.text }),
    uses: (['record-finding', 'record-visit'] as const).filter((kind) => {
      const definition = findAct(view.kind, me.kind, kind);
      return (
        definition !== undefined && own !== undefined && checkPerformer(definition, { actor, view, own }).length === 0
      );
    }),
  };
}

function keyOf(place: Place): string {
  switch (place.kind) {
    case 'county':
      return place.tenantId;
    case 'park':
      return place.parkId;
    case 'department':
      return place.organId;
  }
}

/** The name of a note's place as the page shows it. */
export function placeNameIn({ places }: FieldTopic, place: NotePlace): string {
  if (place.kind === 'other') return place.name;
  return places.find(({ key }) => key === keyOf(place))?.name ?? '地点已不在范围内';
}
