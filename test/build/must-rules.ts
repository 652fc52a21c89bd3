import type { PaperCount } from '../../src/domain/ballot/satisfaction.ts';
import { daysBack } from '../../src/domain/calendar/counting.ts';
import type { CaseState } from '../../src/domain/case-state.ts';
import type { Post } from '../../src/domain/organisation/facts.ts';
import { type CaseView, cityTrackOf, countyTracksOf, type Track, trackOf } from '../../src/domain/procedure/case.ts';
import { type Entry, stateIn } from './play.ts';
import { findingsAnswered, ownFindingsStand } from './report-rules.ts';
import type { World } from './world.ts';

/**
 * The opinion's and the law's must rules, said here once more in the words of `domain.md` §12 and of nothing else: from the acts that stand
 * in the chains and the payloads that were filled in, never by asking the functions that let the acts pass.
 */
export type Taken = {
  entry: Entry;
  /** Case and own track as they stood when the act was taken. */
  view: CaseView;
  own: Track;
  /** Own acts of this case before it, in order. */
  past: readonly Act[];
  payload: Readonly<Record<string, unknown>>;
  after: CaseState;
};
type Act = { kind: string; seq: number; on: string; payload: Readonly<Record<string, unknown>> };

/** Does an act keep the rule? Asked only of acts of the kinds named. */
export type MustRule = { kinds: readonly string[] | 'all'; keeps: (taken: Taken) => boolean };

export function takenOf(entry: Entry): Taken | undefined {
  const { step, before, after } = entry;
  const view = before.cases.get(step.caseId);
  const own = view === undefined ? undefined : trackOf(view, step.tenantId);
  if (view === undefined || own === undefined) return undefined;
  const past = actsIn(before, step.caseId, step.tenantId);
  return { entry, view, own, past, payload: step.payload as Taken['payload'], after: stateIn(after, step) };
}

/** The acts of one tenant in one case, from its chain. */
export function actsIn({ chains }: World, caseId: string, tenantId: string): readonly Act[] {
  // Payloads are data; each rule knows the fields of the kinds it asks about.
  return (chains.get(tenantId) ?? []).filter((act) => act.caseId === caseId) as unknown as readonly Act[];
}

export const lastOf = (acts: readonly Act[], kind: string, wanted: (act: Act) => boolean = () => true) =>
  acts.findLast((act) => act.kind === kind && wanted(act));
const approved = ({ payload }: Act) => payload.outcome === 'approved';
/** Was the last act of one kind taken after the last of another, and was there one at all? */
export const follows = (later: Act | undefined, earlier: Act | undefined) =>
  later !== undefined && earlier !== undefined && later.seq > earlier.seq;
const hasReason = ({ entry }: Taken) => (entry.step.reason ?? '') !== '';

const memberPosts: readonly Post[] = ['chair', 'acting-chair', 'vice-chair', 'secretary-general', 'member'];

/** N: persons, not posts (组织法 §47, §51). */
export function membersOfBody({ organisation }: World, bodyId: string): readonly string[] {
  const held = organisation.appointments.filter(
    ({ tenantId, post }) => tenantId === bodyId && memberPosts.includes(post),
  );
  return [...new Set(held.map(({ personId }) => personId))];
}
const isMoreThanHalf = (count: number, all: number) => count * 2 > all;

/** The day a case of that kind of the city knows its plan approved in its newest text (S2.2). */
function planStands({ entry, view }: Taken): boolean {
  const city = cityTrackOf(view);
  const acts = city === undefined ? [] : actsIn(entry.before, view.id, city.tenantId);
  return follows(lastOf(acts, 'approve-implementation-plan', approved), lastOf(acts, 'draft-implementation-plan'));
}

type Vote = { at: string; members: number; yes: string[]; no: string[]; abstain: string[]; notPressed: string[] };
const passes = ({ yes }: Vote, all: number) => isMoreThanHalf(yes.length, all);

/** Who was in the room: arrived and not yet gone, told from opening and attendance alone (SES-08). */
export function presentAt(
  world: World,
  sittingId: string,
  bodyId: string,
  on: string,
  at: string,
): ReadonlySet<string> {
  const present = new Set<string>();
  for (const act of actsIn(world, sittingId, bodyId)) {
    if (act.on !== on || !(String(act.payload.at ?? '') <= at)) continue;
    if (act.kind === 'open-session') for (const id of act.payload.presentIds as string[]) present.add(id);
    if (act.kind !== 'record-attendance') continue;
    for (const id of act.payload.arrivedIds as string[]) present.add(id);
    for (const id of act.payload.leftIds as string[]) present.delete(id);
  }
  return present;
}

