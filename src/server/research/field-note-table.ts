import type { EarlierWording, FieldNote, ReadableNote } from '../../contract/field-notes.ts';
import { notePlaceName } from '../../domain/research/field-note.ts';
import type { Place } from '../../domain/research/finding.ts';
import { momentCell, type TableColumn } from '../http/table-file.ts';

/** A note with what it said before, as far as everybody of the body may read it. */
export type NoteRow = { note: FieldNote; earlier: readonly EarlierWording[] };

/** The notes in their order. What one said that was withdrawn is its author's alone, and goes into no file, not even his own. */
export function noteRowsOf(
  notes: readonly FieldNote[],
  wordings: readonly (EarlierWording & { noteId: string })[],
): readonly NoteRow[] {
  const ofNote = Map.groupBy(wordings, ({ noteId }) => noteId);
  return notes.map((note) => {
    const said = note.standing === 'withdrawn' ? [] : (ofNote.get(note.id) ?? []);
    return { note, earlier: said.filter(({ version }) => version < note.version) };
  });
}

const standingNames = { arrived: '已送达', corrected: '已更正', withdrawn: '已撤回' } satisfies Record<
  FieldNote['standing'],
  string
>;

/** The columns of the notes; `places` are those that the reader's body may examine, by their names. */
export function noteColumns(places: readonly { place: Place; name: string }[]): readonly TableColumn<NoteRow>[] {
  return [
    { title: '回执编号', width: 20, value: ({ note }) => note.receiptNumber },
    { title: '情况', width: 10, value: ({ note }) => standingNames[note.standing] },
    { title: '地点', width: 24, value: ofReadable(({ place }) => notePlaceName(place, places)) },
    { title: '记录人', width: 14, value: ({ note }) => note.authorName },
    { title: '记录时间', width: 18, value: ({ note }) => momentCell(note.takenAt) },
    { title: '送达时间', width: 18, value: ({ note }) => momentCell(note.arrivedAt) },
    { title: '密级', width: 10, value: ({ note }) => note.secrecy },
    { title: '内容', width: 60, value: ofReadable(({ text }) => text) },
    { title: '照片（张）', width: 10, kind: 'number', value: ofReadable(({ photoIds }) => photoIds.length) },
    {
      title: '更正、撤回时间',
      width: 18,
      value: ({ note }) => (note.standing === 'arrived' ? null : momentCell(note.changedAt)),
    },
    {
      title: '以前的内容',
      width: 60,
      value: ({ earlier }) =>
        earlier
          .map(({ version, place, text, at, byName }) => {
            const how = version === 1 ? '送达' : '更正';
            return `${byName}，${momentCell(at)}${how}，地点：${notePlaceName(place, places)}\n${text}`;
          })
          .join('\n') || null,
    },
  ];
}

function ofReadable(value: (note: ReadableNote) => string | number): TableColumn<NoteRow>['value'] {
  return ({ note }) => (note.standing === 'withdrawn' ? null : value(note));
}
