import { listFieldNotes, saveFieldNote } from '../../contract/field-notes.ts';
import { checkNoteSecrecy } from '../../domain/research/field-note.ts';
import { loadOwnCase, ownTrack } from '../acts/act-facts.ts';
import { inScope } from '../db/database.ts';
import { RefusedError } from '../errors.ts';
import type { App } from '../http/app-parts.ts';
import { recordAudit } from '../http/audit-store.ts';
import { mustReadContents } from '../http/reading.ts';
import { registerRoute } from '../http/route.ts';
import { saveNote } from './field-note-commands.ts';
import { countNotes, listNotes, noteView } from './field-note-store.ts';

/** Notes from the field: taken in from phones, read by the body's own people. */
export function registerFieldNoteRoutes(app: App): void {
  registerRoute(app, listFieldNotes, async ({ actor, params, query, read }) => {
    mustReadContents(actor);
    return read(async (trx) => {
      const { view } = await loadOwnCase(trx, actor, params.caseId);
      ownTrack(view, actor);
      const list = { cityCode: actor.cityCode, tenantId: actor.tenantId, caseId: params.caseId };
      const { page, pageSize } = query;
      const notes = await listNotes(trx, list, { limit: pageSize, offset: (page - 1) * pageSize });
      return { notes: notes.map(noteView), total: await countNotes(trx, list), pageSize };
    });
  });

  registerRoute(app, saveFieldNote, async (call) => {
    const { actor, params, body, write } = call;
    mustReadContents(actor);
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
}
