import { nextStepActSchemas } from '../../../contract/acts/next-steps.ts';
import { followingActs } from '../../../domain/handling/following-acts.ts';
import { orderOf } from '../../../domain/handling/rounds.ts';
import { personNameOf } from '../../../domain/organisation/facts.ts';
import { motionAsPut, nextStepsFillings, sourceOf } from '../fillings/next-steps-fillings.ts';
import type { Kit } from '../kit.ts';

/** The way on from 不满意, and what it orders (S4.5). */
export const kit: Kit = {
  acts: followingActs,
  schemas: nextStepActSchemas,
  fillings: nextStepsFillings,
  options: ({ state, organisation }) => ({
    signatory: (orderOf(state)?.interpellation?.signatoryIds ?? []).map((id) => ({
      value: id,
      label: personNameOf(organisation, id),
    })),
  }),
  computed: {
    'choose-next-step': motionAsPut,
    'record-interpellation-answer': sourceOf(false),
    'record-second-answer': sourceOf(true),
  },
  desks: {
    'choose-next-step': () => import('../desks/choose-next-step-desk.tsx'),
    'deliberate-again': () => import('../desks/ordered-desk.tsx'),
    'hold-inquiry': () => import('../desks/ordered-desk.tsx'),
    'answer-interpellation': () => import('../desks/answer-interpellation-desk.tsx'),
    'answer-interpellation-again': () => import('../desks/answer-interpellation-desk.tsx'),
    'record-interpellation-answer': () => import('../desks/interpellation-answer-desk.tsx'),
    'decide-second-answer': () => import('../desks/interpellation-answer-desk.tsx'),
    'record-second-answer': () => import('../desks/interpellation-answer-desk.tsx'),
  },
};