/** The sitting that a vote was taken in: the case itself, or the one the topic sits on. */
export function sittingOf({ view, own, entry }: Taken): string {
  if (view.kind === 'session') return view.id;
  return (entry.step.kind === 'assess-handling' ? own.handlingSession : own.session)?.sessionId ?? '';
}

function countsRight(taken: Taken): boolean {
  const { entry, own } = taken;
  const vote = taken.payload.vote as Vote;
  const lists = [vote.yes, vote.no, vote.abstain, vote.notPressed].flat();
  const present = presentAt(entry.before, sittingOf(taken), own.tenantId, entry.step.on, vote.at);
  const members = membersOfBody(entry.before, own.tenantId);
  return (
    vote.members === members.length &&
    new Set(lists).size === lists.length &&
    lists.length === present.size &&
    lists.every((id) => present.has(id) && members.includes(id)) &&
    isMoreThanHalf(present.size, members.length)
  );
}

/** What the tellers of a paper ballot came to. Throws where there are none: the act was taken. */
export function countIn({ tallies }: Act['payload']): PaperCount {
  const [first] = tallies as readonly PaperCount[];
  if (first === undefined) throw new Error('Nobody counted the papers.');
  return first;
}

export const isUnsatisfied = (act: Act, all: number) => {
  const { satisfied, basicallySatisfied } = countIn(act.payload);
  return !isMoreThanHalf(satisfied + basicallySatisfied, all);
};

/** The acts of the round under way: since the last next step was chosen (S4.5). */
export const thisRound = ({ past }: Taken) =>
  past.slice(past.findLastIndex(({ kind }) => kind === 'choose-next-step') + 1);

function counties(taken: Taken): readonly string[] {
  return countyTracksOf(taken.view).map(({ tenantId }) => tenantId);
}

const cityOf = ({ view }: Taken) => cityTrackOf(view)?.tenantId ?? '';

/** The act by which the newest text of the joint plan came before this body: packages are signed for in any order (S1.3, S1.4). */
function newestPlanArrived(taken: Taken): Act | undefined {
  const newest = lastOf(actsIn(taken.entry.before, taken.view.id, cityOf(taken)), 'draft-joint-plan');
  if (taken.own.level === 'city') return newest;
  return lastOf(taken.past, 'receive-package/joint-plan', ({ payload }) => payload.senderSeq === newest?.seq);
}

/** Everything that may only be done to research while the approved plan stands (S2.2). */
const research = [
  'form-research-team',
  'send-visit-notice',
  'record-visit',
  'record-evaluation',
  'conclude-joint-research',
  'record-extension-research',
  'record-finding',
  'finalise-research-report',
];

function visitedOnSite(past: readonly Act[]): ReadonlySet<string> {
  const visits = past.filter(
    ({ kind, payload }) => kind === 'record-visit' && (payload.forms as string[]).includes('site'),
  );
  return new Set(
    visits.flatMap(({ payload }) => (payload.places as { tenantId?: string }[]).map(({ tenantId }) => tenantId ?? '')),
  );
}

