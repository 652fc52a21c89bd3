import { agree, conferred, convene } from '../src/server/cli/story/consultation-story.ts';
import { act, bodiesOf, type Story, sign } from '../src/server/cli/story/telling.ts';

/** S1.7, S1.8: that a topic is given up is proposed by the city, signed for, conferred on by all bodies, and recorded. */
export async function confersOnWithdrawal(
  told: Story,
  topic: string,
  { on, trigger, conclusion }: { on: string; trigger: 'party-focus' | 'livelihood-trend'; conclusion: string },
): Promise<void> {
  const deed = { by: told.city, in: { id: topic, kind: 'topic' as const }, on };
  const change = { kind: 'withdraw' };
  const payload = { trigger, change, reason: '示例：工作重心调整。' };
  await act(told, { ...deed, kind: 'propose-adjustment', payload });
  for (const county of told.counties) await sign(told, county, on);
  await convene(told, topic);
  for (const one of bodiesOf(told)) await agree(told, topic, one);
  const { items, opinions } = await conferred(told, topic);
  const agreed = { outcome: 'adjust', date: on, change, items, opinions, excusedIds: [], conclusion };
  await act(told, { ...deed, kind: 'consult-adjustment', payload: agreed });
}
