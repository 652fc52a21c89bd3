import type { Tenant } from '../../../domain/organisation/tenant.ts';
import type { PlainDateText } from '../../../domain/procedure/case.ts';
import {
  playCityConvening,
  playCitySession,
  playCountyConvening,
  playCountySession,
  playSpecialMeeting,
  playWorkReport,
} from './deliberation-story.ts';
import {
  playBothAnswers,
  playInterpellation,
  playOrganAnswer,
  playSigning,
  playWords,
} from './interpellation-story.ts';
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
  playSecondDeliberation,
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

/** Counties whose sessions were not satisfied either, and what their members do about it (S4.5, 监督法 §51–54). */
type Unsatisfied = {
  /** Members are signing a 质询案. */
  signing?: Tenant | undefined;
  /** The organ has answered in writing, some have said what they hold of it, and its answer waits to be recorded. */
  answered?: Tenant | undefined;
  /** It has answered twice; with its second round the matter is closed. */
  interpellated?: Tenant | undefined;
};

/** S4: every body's demands to the end; the city's first result is unsatisfied and takes a second round. */
export async function playResults(
  story: Story,
  handlings: readonly Handling[],
  unsatisfied: Unsatisfied = {},
): Promise<void> {
  const [first] = handlings;
  if (first === undefined) return;
  const others = Object.values(unsatisfied);
  await inEach(handlings, first.told, async (handling) => {
    const satisfied = handling.body.level === 'county' && !others.includes(handling.body);
    await playHandOver(story, handling);
    await playRound(story, { ...handling, from: 10, round: 1, satisfied });
    await playOn(story, handling, unsatisfied);
  });
  const last = handlings.at(-1);
  if (last !== undefined) await signTheRest(story, shifted(last.base, 220));
}

/** After the first result of a body. */
async function playOn(
  story: Story,
  handling: Handling,
  { signing, answered, interpellated }: Unsatisfied,
): Promise<void> {
  const { body, base } = handling;
  const satOn = shifted(base, 104);
  if (body === signing) return playSigning(story, handling);
  if (body === answered) {
    const decidedOn = shifted(story.today, -20);
    await playInterpellation(story, handling, { satOn, decidedOn, due: shifted(story.today, 40) });
    await playOrganAnswer(story, handling, { on: shifted(story.today, -4) });
    return playWords(story, handling, [false, true]);
  }
  if (body === interpellated) return playTwoAnswers(story, handling, satOn);
  return body.level === 'city' ? playSecondRound(story, handling) : playClosing(story, handling, 112);
}

/** S4.5: the city's next step, its second round, and the end of the track. */
export async function playSecondRound(story: Story, handling: Handling): Promise<void> {
  const { told, body } = handling;
  await playNextStep(story, handling, 112);
  const inSitting = (day: PlainDateText) => playSecondDeliberation(story, told, body, day);
  await playRound(story, { ...handling, from: 114, round: 2, satisfied: true, inSitting });
  await playClosing(story, handling, 216);
}

/** 质询, answered twice; then the second round, and the end of the track. */
async function playTwoAnswers(story: Story, handling: Handling, satOn: PlainDateText): Promise<void> {
  const { base } = handling;
  const due = shifted(base, 187);
  await playInterpellation(story, handling, { satOn, decidedOn: shifted(base, 112), due });
  await playBothAnswers(story, handling, shifted(base, 114));
  await playRound(story, { ...handling, from: 114, round: 2, satisfied: true });
  await playClosing(story, handling, 216);
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
