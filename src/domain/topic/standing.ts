import type { CaseView } from '../procedure/case.ts';

/** Where a topic stands as a whole: withdrawn, closed by every body, or in work, in its latest round of handling. */
export type TopicStanding = { state: 'withdrawn' | 'closed' } | { state: 'in-work'; round: number };

/** The standing of a topic from the tracks of its bodies that the reader sees (S4.5: a round follows an unsatisfied result). */
export function topicStandingOf(topic: CaseView): TopicStanding {
  if (topic.state === 'withdrawn') return { state: 'withdrawn' };
  const bodies = topic.tracks.filter((track) => track.kind === 'body');
  if (bodies.every((track) => track.closedOn !== undefined)) return { state: 'closed' };
  return { state: 'in-work', round: Math.max(1, ...bodies.map((track) => track.round)) };
}

export function topicStandingText(standing: TopicStanding): string {
  if (standing.state === 'in-work') return standing.round > 1 ? `办理中，第${standing.round}轮` : '办理中';
  return standing.state === 'closed' ? '已办结' : '已撤销';
}
