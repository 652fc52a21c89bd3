import type { Facts } from '../procedure/act.ts';
import { type Refusal, refuse } from '../refusal.ts';

/** SES-07: what a session hears, votes on or assesses stands on the agenda it adopted. */
export function checkOnAgenda({ sitting, view }: Facts): readonly Refusal[] {
  if (sitting === undefined || sitting.state.state === 'convened') return [];
  if (!sitting.state.agendaAdopted) {
    return [refuse('sitting/no-agenda', '组织法 §54', `${sitting.name}尚未通过会议议程，请先在会议中办理。`)];
  }
  if (sitting.state.agenda.some((item) => item.topicId === view.id)) return [];
  const text = `“${view.name}”不在${sitting.name}通过的议程之中；需要增列的，请由会议重新通过议程。`;
  return [refuse('sitting/not-on-agenda', '组织法 §54', text)];
}
