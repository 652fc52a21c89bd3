import type { Facts } from '../../../domain/procedure/act.ts';
import { activityNames } from '../../../domain/safeguards/invitation.ts';
import { openConcerns, unreportedMatters } from '../../../domain/safeguards/safeguards-state.ts';
import { dateText } from '../../lib/formats.ts';
import type { Options } from '../../lib/schema-form.ts';

/** Concerns, invitations and matters to report (S5). */
export function safeguardsOptions({ state }: Facts): Options {
  return {
    concern: openConcerns(state.safeguards).map(({ id, text }) => ({ value: id, label: text })),
    invitation: state.safeguards.invitations.map(({ id, activity, day, text }) => ({
      value: id,
      label:
        day === undefined ? `${activityNames[activity]}：${text}` : `${activityNames[activity]}（${dateText(day)}）`,
    })),
    'major-matter': unreportedMatters(state.safeguards).map(({ id, matter }) => ({ value: id, label: matter })),
  };
}
