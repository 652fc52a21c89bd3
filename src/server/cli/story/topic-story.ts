import type { Tenant } from '../../../domain/organisation/tenant.ts';
import {
  playCityConvening,
  playCitySession,
  playCountyConvening,
  playCountySession,
  playSpecialMeeting,
  playWorkReport,
} from './deliberation-story.ts';
import {
  lateCountyOf,
  playCityReport,
  playCountyReport,
  playDeputiesAndExtension,
  playFindings,
  playImplementationPlan,
  playLateReport,
  playSafeguards,
  playTeam,
  playVisits,
  type TopicStory,
} from './research-story.ts';
import {
  type Handling,
  playClosing,
  playHandOver,
  playNextStep,
  playRound,
  playSigning,
  signTheRest,
} from './results-story.ts';
import type { Sitting } from './sitting-story.ts';
import { shifted } from './story-days.ts';
import { type CaseRef, refused, type Story, sign } from './telling.ts';

/** S2: from the plan to the reports of two levels; the late county's comes after the city's is final. */
export async function playResearch(story: Story, told: TopicStory): Promise<void> {
  const { counties, city } = story;
  const { topic, session, trials } = told;
  if (trials) {
    const visit = { by: city, in: topic, kind: 'form-research-team', on: shifted(session, -101) };
    await refused(story, { ...visit, payload: { leaderId: city.id, members: [], experts: [] } }, 'request/invalid');
  }
  await playImplementationPlan(story, told);
  const memberIds = await playTeam(story, told);
  await playDeputiesAndExtension(story, told);
  await playSafeguards(story, told);
  await playVisits(story, told, memberIds);
  await playFindings(story, told);
  const late = lateCountyOf(story);
  for (const county of counties) if (county.id !== late?.id) await playCountyReport(story, told, county);
  await playCityReport(story, told);
}

/** S3: sessions of all bodies, counties first; the city's is moved by a week on the way. */
export async function playDeliberation(story: Story, told: TopicStory, yearCase: CaseRef): Promise<Handling[]> {
  const { sitting, handlings } = await playUntilCitySession(story, told, yearCase);
  await playCitySession(story, told, sitting);
  return [...handlings, { told, body: story.city, base: sitting.closes, yearCase }];
}

/** Everything of S3 that comes before the city sits. */
export async function playUntilCitySession(
  story: Story,
  told: TopicStory,
  yearCase: CaseRef,
): Promise<{ sitting: Sitting; handlings: Handling[] }> {
  const before = await playCountySessions(story, told, yearCase);
  await playSpecialMeeting(story, told);
  return before;
}

/** The counties have met and sent their results; the city has its report and has signed for all of it (S3.1–S3.3). */
export async function playCountySessions(
  story: Story,
  told: TopicStory,
  yearCase: CaseRef,
): Promise<{ sitting: Sitting; handlings: Handling[] }> {
  const { city, counties } = story;
  const sitting = await playCityConvening(story, told, yearCase);
  await playLateReport(story, told);
  const handlings = await inEach(counties, told, async (county): Promise<Handling> => {
    const own = await playCountyConvening(story, told, yearCase, county);
    await playWorkReport(story, told, county, own.opens);
    await playCountySession(story, told, own);
    return { told, body: county, base: own.closes, yearCase };
  });
  await playWorkReport(story, told, city, sitting.opens);
  await sign(story, city, shifted(sitting.opens, -3));
  return { sitting, handlings };
}

/**
 * S4: every body's demands to the end; the city's first result is unsatisfied and takes a second round. `signing`: a county whose session
 * was not satisfied either and whose members are signing a 质询案.
 */
export async function playResults(
  story: Story,
  handlings: readonly Handling[],
  { signing }: { signing?: Tenant | undefined } = {},
): Promise<void> {
  const [first] = handlings;
  if (first === undefined) return;
  await inEach(handlings, first.told, async (handling) => {
    const signs = handling.body === signing;
    const satisfied = handling.body.level === 'county' && !signs;
    await playHandOver(story, handling);
    await playRound(story, { ...handling, from: 10, round: 1, satisfied });
    if (signs) await playSigning(story, handling);
    else await playSecondRound(story, handling);
  });
  const last = handlings.at(-1);
  if (last !== undefined) await signTheRest(story, shifted(last.base, 220));
}

/** The city's second round, and the end of the track. */
async function playSecondRound(story: Story, handling: Handling): Promise<void> {
  const isCity = handling.body.level === 'city';
  if (isCity) {
    await playNextStep(story, handling, 112);
    await playRound(story, { ...handling, from: 114, round: 2, satisfied: true });
  }
  await playClosing(story, handling, isCity ? 216 : 112);
}

/** One body after the other where the story is read, all at once where it only has to be there. */
async function inEach<Item, Result>(
  items: readonly Item[],
  { trials }: TopicStory,
  play: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  if (!trials) return Promise.all(items.map(play));
  const results: Result[] = [];
  for (const item of items) results.push(await play(item));
  return results;
}
