import { agree, conferred, convene } from './consultation-story.ts';
import { act, bodiesOf, type CaseRef, dayOf, refused, type Story, sign } from './telling.ts';

/** A county asks for a topic to be changed; all confer, all decide, and it changes at all levels in step (S1.7, S1.8). */
export async function playAdjustment(
  story: Story,
  topic: CaseRef,
  { year, name }: { year: number; name: string },
): Promise<void> {
  const { city, counties } = story;
  const [proposer] = counties;
  if (proposer === undefined) return;
  const change = { kind: 'change', name };
  const propose = { by: proposer, in: topic, kind: 'propose-adjustment', on: `${year}-02-10` };
  const reason = '群众关注的重点有所变化，议题名称须相应调整。';
  await act(story, { ...propose, payload: { trigger: 'livelihood-trend', change, reason } });
  const confer = { by: city, in: topic, kind: 'consult-adjustment', on: `${year}-02-18` };
  const date = dayOf(story, `${year}-02-18`);
  const agreed = { outcome: 'adjust', date, change, excusedIds: [], conclusion: '一致同意同步调整议题名称。' };
  await refused(story, { ...confer, payload: { ...agreed, items: [], opinions: [] } }, 'order/step-missing');
  await sign(story, city, `${year}-02-12`);
  await convene(story, topic.id);
  for (const body of bodiesOf(story)) await agree(story, topic.id, body);
  const { items, opinions } = await conferred(story, topic.id);
  await act(story, { ...confer, payload: { ...agreed, items, opinions } });
  for (const county of counties) await sign(story, county, `${year}-02-19`);
  const apply = { by: city, in: topic, kind: 'apply-adjustment', on: `${year}-03-02` };
  const payload = { informed: '已书面告知常委会组成人员和有关机关。' };
  await refused(story, { ...apply, payload }, 'order/step-missing');
  for (const by of bodiesOf(story)) {
    await act(story, {
      by,
      in: topic,
      kind: 'decide-adjustment',
      on: `${year}-02-26`,
      payload: { outcome: 'approved' },
    });
  }
  await act(story, { ...apply, payload });
}
