import type { TopicStory } from './research-story.ts';
import {
  playDeputiesAndExtension,
  playFindings,
  playImplementationPlan,
  playSafeguards,
  playTeam,
  playVisits,
} from './research-story.ts';
import { playTopics, topicsOfYear } from './scenario-story.ts';
import { comingSessionDay, finishedSessionDay } from './story-days.ts';
import type { CaseRef, Story } from './telling.ts';
import { playDeliberation, playResearch, playResults } from './topic-story.ts';
import { playSolicitation, type StoryTopic } from './topics-story.ts';

/**
 * What a visitor finds: a topic finished with its second round, the year under way with one topic in the middle of research, one whose
 * team is formed and one whose plan is still with the counties. Everything is dated before the story's day.
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

async function playFinished(story: Story): Promise<void> {
  const session = finishedSessionDay(story.today, []);
  const topics: StoryTopic[] = [
    { name: '城区停车管理', domain: 'social-governance', deliberationDate: session, lead: '城' },
  ];
  const year = Number(session.slice(0, 4));
  const { yearCase, topics: cases } = await playTopics(story, { year, topics, trials: false });
  const [topic] = cases;
  if (topic === undefined) return;
  const told = { topic, name: '城区停车管理', session, trials: false };
  await playResearch(story, told);
  await playResults(story, await playDeliberation(story, told, yearCase));
}

/** The year of the topics under way. */
async function playUnderWay(story: Story): Promise<number> {
  const session = comingSessionDay(story.today);
  const topics: StoryTopic[] = [
    { name: '养老服务体系建设', domain: 'livelihood', deliberationDate: session, lead: '社会' },
    { name: '年度环境状况和环境保护目标完成情况', domain: 'environment', deliberationDate: session, lead: '环境' },
    { name: '民营经济高质量发展', domain: 'economy', deliberationDate: session, lead: '财政' },
  ];
  const year = Number(session.slice(0, 4));
  const { topics: cases } = await playTopics(story, { year, topics, trials: false });
  const [researched, formed, planned] = cases.map(
    (topic: CaseRef, index): TopicStory => ({ topic, name: topics[index]?.name ?? '', session, trials: false }),
  );
  if (researched === undefined || formed === undefined || planned === undefined) return year;
  await playImplementationPlan(story, researched);
  const team = await playTeam(story, researched);
  await playDeputiesAndExtension(story, researched);
  await playSafeguards(story, researched);
  await playVisits(story, researched, team, Math.ceil(story.counties.length / 2));
  await playFindings(story, researched);
  await playImplementationPlan(story, formed);
  await playTeam(story, formed);
  await playImplementationPlan(story, planned, false);
  return year;
}
