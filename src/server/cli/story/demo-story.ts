import { enterAgreement, playCompiling, playHearing } from './deliberation-story.ts';
import { playDuties } from './duties-story.ts';
import type { OwnProblem, TopicStory } from './research-story.ts';
import {
  playDeputiesAndExtension,
  playFindings,
  playImplementationPlan,
  playSafeguards,
  playTeam,
  playVisitNotices,
  playVisits,
} from './research-story.ts';
import { playAnswers, playHandOver, reportersOf } from './results-story.ts';
import { playTopics, topicsOfYear } from './scenario-story.ts';
import { comingSessionDay, finishedSessionDay, shifted } from './story-days.ts';
import { type CaseRef, type Story, sign } from './telling.ts';
import { playDeliberation, playResearch, playResults, playUntilCitySession } from './topic-story.ts';
import { playSolicitation, type StoryTopic } from './topics-story.ts';

/**
 * What a visitor finds: a topic finished with its second round but in two counties, whose sessions were not satisfied: in one the members
 * are signing a 质询案, in the other the government has answered one and the office is to record the answer; the year under way with one
 * topic whose demands the organs are answering, one that the city's session hears today, one in the middle of research, and one whose plan
 * is still with the counties. Nothing is dated after the story's day.
 */
export async function playDemo(story: Story): Promise<void> {
  await playFinished(story);
  const year = await playUnderWay(story);
  // Between November and the end of the year the next one is being called for (S1.1).
  const callsFor = Number(story.today.slice(0, 4)) + 1;
  if (story.today.slice(5) < '11-01' || year === callsFor) return;
  const topics = topicsOfYear(`${callsFor}-06-25`);
  await playSolicitation(story, { year: callsFor, topics, trials: false }, Math.floor(story.counties.length / 3));
}

/** One problem in two years: asked for and found met, and there again under another topic (HAN-08). */
const blockedThen: OwnProblem = {
  title: '老旧小区消防通道被违规停车占用',
  description: '抽查的12个老旧小区中，7个小区的消防通道长期停放车辆，消防车无法进入。',
  demand: '逐个小区划线立牌、清理占道车辆，落实物业日常巡查。',
};
const blockedAgain: OwnProblem = {
  title: '老旧小区消防通道违规停车，燃气抢险车辆难以通行',
  description: '实地查看的9个老旧小区中，5个小区的消防通道仍被车辆占用，燃气抢险车辆无法进入。',
  demand: '清理占用消防通道的车辆，建立物业、社区、燃气企业联动巡查机制，每季度通报。',
};

async function playFinished(story: Story): Promise<void> {
  const session = finishedSessionDay(story.today, []);
  const topics: StoryTopic[] = [
    { name: '城区停车管理', domain: 'social-governance', deliberationDate: session, lead: '城' },
  ];
  const year = Number(session.slice(0, 4));
  const { yearCase, topics: cases } = await playTopics(story, { year, topics, trials: false });
  const [topic] = cases;
  if (topic === undefined) return;
  const told = { topic, name: '城区停车管理', session, trials: false, also: blockedThen };
  await playResearch(story, told);
  const [signing, answered] = story.counties.toReversed();
  await playResults(story, await playDeliberation(story, told, yearCase), { answered, signing });
}

/** The year of the topics under way. */
async function playUnderWay(story: Story): Promise<number> {
  const session = comingSessionDay(story.today);
  const year = Number(session.slice(0, 4));
  const heard = shifted(story.today, -25);
  // At the turn of the year the session three weeks ago was still last year's.
  const wasHeard = heard.startsWith(String(year));
  const topics: StoryTopic[] = [
    { name: '养老服务体系建设', domain: 'livelihood', deliberationDate: session, lead: '社会' },
    { name: '民营经济高质量发展', domain: 'economy', deliberationDate: session, lead: '财政' },
    { name: '饮用水水源保护', domain: 'environment', deliberationDate: wasHeard ? heard : session, lead: '环境' },
    // A year has three to five (S1.5): where the year is far enough on, one is before the city's session today.
    ...(wasHeard
      ? [{ name: '城镇燃气安全', domain: 'social-governance', deliberationDate: story.today, lead: '城' } as const]
      : []),
  ];
  const { yearCase, topics: cases } = await playTopics(story, { year, topics, trials: false });
  const [researched, planned, answered, sitting] = cases.map(
    (topic: CaseRef, index): TopicStory => ({ topic, name: topics[index]?.name ?? '', session, trials: false }),
  );
  if (researched === undefined || planned === undefined || answered === undefined) return year;
  if (wasHeard) await playAnswering(story, { ...answered, session: heard }, yearCase);
  if (sitting !== undefined)
    await playSittingToday(story, { ...sitting, session: story.today, also: blockedAgain }, yearCase);
  await playDuties(story, session);
  await playImplementationPlan(story, researched);
  const team = await playTeam(story, researched);
  await playDeputiesAndExtension(story, researched);
  await playSafeguards(story, researched);
  const visited = Math.ceil(story.counties.length / 2);
  await playVisits(story, researched, team, visited);
  await playVisitNotices(story, researched, team, visited);
  await playFindings(story, researched);
  await playImplementationPlan(story, planned, false);
  return year;
}

/** The city's session is on: report heard, counties heard, the opinion compiled, and the council's agreement to it waits for a chairperson. */
async function playSittingToday(story: Story, told: TopicStory, yearCase: CaseRef): Promise<void> {
  await playResearch(story, told);
  const { sitting } = await playUntilCitySession(story, told, yearCase);
  await playHearing(story, told, sitting);
  await playCompiling(story, told, { body: story.city, on: told.session });
  await enterAgreement(story, told, story.today);
}

/** Both levels have sat; most counties' organs have answered, the city's and the first county's have not yet. */
async function playAnswering(story: Story, told: TopicStory, yearCase: CaseRef): Promise<void> {
  await playResearch(story, told);
  const handlings = await playDeliberation(story, told, yearCase);
  for (const [index, handling] of handlings.entries()) {
    await playHandOver(story, handling);
    if (handling.body.level === 'city' || index === 0) continue;
    for (const organ of await reportersOf(story, told, handling.body)) {
      await playAnswers(story, { ...handling, from: 0, round: 1, satisfied: true }, organ);
    }
    await sign(story, handling.body, story.today);
  }
}
