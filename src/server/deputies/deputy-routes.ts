import { attendByCode, listInvitations, makeAttendanceCode, readMyVoices } from '../../contract/deputies.ts';
import { type Actor, actsAsDeputy } from '../../domain/organisation/actor.ts';
import { ForbiddenError } from '../errors.ts';
import type { App } from '../http/app-parts.ts';
import { mustReadContents } from '../http/reading.ts';
import { registerRoute } from '../http/route.ts';
import { attend, showCode } from './attendance-commands.ts';
import { invitationsOf, voicesOf } from './voices.ts';

/** What a deputy brings and follows, and the activities he is invited to. */
export function registerDeputyRoutes(app: App): void {
  registerRoute(app, readMyVoices, async ({ actor, read, today }) => {
    mustBeDeputy(actor);
    return read((trx) => voicesOf(trx, actor, today));
  });

  registerRoute(app, listInvitations, async ({ actor, params, read }) => {
    mustReadContents(actor);
    return read(async (trx) => ({ invitations: await invitationsOf(trx, actor, params.caseId) }));
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

function mustBeDeputy(actor: Actor): void {
  if (actsAsDeputy(actor)) return;
  throw new ForbiddenError('deputies/not-deputy', '这是代表本人的页面，您没有代表的角色。');
}
