import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import type { ActKind } from '../../contract/acts.ts';
import type { TenantKind } from '../../domain/organisation/tenant.ts';
import type { ActDefinition } from '../../domain/procedure/act.ts';
import type { CaseKind } from '../../domain/procedure/case.ts';
import type { Desk } from './desk.ts';
import type { Fillings } from './fillings/filling.ts';
import type { Computed, Kit, StageOptions } from './kit.ts';

type Stage =
  | 'topics'
  | 'research'
  | 'sittings'
  | 'deliberation'
  | 'opinion'
  | 'handling'
  | 'outcomes'
  | 'next-steps'
  | 'safeguards';

const kits: Record<Stage, () => Promise<{ kit: Kit }>> = {
  topics: () => import('./kits/topics-kit.ts'),
  research: () => import('./kits/research-kit.ts'),
  sittings: () => import('./kits/sittings-kit.ts'),
  deliberation: () => import('./kits/deliberation-kit.ts'),
  opinion: () => import('./kits/opinion-kit.ts'),
  handling: () => import('./kits/handling-kit.ts'),
  outcomes: () => import('./kits/outcomes-kit.ts'),
  'next-steps': () => import('./kits/next-steps-kit.ts'),
  safeguards: () => import('./kits/safeguards-kit.ts'),
};

/** Known before anything of a stage is loaded. */
const stages = {
  'open-solicitation': 'topics',
  'register-suggestion': 'topics',
  'suggest-topic': 'topics',
  'send-suggestion': 'topics',
  'propose-preliminary-list': 'topics',
  'record-consultation': 'topics',
  'draft-joint-plan': 'topics',
  'decide-joint-plan': 'topics',
  'settle-topics': 'topics',
  'adopt-annual-plan': 'topics',
  'publish-annual-plan': 'topics',
  'propose-adjustment': 'topics',
  'consult-adjustment': 'topics',
  'decide-adjustment': 'topics',
  'apply-adjustment': 'topics',
  'draft-implementation-plan': 'research',
  'comment-on-plan': 'research',
  'approve-implementation-plan': 'research',
  'form-research-team': 'research',
  'send-visit-notice': 'research',
  'record-visit': 'research',
  'record-evaluation': 'research',
  'conclude-joint-research': 'research',
  'record-extension-research': 'research',
  'record-finding': 'research',
  'correct-finding': 'research',
  'hand-over-collected-opinions': 'research',
  'finalise-research-report': 'research',
  'send-research-report': 'research',
  'answer-late-findings': 'research',
  'convene-session': 'sittings',
  'move-session': 'sittings',
  'send-session-notice': 'sittings',
  'open-session': 'sittings',
  'adopt-agenda': 'sittings',
  'record-attendance': 'sittings',
  'close-session': 'sittings',
  'name-responsible-organs': 'deliberation',
  'submit-draft-report': 'deliberation',
  'submit-final-report': 'deliberation',
  'distribute-report': 'deliberation',
  'hold-special-meeting': 'deliberation',
  deliberate: 'deliberation',
  'confirm-speeches': 'deliberation',
  'record-county-statements': 'deliberation',
  'hold-special-inquiry': 'deliberation',
  'assess-report': 'deliberation',
  'compile-opinion': 'opinion',
  'agree-opinion': 'opinion',
  'adopt-opinion': 'opinion',
  'make-resolution': 'opinion',
  'send-supervision-results': 'opinion',
  'hand-over-results': 'handling',
  'publish-results': 'outcomes',
  'answer-demands': 'handling',
  'submit-evidence': 'handling',
  'decide-disputes': 'handling',
  'settle-disputes': 'handling',
  'submit-handling-draft': 'handling',
  'comment-on-handling': 'handling',
  'submit-handling-report': 'handling',
  'record-follow-up': 'handling',
  'give-verdicts': 'handling',
  'schedule-handling-assessment': 'outcomes',
  'assess-handling': 'outcomes',
  'publish-handling': 'outcomes',
  'choose-next-step': 'next-steps',
  'deliberate-again': 'next-steps',
  'hold-inquiry': 'next-steps',
  'answer-interpellation': 'next-steps',
  'record-interpellation-answer': 'next-steps',
  'decide-second-answer': 'next-steps',
  'answer-interpellation-again': 'next-steps',
  'record-second-answer': 'next-steps',
  'close-track': 'outcomes',
  'flag-major-matter': 'safeguards',
  'report-to-party': 'safeguards',
  coordinate: 'safeguards',
  exchange: 'safeguards',
  'invite-deputies': 'safeguards',
  'answer-invitation': 'safeguards',
  'raise-concern': 'safeguards',
  'answer-concern': 'safeguards',
  summarise: 'safeguards',
} satisfies Record<ActKind, Stage>;

export function isActKind(kind: string): kind is ActKind {
  return kind in stages;
}

/** One kind of act as its sheet needs it. */
export type SheetParts = {
  /** Of a case of that kind, for a tenant of that kind; none where it is no act of theirs. */
  definitionIn: (caseKind: CaseKind, tenant: TenantKind) => ActDefinition | undefined;
  schema: z.ZodType;
  fill: Fillings[ActKind];
  computed: Computed[ActKind];
  options: StageOptions | undefined;
  desk: Desk;
};

/** What the sheet of an act is made of, loaded when it is opened. */
export function useSheetParts(kind: string) {
  return useQuery({
    queryKey: ['sheet-parts', kind],
    queryFn: () => (isActKind(kind) ? loadSheetParts(kind) : null),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** The acts of a kind, by the case and the tenant they are for. */
export async function loadSheetParts(kind: ActKind): Promise<SheetParts> {
  const { kit } = await kits[stages[kind]]();
  const schema = kit.schemas[kind];
  if (schema === undefined) throw new Error(`The kit of ${kind} has no schema for it.`);
  return {
    definitionIn: (caseKind, tenant) =>
      kit.acts.find((act) => act.kind === kind && act.case === caseKind && act.tenant === tenant),
    schema,
    fill: kit.fillings[kind],
    computed: kit.computed?.[kind],
    options: kit.options,
    desk: (await kit.desks[kind]?.())?.desk ?? {},
  };
}
