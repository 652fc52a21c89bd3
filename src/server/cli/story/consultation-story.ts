import type { ConsultationView } from '../../../contract/consultations.ts';
import { openConsultationOf } from '../../../contract/open-consultation.ts';
import type { CaseState } from '../../../domain/case-state.ts';
import type { Tenant } from '../../../domain/organisation/tenant.ts';
import type { OpenConsultation, Stance } from '../../../domain/topic/consultation.ts';
import { proposedItemsOf } from '../../../domain/topic/proposed-items.ts';
import type { Story } from './telling.ts';

/** What a body says to one of the items, where it does not simply agree to all. */
export type Reservation = { index: number; stance: Stance; comment: string };

/** The city's office calls the bodies to confer: on what was put forward in a year, on the proposal in a topic (S1.3, S1.8). */
export async function convene({ cast, city, say }: Story, caseId: string): Promise<void> {
  const office = await cast.of(city.id, 'office-clerk');
  const { view, state } = await office.get<{ view: { kind: string }; state: CaseState }>(`/api/cases/${caseId}`);
  const items = view.kind === 'year' ? proposedItemsOf(state.year) : [];
  await office.post(`/api/cases/${caseId}/consultation`, { version: 0, items });
  say(`            ${city.shortName}  发起会商`);
}

/** The conferring as the record asks for it; who said it when stays with the working rows. */
export async function conferred({ cast, city }: Story, caseId: string): Promise<OpenConsultation> {
  const office = await cast.of(city.id, 'office-clerk');
  const { consultation } = await office.get<{ consultation: ConsultationView }>(`/api/cases/${caseId}/consultation`);
  return openConsultationOf(consultation);
}

/** A body's own office says what it thinks of every item. */
export async function agree(story: Story, caseId: string, body: Tenant, reservation?: Reservation): Promise<void> {
  const { items } = await conferred(story, caseId);
  const office = await story.cast.of(body.id, 'office-clerk');
  for (const [index, { key }] of items.entries()) {
    const { stance, comment } = reservation?.index === index ? reservation : { stance: 'agrees', comment: '' };
    const said = { tenantId: body.id, key, stance, comment, version: 0 };
    await office.post(`/api/cases/${caseId}/consultation/opinions`, said);
  }
  story.say(`            ${body.shortName}  填写会商意见`);
}
