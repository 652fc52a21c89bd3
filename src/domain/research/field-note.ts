import type { Actor } from '../organisation/actor.ts';
import type { Facts } from '../procedure/act.ts';
import type { CaseView } from '../procedure/case.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { Place } from './finding.ts';
import { checkPlaces } from './places.ts';
import type { ResearchState } from './research-state.ts';
import { teamIdsOf } from './team-acts.ts';

/** Where a note was taken: a place that research covers, or wherever else people stood, in their words (S2.4, S2.5). */
export type NotePlace = Place | { kind: 'other'; name: string };

/** Raised when a member is added to what is filled in; notes of every earlier form are still taken, however late a phone finds a network. */
export const fieldNoteFormVersion = 1;

/** What a person writes down in the field (现场记录): working paper of the body, no act. `photoIds` are files uploaded before. */
export type FieldNoteText = {
  place: NotePlace;
  text: string;
  /** 密级 of text and photos alike. */
  secrecy: string;
  photoIds: readonly string[];
};

const secretLevels: readonly string[] = ['秘密', '机密', '绝密'];

/** 现场记录 is written by the body's office, by the lead committee, and by whoever of the body is in the joint research team (S2.3–S2.5). */
export function checkNoteTaker(
  actor: Pick<Actor, 'kind' | 'level' | 'roles' | 'unitIds' | 'personId'>,
  view: Pick<CaseView, 'leadUnitId'>,
  team: ResearchState['team'],
): readonly Refusal[] {
  const inTeam = teamIdsOf(team).includes(actor.personId);
  const isOffice = actor.roles.includes('office-clerk');
  if (actor.kind === 'body' && (isOffice || isOfLeadCommittee(actor, view) || inTeam)) return [];
  return [refuse('note/not-taker', 'S2.4', '现场记录由本级人大常委会办公室、牵头委室和联合调研组成员填写。')];
}

/** Only the city's side knows one lead committee (S1.3). */
function isOfLeadCommittee(
  { level, roles, unitIds }: Pick<Actor, 'level' | 'roles' | 'unitIds'>,
  { leadUnitId }: Pick<CaseView, 'leadUnitId'>,
): boolean {
  if (!roles.includes('committee-clerk')) return false;
  return level === 'county' || leadUnitId === undefined || unitIds.includes(leadUnitId);
}

/** A note's content; `ownPhotoIds` are those of its photos that the actor's tenant has as pictures. */
export function checkNote(note: FieldNoteText, facts: Facts, ownPhotoIds: readonly string[]): readonly Refusal[] {
  const { place } = note;
  return [
    ...(place.kind === 'other' ? [] : checkPlaces([place], facts, 'place')),
    ...checkPhotos(note.photoIds, ownPhotoIds),
  ];
}

/** SEC-01: state secrets are not put on a network that is not built for them, nor on a phone. */
export function checkNoteSecrecy(secrecy: string): readonly Refusal[] {
  if (!secretLevels.includes(secrecy)) return [];
  const text = `密级为“${secrecy}”的记录不得存入本系统，请按国家秘密载体管理。`;
  return [refuse('note/state-secret', '保守国家秘密法 §29–31', text, 'secrecy')];
}

function checkPhotos(photoIds: readonly string[], ownPhotoIds: readonly string[]): readonly Refusal[] {
  const missing = photoIds.filter((id) => !ownPhotoIds.includes(id)).length;
  if (missing === 0) return [];
  return [refuse('note/photo-missing', 'S2.4', `有${missing}张照片尚未送达，请重新发送这条记录。`, 'photoIds')];
}

/** The number a person is shown when the note has arrived, such as 调研20261124-0007: of one body, on one day (Beijing, YYYY-MM-DD). */
export function receiptNumberOf(receivedOn: string, no: number): string {
  return `调研${receivedOn.replaceAll('-', '')}-${String(no).padStart(4, '0')}`;
}

/** What a note brings to a sheet of an act: nothing of a place that the act does not know. Titles are cut to `longest` signs. */
export function findingOf({ place, text }: Pick<FieldNoteText, 'place' | 'text'>, longest: number) {
  const [first = ''] = text.trim().split(/[\n。]/);
  return { title: first.slice(0, longest), description: text, ...(place.kind === 'other' ? {} : { place }) };
}

/** As `findingOf`, for a visit: a place elsewhere is the unit that was visited. */
export function visitOf({ place, text }: Pick<FieldNoteText, 'place' | 'text'>) {
  return { notes: text, ...(place.kind === 'other' ? { units: [place.name] } : { places: [place] }) };
}
