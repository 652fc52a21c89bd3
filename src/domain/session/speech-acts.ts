import { defineAct, type Facts } from '../procedure/act.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { DeliberationState } from './deliberation-state.ts';
import { withDeliberation } from './with-session.ts';

/** Who of those who spoke has read the record of the own speech and confirmed it. */
export type ConfirmSpeeches = { speakers: readonly string[] };

const confirmSpeeches = defineAct<ConfirmSpeeches>({
  kind: 'confirm-speeches',
  case: 'topic',
  title: '发言人核对发言记录',
  clause: 'S3.5',
  law: ['SES-14'],
  level: 'both',
  tenant: 'body',
  by: 'office',
  // Speakers read their records on different days.
  repeatable: true,
  ready: ({ state }) =>
    speakersOf(state.deliberation).length === 0
      ? [refuse('speeches/none', 'S3.5', '尚未登记会议发言，没有需要核对的发言记录。')]
      : [],
  check: ({ speakers }, { state }) => {
    const spoke = speakersOf(state.deliberation);
    const strangers = speakers.filter((name) => !spoke.includes(name.trim()));
    if (strangers.length === 0) return [];
    const text = `${strangers.map((name) => `“${name}”`).join('、')}不在登记的发言人之中（${spoke.join('、')}）。`;
    return [refuse('speeches/unknown-speaker', 'S3.5', text, 'speakers')];
  },
  satisfies: ({ speakers }, { state }) => unconfirmedIn(confirmedBy(state.deliberation, speakers)).length === 0,
  evolve: (state, { speakers }) => withDeliberation(state, confirmedBy(state.deliberation, speakers)),
});

function confirmedBy(deliberation: DeliberationState, speakers: readonly string[]): DeliberationState {
  const names = speakers.map((name) => name.trim());
  return { ...deliberation, speechesConfirmed: [...new Set([...deliberation.speechesConfirmed, ...names])] };
}

/** Everybody whose words stand in the record of the sitting: in the deliberation, and of the counties' leaders those who spoke. */
export function speakersOf({ deliberation, countyStatements }: DeliberationState): readonly string[] {
  const spoken = countyStatements.filter(({ form }) => form === 'spoken');
  return [...new Set([...(deliberation?.speeches ?? []), ...spoken].map(({ name }) => name.trim()))];
}

function unconfirmedIn(deliberation: DeliberationState): readonly string[] {
  return speakersOf(deliberation).filter((name) => !deliberation.speechesConfirmed.includes(name));
}

/** SES-14 (浙江议事规则 §42, 重庆 §43, 广东 §48), where the customer's own rule asks for it: nothing is archived before its speaker confirmed it. */
export function checkSpeechesConfirmed({ state, settings }: Facts): readonly Refusal[] {
  if (settings.speechRecords === 'not-required') return [];
  const missing = unconfirmedIn(state.deliberation);
  if (missing.length === 0) return [];
  const text = `${missing.join('、')}的发言记录尚未经本人核对，按本级规定核对后方可办结归档。`;
  return [refuse('close/speeches', 'S3.5', text)];
}

/** SES-14: the record of a speech is its speaker's. */
export const speechActs = [confirmSpeeches];
