import {
  attendByCode,
  listInvitations,
  makeAttendanceCode,
  readMyVoices,
  type VoiceList,
} from '../../contract/deputies.ts';
import { exportInvitations, exportMyVoices } from '../../contract/deputy-exports.ts';
import { invitationsShown } from '../../contract/invitation-list.ts';
import { type Actor, actsAsDeputy } from '../../domain/organisation/actor.ts';
import { openInvitationsFirst } from '../../domain/safeguards/invitation.ts';
import type { Trx } from '../db/database.ts';
import { ForbiddenError } from '../errors.ts';
import type { App } from '../http/app-parts.ts';
import { mustReadContents } from '../http/reading.ts';
import { registerRoute } from '../http/route.ts';
import { type DownloadBy, sendTable } from '../http/table-file.ts';
import { attend, showCode } from './attendance-commands.ts';
import { invitedColumns, ownConcernColumns, ownInvitationColumns, ownSuggestionColumns } from './deputy-tables.ts';
import { invitationsOf, voicesOf } from './voices.ts';

/** What a deputy brings and follows, and the activities he is invited to. */
export function registerDeputyRoutes(app: App): void {
  registerRoute(app, readMyVoices, async ({ actor, read, today }) => {
    mustBeDeputy(actor);
    return read((trx) => voicesOf(trx, actor, today));
  });

  registerRoute(app, exportMyVoices, async (call) => {
    mustBeDeputy(call.actor);
    return call.read((trx) => sendVoices(trx, call, call.params.list));
  });

  registerRoute(app, listInvitations, async ({ actor, params, read }) => {
    mustReadContents(actor);
    return read(async (trx) => ({ invitations: (await invitationsOf(trx, actor, params.caseId)).invitations }));
  });

  registerRoute(app, exportInvitations, async (call) => {
    const { actor, params, query } = call;
    mustReadContents(actor);
    return call.read(async (trx) => {
      const { name, invitations } = await invitationsOf(trx, actor, params.caseId);
      const rows = invitationsShown(invitations, query).flatMap(({ invitation, shown }) =>
        shown.map((invited) => ({ invitation, invited })),
      );
      const table = { name: `邀请代表 ${name}`, columns: invitedColumns, rows };
      const about = { list: 'invitations', subject: name, detail: query };
      return sendTable(trx, call, table, about);
    });
  });

  registerRoute(app, makeAttendanceCode, async ({ actor, params, write, at, today }) => {
    mustReadContents(actor);
    return write((trx) => showCode(trx, actor, params, { at, today, secretKey: app.config.secretKey }));
  });

  registerRoute(app, attendByCode, async ({ actor, params, body, at, today }) => {
    mustBeDeputy(actor);
    return attend(app, actor, params, { code: body.code, at, today });
  });
}

/** One of the deputy's own lists as a file, in the order of his page. */
async function sendVoices(trx: Trx, by: DownloadBy & { actor: Actor }, list: VoiceList) {
  const { suggestions, concerns, invitations } = await voicesOf(trx, by.actor, by.today);
  const about = { list: `my-${list}` };
  switch (list) {
    case 'suggestions':
      return sendTable(trx, by, { name: '我的议题建议', columns: ownSuggestionColumns, rows: suggestions }, about);
    case 'concerns':
      return sendTable(trx, by, { name: '我反映的问题', columns: ownConcernColumns, rows: concerns }, about);
    case 'invitations': {
      const rows = openInvitationsFirst(invitations, by.today);
      return sendTable(trx, by, { name: '我收到的邀请', columns: ownInvitationColumns(by.today), rows }, about);
    }
  }
}

function mustBeDeputy(actor: Actor): void {
  if (actsAsDeputy(actor)) return;
  throw new ForbiddenError('deputies/not-deputy', '这是代表本人的页面，您没有代表的角色。');
}
