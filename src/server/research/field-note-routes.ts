import {
  correctFieldNote,
  downloadNotePhoto,
  exportFieldNotes,
  listFieldNotes,
  listNoteWordings,
  saveFieldNote,
  withdrawFieldNote,
} from '../../contract/field-notes.ts';
import { offsetWithin } from '../../contract/paging.ts';
import { checkNoteSecrecy } from '../../domain/research/field-note.ts';
import { placesWithinReach } from '../../domain/research/places.ts';
import { inScope } from '../db/database.ts';
import { NotFoundError, RefusedError } from '../errors.ts';
import type { App } from '../http/app-parts.ts';
import { recordAudit } from '../http/audit-store.ts';
import { sendDownload } from '../http/file-routes.ts';
import { findFile } from '../http/file-store.ts';
import { registerRoute } from '../http/route.ts';
import { sendTable, tableRowLimit } from '../http/table-file.ts';
import { saveNote } from './field-note-commands.ts';
import { countNotes, listNotes, listWordings, listWordingsOfAll, noteView } from './field-note-store.ts';
import { noteColumns, noteRowsOf } from './field-note-table.ts';
import { correctNote, withdrawNote } from './note-changes.ts';
import { getReadableNote, loadNoteTopic, mustReadNotes } from './note-topic.ts';

/** Notes from the field: taken in from phones, read by the body's own people and its deputies in the team, changed by their authors. */
export function registerFieldNoteRoutes(app: App): void {
  registerReading(app);

  registerRoute(app, saveFieldNote, async (call) => {
    const { actor, params, body, write } = call;
    mustReadNotes(actor);
    const secret = checkNoteSecrecy(body.secrecy);
    if (secret.length > 0) {
      // The attempt is itself worth a line in the audit log; what the note says is not.
      await inScope(app.database, actor, (trx) =>
        recordAudit(trx, call, { category: 'administration', action: 'state-secret-refused' }),
      );
      throw new RefusedError(secret);
    }
    return write((trx) => saveNote(trx, actor, params, body, call));
  });

  registerRoute(app, correctFieldNote, async (call) => {
    const { actor, params, body, write } = call;
    mustReadNotes(actor);
    return write((trx) => correctNote(trx, actor, params, body, call));
  });

  registerRoute(app, withdrawFieldNote, async (call) => {
    const { actor, params, body, write } = call;
    mustReadNotes(actor);
    return write((trx) => withdrawNote(trx, actor, params, body, call));
  });
}

function registerReading(app: App): void {
  registerRoute(app, listFieldNotes, async ({ actor, params, query, read }) => {
    mustReadNotes(actor);
    return read(async (trx) => {
      const { list } = await loadNoteTopic(trx, actor, params.caseId);
      const { pageSize } = query;
      const total = await countNotes(trx, list);
      const notes = await listNotes(trx, list, { limit: pageSize, offset: offsetWithin(query, total) });
      return { notes: notes.map((note) => noteView(note, actor)), total, pageSize };
    });
  });

  registerRoute(app, exportFieldNotes, async (call) => {
    const { actor, params } = call;
    mustReadNotes(actor);
    return call.read(async (trx) => {
      const { list, ...topic } = await loadNoteTopic(trx, actor, params.caseId);
      const { name } = topic.view;
      const notes = await listNotes(trx, list, { limit: tableRowLimit + 1, offset: 0 });
      const rows = noteRowsOf(
        notes.map((note) => noteView(note, actor)),
        await listWordingsOfAll(trx, list),
      );
      const columns = noteColumns(placesWithinReach({ ...topic, organisation: topic.linkage.organisation }));
      const table = { name: `现场记录 ${name}`, columns, rows };
      return sendTable(trx, call, table, { list: 'field-notes', subject: name });
    });
  });

  registerRoute(app, listNoteWordings, async ({ actor, params, read }) => {
    mustReadNotes(actor);
    return read(async (trx) => {
      const { note, list } = await getReadableNote(trx, actor, params);
      const wordings = await listWordings(trx, list, note.id);
      return { wordings: wordings.filter(({ version }) => version < note.version) };
    });
  });

  registerRoute(app, downloadNotePhoto, async ({ actor, params, read, reply }) => {
    mustReadNotes(actor);
    return read(async (trx) => {
      const { note } = await getReadableNote(trx, actor, params);
      const file = note.photoIds.includes(params.fileId)
        ? await findFile(trx, actor.cityCode, params.fileId)
        : undefined;
      if (file === undefined) throw new NotFoundError('file', params.fileId);
      return sendDownload(reply, file);
    });
  });
}
