import type { CaseState } from '../../domain/case-state.ts';
import { answerFormNames, nextStepNames } from '../../domain/handling/handling-state.ts';
import type { Facts } from '../../domain/procedure/act.ts';
import type { Trx } from '../db/database.ts';
import { insertNotices } from '../tasks/notice-store.ts';
import { type StoredMotion, settleMotions, signedNow } from './motion-store.ts';

type Settling = { facts: Facts; recordedAt: string; newId: () => string };

/** S4.5: with the council’s choice the motions of the round come to their end, and who signed one is told how. `after`: the state with it. */
export async function settleAsChosen(trx: Trx, settling: Settling, after: CaseState): Promise<void> {
  const { view, actor, own } = settling.facts;
  const chosen = after.handling.rounds.find(({ no }) => no === own.round)?.nextStep;
  if (chosen === undefined || chosen === null) return;
  const { interpellation } = chosen;
  const reason =
    interpellation === null
      ? `主任会议已确定采取“${nextStepNames[chosen.step]}”`
      : `主任会议决定由受质询机关${answerFormNames[interpellation.form]}，${chosen.due}前答复`;
  const scope = { cityCode: view.cityCode, tenantId: actor.tenantId, caseId: view.id };
  const settled = await settleMotions(trx, scope, { at: settling.recordedAt, reason });
  await insertNotices(
    trx,
    view.cityCode,
    settled.flatMap((motion) => noticesOf(motion, { view, reason, newId: settling.newId })),
  );
}

function noticesOf(
  motion: StoredMotion,
  { view, reason, newId }: { view: Facts['view']; reason: string; newId: () => string },
) {
  const end = motion.state === 'decided' ? `：${reason}。` : `不再提出：${reason}。`;
  return signedNow(motion).map(({ personId }) => ({
    id: newId(),
    kind: 'interpellation-settled' as const,
    tenantId: motion.tenantId,
    personId,
    caseId: view.id,
    text: `您签名的关于“${view.name}”的质询案${end}`,
  }));
}