/** S1 and S2. */
export const topicAndResearchRules: Readonly<Record<string, MustRule>> = {
  'S1.3 the joint plan follows the consultation': {
    kinds: ['draft-joint-plan'],
    keeps: ({ past }) => lastOf(past, 'record-consultation') !== undefined,
  },
  'S1.7 the joint plan stands once its topics are settled': {
    kinds: ['draft-joint-plan'],
    keeps: ({ past }) => lastOf(past, 'settle-topics') === undefined,
  },
  'S1.4 a council decides on the newest text of the joint plan': {
    kinds: ['decide-joint-plan'],
    keeps: (taken) => newestPlanArrived(taken) !== undefined,
  },
  'S1.4 a plan is adopted by a council that agreed to the joint plan': {
    kinds: ['settle-topics', 'adopt-annual-plan'],
    keeps: (taken) => {
      return follows(lastOf(taken.past, 'decide-joint-plan', approved), newestPlanArrived(taken));
    },
  },
  'S1.5 three to five topics, or a reason': {
    kinds: ['settle-topics'],
    keeps: (taken) => {
      const { length } = taken.payload.keys as string[];
      return (length >= 3 && length <= 5) || hasReason(taken);
    },
  },
  'S2.1 the counties have commented on this very draft, or a reason says why it goes on without': {
    kinds: ['approve-implementation-plan'],
    keeps: (taken) => {
      const draft = lastOf(taken.past, 'draft-implementation-plan');
      const comments = taken.past.filter((act) => act.kind === 'receive-package/plan-comment' && follows(act, draft));
      const heard = comments.map(({ payload }) => (payload.from as { tenantId: string }).tenantId);
      return counties(taken).every((id) => heard.includes(id)) || hasReason(taken);
    },
  },
  'S2.1 what a county has said to the version before is answered when the next is drafted': {
    kinds: ['draft-implementation-plan'],
    keeps: ({ past, payload }) => {
      const draft = lastOf(past, 'draft-implementation-plan');
      const comments = past.filter((act) => act.kind === 'receive-package/plan-comment' && follows(act, draft));
      const answered = (payload.commentAnswers as { tenantId: string }[]).map(({ tenantId }) => tenantId);
      return comments.every(({ payload: { from, content } }) => {
        const said = (content as { comment: string }).comment.trim() !== '';
        return !said || draft === undefined || answered.includes((from as { tenantId: string }).tenantId);
      });
    },
  },
  'S2.2 nothing is researched before the plan in its newest text is approved': { kinds: research, keeps: planStands },
  'S2.3 the team is led by the chair or a vice-chair of the city and has both levels in it': {
    kinds: ['form-research-team'],
    keeps: ({ payload, entry }) => {
      const { appointments } = entry.before.organisation;
      const members = payload.members as { personId: string }[];
      const holds = (id: string, city: boolean, posts: readonly Post[]) =>
        appointments.some(
          (held) => held.personId === id && (held.tenantId === 'city') === city && posts.includes(held.post),
        );
      const some = (city: boolean, posts: readonly Post[]) =>
        members.some(({ personId }) => holds(personId, city, posts));
      const leaders: readonly Post[] = ['chair', 'vice-chair'];
      return (
        holds(payload.leaderId as string, true, leaders) &&
        some(true, [...memberPosts, 'committee-head']) &&
        some(false, leaders) &&
        some(true, ['deputy']) &&
        some(false, ['deputy'])
      );
    },
  },
  'S2.4 joint research ends when every county has been seen on site': {
    kinds: ['conclude-joint-research'],
    keeps: (taken) => {
      const seen = visitedOnSite(taken.past);
      return taken.entry.before.settings.coverage === 'any-visit' || counties(taken).every((id) => seen.has(id));
    },
  },
  'S2.4 the city’s report follows the end of joint research': {
    kinds: ['finalise-research-report'],
    keeps: ({ past, own }) => own.level === 'county' || lastOf(past, 'conclude-joint-research') !== undefined,
  },
  'S2.8 every finding that a body has recorded is in its report, or left out with a reason': {
    kinds: ['finalise-research-report'],
    keeps: ({ entry, view, own, after }) =>
      ownFindingsStand(actsIn(entry.after, view.id, own.tenantId), after.research.findings),
  },
  'S2.10 every finding that a county has sent is answered once, in a paragraph or with a reason': {
    kinds: ['finalise-research-report', 'answer-late-findings', 'close-track'],
    keeps: ({ entry, view, own }) =>
      own.level === 'county' || findingsAnswered(actsIn(entry.after, view.id, own.tenantId)),
  },
  'S2.9 only a finished report is sent': {
    kinds: ['send-research-report'],
    keeps: ({ past }) => lastOf(past, 'finalise-research-report') !== undefined,
  },
  'S1.8 a topic changes only after all councils agreed to what was conferred on last': {
    kinds: 'all',
    keeps: (taken) => {
      const { entry, view } = taken;
      const later = entry.after.cases.get(view.id);
      const facts = (one: CaseView | undefined) =>
        JSON.stringify([one?.name, one?.state, one?.leadUnitId, one?.deliberationDate]);
      if (facts(later) === facts(view)) return true;
      const consulted = lastOf(taken.past, 'consult-adjustment');
      const agreed = view.tracks.every(({ kind, tenantId }) => {
        const acts = actsIn(entry.before, view.id, tenantId);
        const decided = lastOf(acts, 'decide-adjustment');
        if (kind !== 'body') return true;
        const known =
          tenantId === taken.own.tenantId
            ? consulted
            : lastOf(
                acts,
                'receive-package/adjustment-consultation',
                ({ payload }) => payload.senderSeq === consulted?.seq,
              );
        return follows(decided, known) && decided !== undefined && approved(decided);
      });
      return entry.step.kind === 'apply-adjustment' && agreed && lastOf(taken.past, 'deliberate') === undefined;
    },
  },
};

