import { councilIdsOn } from '../../../domain/organisation/facts.ts';
import type { PlainDateText } from '../../../domain/procedure/case.ts';
import { shifted } from './story-days.ts';
import type { Story } from './telling.ts';

/**
 * Days on which leaders are bound elsewhere: two of the city's, one of them on the day of a coming session, and the chairperson of the first
 * county, which tells the city the days and keeps what for.
 */
export async function playDuties(story: Story, session: PlainDateText): Promise<void> {
  const { cast, city, today } = story;
  const leaders = councilIdsOn(cast.organisation, city.id, today);
  const office = await cast.of(city.id, 'office-clerk');
  const [, first, second] = leaders;
  for (const [personId, from, until, matter] of [
    [first, shifted(session, -1), shifted(session, 1), '出席省人大常委会立法座谈会'],
    [second, shifted(today, 9), shifted(today, 13), '参加省委党校专题学习'],
  ] as const) {
    if (personId === undefined) continue;
    await office.post('/api/leader-duties', { personIds: [personId], from, until, matter });
  }
  const [county] = story.counties;
  const head = county === undefined ? undefined : councilIdsOn(cast.organisation, county.id, today)[0];
  if (county === undefined || head === undefined) return;
  const clerk = await cast.of(county.id, 'office-clerk');
  const duty = { personIds: [head], from: shifted(today, 16), until: shifted(today, 18), matter: '率队外出考察' };
  await clerk.post('/api/leader-duties', { ...duty, isTold: true });
}
