import { openDemands, orderOf, organsWithDemands } from '../../../domain/handling/rounds.ts';
import type { Facts } from '../../../domain/procedure/act.ts';
import { headNamesOf } from '../../../domain/session/reporter.ts';
import { todayInChina } from '../../lib/formats.ts';
import type { Typed } from '../../lib/schema-form.ts';
import { timeNow } from '../sitting-time.ts';
import type { Fillings } from './filling.ts';

/** S4.5: the way on from 不满意, and what it orders. */
export const nextStepsFillings: Fillings = {
  'choose-next-step': ({ motion }) => (motion ? { step: 'interpellation' } : {}),
  'deliberate-again': (facts) => ({ at: timeNow(facts, todayInChina()) }),
  'hold-inquiry': (facts) => ({ at: timeNow(facts, todayInChina()), exchanges: [{ organId: onlyOrganOf(facts) }] }),
  'record-interpellation-answer': (facts) => ({ answeredBy: onlyHeadOf(facts), dissatisfiedIds: [], asksAgain: false }),
  'record-second-answer': (facts) => ({ answeredBy: onlyHeadOf(facts), dissatisfiedIds: [] }),
};

/** Where the demands of the round are all one organ's, it is asked. */
function onlyOrganOf({ state }: Facts): string | undefined {
  const organs = organsWithDemands(openDemands(state));
  return organs.length === 1 ? organs[0] : undefined;
}

/** Where the organ that was interpellated has one head, it is he who answers (监督法 §54). */
function onlyHeadOf(facts: Facts): string {
  const heads = headNamesOf(orderOf(facts.state)?.interpellation?.organId ?? '', facts);
  return heads.length === 1 ? (heads[0] ?? '') : '';
}

/** What members have put is taken as it was put, and not typed again. */
export function motionAsPut({ motion }: Facts, { step }: Typed): Typed {
  return step === 'interpellation' && motion ? motion : {};
}