/** S3. */
export const deliberationRules: Readonly<Record<string, MustRule>> = {
  'S3.1 S3.5 a session deliberates with the report before its members and the research finished': {
    kinds: ['deliberate'],
    keeps: ({ past }) =>
      lastOf(past, 'distribute-report') !== undefined && lastOf(past, 'finalise-research-report') !== undefined,
  },
  '监督法 §15 a report is distributed after it was received': {
    kinds: ['distribute-report'],
    keeps: ({ past }) => lastOf(past, 'receive-package/work-report') !== undefined,
  },
  'S3.1 a county ends seven days before the city begins, or a reason says why not': {
    kinds: ['deliberate'],
    keeps: (taken) => {
      const city = cityTrackOf(taken.view)?.session?.opens ?? taken.view.deliberationDate;
      if (taken.own.level === 'city' || city === undefined) return true;
      return (taken.own.session?.closes ?? '') <= daysBack(city, 7) || hasReason(taken);
    },
  },
  'S3.4 the special meeting lies between the counties’ sessions and the city’s': {
    kinds: ['hold-special-meeting'],
    keeps: ({ payload, view, own, entry }) => {
      const heard = payload.heardIds as string[];
      const ends = countyTracksOf(view).flatMap(({ tenantId, session }) =>
        heard.includes(tenantId) && session !== undefined ? [session.closes] : [],
      );
      return ends.every((closes) => closes <= entry.step.on) && entry.step.on < (own.session?.opens ?? '');
    },
  },
  'S3.4 every county is heard, or a reason says why not': {
    kinds: ['hold-special-meeting'],
    keeps: (taken) => {
      const heard = taken.payload.heardIds as string[];
      return counties(taken).every((id) => heard.includes(id)) || hasReason(taken);
    },
  },
  'S3.4 S3.5 the city deliberates after the special meeting': {
    kinds: ['deliberate'],
    keeps: ({ past, own }) => own.level === 'county' || lastOf(past, 'hold-special-meeting') !== undefined,
  },
  'SES-07 what a session hears or votes on stands on the agenda it adopted': {
    kinds: ['deliberate', 'adopt-opinion', 'assess-handling'],
    keeps: (taken) => {
      const { entry, own, view } = taken;
      const acts = actsIn(entry.before, sittingOf(taken), own.tenantId);
      const all = membersOfBody(entry.before, own.tenantId).length;
      const agenda = lastOf(acts, 'adopt-agenda', ({ payload }) => passes(payload.vote as Vote, all));
      const items = (agenda?.payload.items ?? []) as { topicId?: string }[];
      return items.some(({ topicId }) => topicId === view.id);
    },
  },
  'SES-08 a session opens in a quorum of all members': {
    kinds: ['open-session'],
    keeps: ({ payload, entry, own }) => {
      const members = membersOfBody(entry.before, own.tenantId);
      const present = new Set(payload.presentIds as string[]);
      return [...present].every((id) => members.includes(id)) && isMoreThanHalf(present.size, members.length);
    },
  },
  'VOT-02 whoever is in the room votes once, nobody else does, and the room is quorate': {
    kinds: ['adopt-agenda', 'adopt-opinion', 'make-resolution'],
    keeps: countsRight,
  },
  'VOT-01 an opinion is adopted by more than half of all members, and by nothing less': {
    kinds: ['adopt-opinion'],
    keeps: ({ payload, after, entry, own }) => {
      const adopted = after.deliberation.opinion?.state === 'adopted';
      return adopted === passes(payload.vote as Vote, membersOfBody(entry.before, own.tenantId).length);
    },
  },
  'OPI-01 compiled, then agreed to by the council, then voted: the same text, no step skipped': {
    kinds: ['adopt-opinion'],
    keeps: ({ past }) => {
      const compiled = lastOf(past, 'compile-opinion');
      const agreed = lastOf(past, 'agree-opinion');
      const voted = lastOf(past, 'adopt-opinion');
      const fresh = voted === undefined || follows(compiled, voted);
      return (
        follows(compiled, lastOf(past, 'deliberate')) &&
        follows(agreed, compiled) &&
        agreed !== undefined &&
        approved(agreed) &&
        fresh
      );
    },
  },
  'S3.6 every county speaks at the city’s session, or writes': {
    kinds: ['record-county-statements'],
    keeps: (taken) => {
      const ids = (taken.payload.statements as { tenantId: string }[]).map(({ tenantId }) => tenantId);
      return counties(taken).every((id) => ids.filter((one) => one === id).length === 1);
    },
  },
  'S3.3 S4.1 results go out once the opinion is adopted': {
    kinds: ['send-supervision-results', 'hand-over-results'],
    keeps: ({ past, entry, own }) => {
      const vote = lastOf(past, 'adopt-opinion')?.payload.vote as Vote | undefined;
      return vote !== undefined && passes(vote, membersOfBody(entry.before, own.tenantId).length);
    },
  },
};
