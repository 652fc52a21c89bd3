import { type Actor, hasRole, readsContents } from '../organisation/actor.ts';
import type { Attachment } from '../package/attachment.ts';
import type { Facts } from '../procedure/act.ts';
import type { CaseView, Track } from '../procedure/case.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { Place } from './finding.ts';
import { checkPlaces } from './places.ts';

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

/** What a correction may say anew. */
export type NoteWording = Pick<FieldNoteText, 'place' | 'text'>;

const secretLevels: readonly string[] = ['秘密', '机密', '绝密'];

/** Who sees that there are notes at all: who reads the body's papers, and a deputy who is in the topic's joint research team (S2.3). */
export function readsNotes(actor: Actor, isInTeam: boolean): boolean {
  return readsContents(actor) || (isInTeam && actor.kind === 'body' && hasRole(actor, 'deputy'));
}

/** 现场记录 is written by the body's office, by the lead committee, and by whoever of the body is in the joint research team (S2.3–S2.5). */
export function checkNoteTaker(
  actor: Pick<Actor, 'kind' | 'level' | 'roles' | 'unitIds'>,
  view: Pick<CaseView, 'leadUnitId'>,
  isInTeam: boolean,
): readonly Refusal[] {
  const isOffice = actor.roles.includes('office-clerk');
  if (actor.kind === 'body' && (isOffice || isOfLeadCommittee(actor, view) || isInTeam)) return [];
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

/** Notes are taken, corrected and withdrawn while the body is at work on the topic: one that is closed or adjusted away keeps what it has. */
export function checkNotesOpen(
  { state, name }: Pick<CaseView, 'state' | 'name'>,
  { closedOn }: Pick<Track, 'closedOn'>,
): readonly Refusal[] {
  const then = '现场记录不再增加和改动。没有送达的，请复制内容另行保存；仍需反映的情况，请告知本级人大常委会办公室。';
  if (state === 'withdrawn') {
    return [refuse('note/topic-withdrawn', 'S1.8', `议题“${name}”已按程序撤销，${then}`)];
  }
  if (closedOn === undefined) return [];
  return [refuse('note/topic-closed', 'S4.4', `本单位已于${closedOn}办结“${name}”，${then}`)];
}

/** A note's content; `ownPhotoIds` are those of its photos that the actor's tenant has as pictures. */
export function checkNote(note: FieldNoteText, facts: Facts, ownPhotoIds: readonly string[]): readonly Refusal[] {
  return [...checkNotePlace(note, facts), ...checkPhotos(note.photoIds, ownPhotoIds)];
}

function checkNotePlace({ place }: NoteWording, facts: Facts): readonly Refusal[] {
  return place.kind === 'other' ? [] : checkPlaces([place], facts, 'place');
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

/** Where a note stands: as it arrived, 已更正, 已撤回. */
export type NoteStanding = 'arrived' | 'corrected' | 'withdrawn';

/** Correcting and withdrawing are the author's alone, and a note that is withdrawn stays so. */
export function checkNoteChange(
  note: { authorId: string; authorName: string; standing: NoteStanding },
  { personId }: Pick<Actor, 'personId'>,
): readonly Refusal[] {
  if (note.authorId !== personId) {
    return [
      refuse('note/not-author', 'S2.4', `这条记录由${note.authorName}填写，由其本人更正或者撤回；请与其本人联系。`),
    ];
  }
  if (note.standing !== 'withdrawn') return [];
  return [refuse('note/withdrawn', 'S2.4', '这条记录已经撤回，不能再更正；需要时请重新填写一条。')];
}

/** A correction says something else than what stands, of a place that may be examined. */
export function checkCorrection(before: NoteWording, after: NoteWording, facts: Facts): readonly Refusal[] {
  if (isSameWording(before, after)) {
    return [refuse('note/unchanged', 'S2.4', '地点和内容都没有变化，不需要更正。', 'text')];
  }
  return checkNotePlace(after, facts);
}

export function isSameWording(one: NoteWording, other: NoteWording): boolean {
  return one.text === other.text && placeKeyOf(one.place) === placeKeyOf(other.place);
}

/** What tells a place from every other. */
export function placeKeyOf(place: NotePlace): string {
  switch (place.kind) {
    case 'county':
      return place.tenantId;
    case 'park':
      return place.parkId;
    case 'department':
      return place.organId;
    case 'other':
      return `other:${place.name}`;
  }
}

/** The name of a note's place among those that research may reach; one that no longer is among them says so. */
export function notePlaceName(place: NotePlace, places: readonly { place: Place; name: string }[]): string {
  if (place.kind === 'other') return place.name;
  return places.find((known) => placeKeyOf(known.place) === placeKeyOf(place))?.name ?? '地点已不在范围内';
}

/** The number a person is shown when the note has arrived, such as 调研20261124-0007: of one body, on one day (Beijing, YYYY-MM-DD). */
export function receiptNumberOf(receivedOn: string, no: number): string {
  return `调研${receivedOn.replaceAll('-', '')}-${String(no).padStart(4, '0')}`;
}

/**
 * What a note brings to a sheet of an act: nothing of a place that the act does not know. Titles are cut to `longest` signs; its photos are
 * the finding's attachments.
 */
export function findingOf({ place, text, photos }: NoteWording & { photos: readonly Attachment[] }, longest: number) {
  const [first = ''] = text.trim().split(/[\n。]/);
  return {
    title: first.slice(0, longest),
    description: text,
    ...(place.kind === 'other' ? {} : { place }),
    attachments: photos.map(({ digest, name, size }) => ({ digest, name, size })),
  };
}

/** As `findingOf`, for a visit: a place elsewhere is the unit that was visited. */
export function visitOf({ place, text }: NoteWording) {
  return { notes: text, ...(place.kind === 'other' ? { units: [place.name] } : { places: [place] }) };
}
