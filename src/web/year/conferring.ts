import type { ConsultationView } from '../../contract/consultations.ts';
import type { Me } from '../../contract/sign-in.ts';
import type { Tenant } from '../../domain/organisation/tenant.ts';
import type { Stance } from '../../domain/topic/consultation.ts';
import type { Linkage } from '../lib/linkage.ts';
import type { Tone } from '../ui/state-tag.tsx';

/** What the screens of a conferring show, and to whom. */
export type Shown = { me: Me; caseId: string; linkage: Linkage; consultation: ConsultationView };
export type Said = ConsultationView['opinions'][number];
/** One body and one item, with what it has said. */
export type Cell = { body: Tenant; item: ConsultationView['items'][number]; said: Said | undefined };

export const stanceTones = {
  agrees: 'done',
  'agrees-with-changes': 'soon',
  disagrees: 'overdue',
} as const satisfies Record<Stance, Tone>;

export function saidIn({ opinions }: ConsultationView, tenantId: string, key: string): Said | undefined {
  return opinions.find((one) => one.tenantId === tenantId && one.key === key);
}

/** Whether the reader may write in a cell: the own office in its own, the city's in one that its body has not filled in itself. */
export function mayWrite({ me, consultation }: Pick<Shown, 'me' | 'consultation'>, { body, said }: Cell): boolean {
  if (consultation.state === 'closed' || me.kind !== 'body' || !me.roles.includes('office-clerk')) return false;
  return body.id === me.tenantId || (me.level === 'city' && said?.enteredBy !== 'own');
}
