import type { Me } from '../../contract/sign-in.ts';
import type { TitledPaper } from '../../domain/document/paper.ts';
import { sittingPapers } from '../../domain/document/record-papers.ts';
import { trackOf } from '../../domain/procedure/case.ts';
import { waitOf } from '../../domain/procedure/worklist.ts';
import { agendaToAdopt, type Matter, mattersOn } from '../../domain/session/matters.ts';
import type { SessionState } from '../../domain/session/session-state.ts';
import {
  isOfHandlingSession,
  isOfSitting,
  type MatterProgress,
  progressOf,
} from '../../domain/session/sitting-progress.ts';
import { useCaseList } from '../lib/case-list.ts';
import { type LoadedCase, useCase, useCases } from '../lib/cases.ts';
import { deriveCase } from '../lib/derived-case.ts';
import { todayInChina } from '../lib/formats.ts';
import { type PeopledLinkage, usePeopledLinkage } from '../lib/linkage.ts';

/** One item of an agenda as a member reads it; without a topic it is a title and nothing else. */
export type ShownMatter = {
  key: string;
  title: string;
  topicId?: string;
  progress: MatterProgress;
  waitsFor: string;
  papers: readonly TitledPaper[];
};

export type ShownSitting = { matters: readonly ShownMatter[]; isAdopted: boolean; presence: string | undefined };

/** The agenda of a sitting with how far it is and the papers of each matter; undefined until all of it is known. */
export function useSittingMatters(me: Me, sessionId: string): ShownSitting | undefined {
  const sitting = useCase(sessionId);
  const linkage = usePeopledLinkage();
  const cases = useCases({ kind: 'topic' });
  const planned = mattersOn(sessionId, me.bodyId, cases.data ?? []);
  const topics = useCaseList([...new Set(planned.map(({ topicId }) => topicId))]);
  const session = sitting.data?.state?.session;
  if (session === undefined || linkage.data === undefined || cases.data === undefined || topics === undefined) {
    return undefined;
  }
  const known = linkage.data;
  const items = session.agendaAdopted ? session.agenda : agendaToAdopt(session, planned);
  const matters = items.map(({ title, topicId }, index): ShownMatter => {
    const topic = topics.find(({ view }) => view.id === topicId);
    const matter = planned.find((candidate) => candidate.topicId === topicId);
    const key = `${index}/${topicId ?? ''}`;
    if (topic === undefined || matter === undefined) {
      return { key, title, progress: { state: 'done' }, waitsFor: '', papers: [] };
    }
    return { key, title, ...topicOf(topic, matter, { me, sessionId, linkage: known }) };
  });
  return { matters, isAdopted: session.agendaAdopted, presence: presenceOf(session, me.personId) };
}

type Reader = { me: Me; sessionId: string; linkage: PeopledLinkage };

function topicOf({ view, state }: LoadedCase, { purpose }: Matter, { me, sessionId, linkage }: Reader) {
  const own = trackOf(view, me.bodyId);
  const owed = deriveCase(view, linkage, todayInChina()).obligations.filter(
    ({ tenantId, performer, stepId }) =>
      tenantId === me.bodyId && performer === 'session' && isOfSitting(stepId, own, sessionId),
  );
  const ofPurpose = owed.filter(({ stepId }) => isOfHandlingSession(stepId) === (purpose === 'handling'));
  const progress = progressOf(ofPurpose);
  return {
    topicId: view.id,
    progress,
    waitsFor: progress.next === undefined ? '' : waitOf(progress.next.why),
    papers: state === null ? [] : sittingPapers(purpose, { state, organisation: linkage.organisation }),
  };
}

/** Whether the reader is registered as there, or on leave. */
function presenceOf({ presence, excused, state }: SessionState, personId: string): string | undefined {
  if (state !== 'open') return undefined;
  const last = presence.findLast((entry) => entry.personId === personId);
  if (last !== undefined) return last.until === null ? `您${last.from}到会` : `您${last.until}离会`;
  const leave = excused.find((entry) => entry.personId === personId);
  return leave === undefined ? undefined : `您已请假（${leave.reason}）`;
}
