import { exportInterpellations } from '../../contract/interpellation-exports.ts';
import * as contract from '../../contract/interpellations.ts';
import { motionGroupsOf } from '../../contract/motion-list.ts';
import { momentOf } from '../acts/act-commands.ts';
import type { App } from '../http/app-parts.ts';
import { mustReadContents } from '../http/reading.ts';
import { registerRoute } from '../http/route.ts';
import { sendTable } from '../http/table-file.ts';
import {
  draftMotion,
  listMotionsFor,
  reviseMotion,
  revokeMotionSignature,
  signMotion,
  speakOnAnswer,
  submitMotion,
  withdrawMotion,
} from './interpellation-commands.ts';
import { motionColumns } from './interpellation-table.ts';

/** 质询案: drafted, signed by members in their own accounts, put in a session, or withdrawn (监督法 §51). */
export function registerInterpellationRoutes(app: App): void {
  registerRoute(app, contract.listInterpellations, async ({ actor, query, read, today }) => {
    mustReadContents(actor);
    return read(async (trx) => ({ motions: await listMotionsFor(trx, actor, query.caseId, today) }));
  });

  registerRoute(app, exportInterpellations, async (call) => {
    const { actor, query, today } = call;
    mustReadContents(actor);
    return call.read(async (trx) => {
      const { open, mine, others } = motionGroupsOf(await listMotionsFor(trx, actor, query.caseId, today));
      const table = { name: '质询案', columns: motionColumns, rows: [...open, ...mine, ...others] };
      return sendTable(trx, call, table, { list: 'interpellations', detail: query });
    });
  });

  registerRoute(app, contract.draftInterpellation, async ({ actor, params, body, write, at, today }) => {
    mustReadContents(actor);
    return write(async (trx) => ({
      motion: await draftMotion(trx, actor, params.caseId, body, momentOf({ at, today })),
    }));
  });

  registerRoute(app, contract.reviseInterpellation, async ({ actor, params, body, write, at, today }) => {
    mustReadContents(actor);
    return write(async (trx) => ({
      motion: await reviseMotion(trx, actor, params.motionId, body, momentOf({ at, today })),
    }));
  });

  registerRoute(app, contract.signInterpellation, async ({ actor, params, body, write, at, today }) => {
    mustReadContents(actor);
    return write(async (trx) => ({
      motion: await signMotion(trx, actor, params.motionId, body.version, momentOf({ at, today })),
    }));
  });

  registerRoute(app, contract.revokeSignature, async ({ actor, params, write, today }) => {
    mustReadContents(actor);
    return write(async (trx) => ({ motion: await revokeMotionSignature(trx, actor, params.motionId, { today }) }));
  });

  registerRoute(app, contract.submitInterpellation, async ({ actor, params, body, write, at, today }) => {
    mustReadContents(actor);
    return write(async (trx) => ({
      motion: await submitMotion(trx, actor, params.motionId, body, momentOf({ at, today })),
    }));
  });

  registerRoute(app, contract.speakOnAnswer, async ({ actor, params, body, write, at, today }) => {
    mustReadContents(actor);
    return write(async (trx) => ({
      motion: await speakOnAnswer(trx, actor, params.motionId, body, momentOf({ at, today })),
    }));
  });

  registerRoute(app, contract.withdrawInterpellation, async ({ actor, params, body, write, at, today }) => {
    mustReadContents(actor);
    return write(async (trx) => ({
      motion: await withdrawMotion(trx, actor, params.motionId, body.reason, momentOf({ at, today })),
    }));
  });
}
