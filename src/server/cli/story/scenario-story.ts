import type { PackageView } from '../../../contract/packages.ts';
import type { PlainDateText } from '../../../domain/procedure/case.ts';
import { playAdjustment } from './adjustment-story.ts';
import { problemText } from './cast.ts';
import { playFindings, playImplementationPlan, playTeam, type TopicStory } from './research-story.ts';
import { playHandOver, playUnsatisfied } from './results-story.ts';
import { shifted } from './story-days.ts';
import { type CaseRef, refused, type Story } from './telling.ts';
import { playCountySessions, playDeliberation, playResearch, playResults } from './topic-story.ts';
import { playJointPlan, playSettling, playSolicitation, type StoryTopic, type TopicsStory } from './topics-story.ts';

export type Told = { yearCase: CaseRef; topic: CaseRef };

/**
 * Where a story may stop, for somebody who wants to go on by hand: team formed, findings recorded, counties heard of, demands handed over, or
 * the city's session not satisfied with their handling.
 */
export const scenarioEnds = ['team', 'findings', 'county-results', 'hand-over', 'unsatisfied'] as const;
export type ScenarioEnd = (typeof scenarioEnds)[number];

/** The topics of a year whose city session of one topic is known; the others follow through the year. */
export function topicsOfYear(session: PlainDateText): readonly [StoryTopic, ...StoryTopic[]] {
  const year = session.slice(0, 4);
  return [
    { name: '城区停车管理', domain: 'social-governance', deliberationDate: session, lead: '城' },
    {
      name: '年度环境状况和环境保护目标完成情况',
      domain: 'environment',
      deliberationDate: `${year}-08-26`,
      lead: '环境',
    },
    { name: '民营经济高质量发展', domain: 'economy', deliberationDate: `${year}-10-28`, lead: '财政' },
    { name: '养老服务体系建设', domain: 'livelihood', deliberationDate: `${year}-12-27`, lead: '社会' },
  ];
}

/** A year from its call to its settled topics (S1.1–S1.6). The ids are in the order of the topics. */
export async function playTopics(
  story: Story,
  told: TopicsStory,
): Promise<{ yearCase: CaseRef; topics: readonly CaseRef[] }> {
  const yearCase = await playSolicitation(story, told);
  await playJointPlan(story, yearCase, told);
  return { yearCase, topics: await playSettling(story, yearCase, told) };
}

/**
 * One full year of a topic over the public API: the call, the late county, the moved session, the declined finding, the unsatisfied
 * result and its second round, and on the way what the rules refuse (S1.1–S5.6).
 */
export async function playScenario(story: Story, session: PlainDateText, until?: ScenarioEnd): Promise<Told> {
  const year = Number(session.slice(0, 4));
  const planned = topicsOfYear(session);
  const heading = (text: string) => story.say(`\n${text}`);
  heading('一、联动确定监督议题');
  const { yearCase, topics } = await playTopics(story, { year, topics: planned, trials: true });
  const [topic] = topics;
  const last = topics.at(-1);
  if (topic === undefined || last === undefined) throw new Error('没有确定任何议题。');
  await playAdjustment(story, last, { year, name: '基本养老服务体系建设' });
  const told: TopicStory = { topic, name: planned[0].name, session, trials: true };
  heading('二、联动组织开展调研');
  if (until === 'team' || until === 'findings') {
    await playImplementationPlan(story, told);
    if (until === 'team') await playTeam(story, told);
    else await playFindings(story, told);
    return { yearCase, topic };
  }
  await playResearch(story, told);
  await lookAcross(story, told);
  heading('三、联动开展会议审议');
  if (until === 'county-results') {
    await playCountySessions(story, told, yearCase);
    return { yearCase, topic };
  }
  const handlings = await playDeliberation(story, told, yearCase);
  heading('四、联动实施结果监督');
  if (until === 'hand-over') {
    for (const handling of handlings) await playHandOver(story, handling);
    return { yearCase, topic };
  }
  if (until === 'unsatisfied') {
    for (const handling of handlings.filter(({ body }) => body === story.city)) await playUnsatisfied(story, handling);
    return { yearCase, topic };
  }
  await playResults(story, handlings, { interpellated: story.counties.at(-1) });
  const again = { by: story.city, in: topic, kind: 'close-track', on: shifted(session, 221), payload: { note: '' } };
  await refused(story, again, 'track/closed');
  return { yearCase, topic };
}

/** What one body has not been sent it does not see, and is not told that it exists (监督法 §6). */
async function lookAcross(story: Story, { topic }: TopicStory): Promise<void> {
  const [first, second] = story.counties;
  if (first === undefined || second === undefined) return;
  const sender = await story.cast.of(first.id, 'office-clerk');
  const { packages } = await sender.get<{ packages: PackageView[] }>(
    `/api/packages?box=out&kind=research-report&caseId=${topic.id}`,
  );
  const [report] = packages;
  if (report === undefined) return;
  const stranger = await story.cast.of(second.id, 'office-clerk');
  const answer = await stranger.look(`/api/packages/${report.id}`);
  if (answer.ok || answer.problem.status !== 404) throw new Error(`${second.name}看到了${first.name}的调研报告。`);
  story.say(`  ✗ 拒绝  ${second.shortName} 查看${first.shortName}的调研报告：${problemText(answer.problem)}`);
}
