import { type CaseView, trackOf } from '../procedure/case.ts';
import type { SessionItem } from './convene-session.ts';
import type { SessionState } from './session-state.ts';

export type AgendaItem = { title: string; topicId?: string };

/** What a sitting has to do for a topic that the council put on it. */
export type Matter = { topicId: string; purpose: SessionItem['purpose']; title: string };

/** As an agenda names it: what is heard, and at the assessment of the handling that it is assessed (S3.5, S4.4). */
function titleOf(purpose: Matter['purpose'], name: string): string {
  return purpose === 'deliberation'
    ? `听取和审议关于“${name}”的专项工作报告`
    : `听取“${name}”审议意见办理落实情况的报告并进行满意度测评`;
}

/** The topics that sit on a sitting of a body, each for what it was put there (组织法 §54). */
export function mattersOn(sessionId: string, bodyId: string, topics: readonly CaseView[]): readonly Matter[] {
  return topics.flatMap((topic) => {
    const own = trackOf(topic, bodyId);
    const purposes: Matter['purpose'][] = [];
    if (own?.session?.sessionId === sessionId) purposes.push('deliberation');
    if (own?.handlingSession?.sessionId === sessionId) purposes.push('handling');
    return purposes.map((purpose) => ({ topicId: topic.id, purpose, title: titleOf(purpose, topic.name) }));
  });
}

/** What is put to the sitting as its agenda (SES-07): the draft that the notice told, and what has been placed on it since. */
export function agendaToAdopt({ agenda }: Pick<SessionState, 'agenda'>, matters: readonly Matter[]): AgendaItem[] {
  const told = agenda.map(({ no: _no, ...item }) => item);
  const isTold = ({ topicId }: Matter) => told.some((item) => item.topicId === topicId);
  return [...told, ...matters.filter((matter) => !isTold(matter)).map(({ title, topicId }) => ({ title, topicId }))];
}
