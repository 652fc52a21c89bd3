import type { Track } from '../../src/domain/procedure/case.ts';
import type { ConveneSession } from '../../src/domain/session/convene-session.ts';
import {
  countIn,
  follows,
  isUnsatisfied,
  lastOf,
  type MustRule,
  membersOfBody,
  presentAt,
  sittingOf,
  type Taken,
  thisRound,
} from './must-rules.ts';

const membersIn = ({ entry, own }: Taken) => membersOfBody(entry.before, own.tenantId);

/** Did the council convene a sitting for the handling of this very topic (组织法 §54)? */
function wasConvenedFor({ entry, own, view }: Taken): boolean {
  return (entry.before.chains.get(own.tenantId) ?? []).some(({ kind, payload }) => {
    if (kind !== 'convene-session') return false;
    const { items } = payload as ConveneSession;
    return items.some(({ topicId, purpose }) => topicId === view.id && purpose === 'handling');
  });
}

/** Who may write to whom: a body to the other level and to its own organs, an organ to its own body (监督法 §6, ORG-09). */
function mayWrite(taken: Taken): boolean {
  const { entry, own } = taken;
  const { tenants } = entry.before.organisation;
  const fresh = entry.after.parcels.slice(entry.before.parcels.length);
  return fresh.every(({ draft }) =>
    draft.addresseeIds.every((id) => {
      const to = tenants.find((tenant) => tenant.id === id);
      if (to === undefined) return false;
      if (own.kind !== 'body') return to.id === own.bodyId;
      return to.kind === 'body' ? to.level !== own.level : to.bodyId === own.tenantId;
    }),
  );
}

/** Nobody ticks a step on another body's track: an act of one may only reopen a question on another's (监督法 §6). */
function ticksOwnStepsOnly({ entry, own, view }: Taken): boolean {
  return [...entry.before.cases.values()].every((before) =>
    before.tracks.every((track) => {
      if (track.kind !== 'body' || track.bodyId === own.bodyId) return true;
      const later = entry.after.cases.get(before.id)?.tracks.find(({ tenantId }) => tenantId === track.tenantId);
      const gained = Object.keys(later?.done ?? {}).filter((key) => track.done[key] === undefined);
      return gained.length === 0 && sameBut(track, later) && (before.id === view.id || later === track);
    }),
  );
}

function sameBut(track: Track, later: Track | undefined): boolean {
  const rest = ({ done: _done, version: _version, ...other }: Track) => JSON.stringify(other);
  return later !== undefined && rest(track) === rest(later);
}

/** Of the demands handed over, those that no earlier round found met; all of them where every one was (S4.5). */
function notYetMet({ past, after }: Taken): readonly string[] {
  const judged = past
    .filter(({ kind }) => kind === 'give-verdicts')
    .flatMap(({ payload }) => payload.verdicts as { demandId: string; verdict: string }[]);
  const isMet = (id: string) => judged.findLast(({ demandId }) => demandId === id)?.verdict === 'met';
  const gone = after.handling.withdrawn.map(({ demandId }) => demandId);
  const all = after.handling.demands.map(({ id }) => id).filter((id) => !gone.includes(id));
  const left = all.filter((id) => !isMet(id));
  return left.length === 0 ? all : left;
}

/** S2.8, S3.5, S4.1–S4.4, S5.3, S5.4, S5.6; S2.1–S2.4, S3.4, S3.6, S5.2; S2.1, S2.9, S3.3. */
const askedOfEach = [
  'finalise-research-report',
  'deliberate',
  'adopt-opinion',
  'hand-over-results',
  'publish-results',
  'record-follow-up',
  'give-verdicts',
  'assess-handling',
  'publish-handling',
  'exchange',
  'invite-deputies',
  'summarise',
];
const askedOfCity = [
  'approve-implementation-plan',
  'form-research-team',
  'conclude-joint-research',
  'hold-special-meeting',
  'record-county-statements',
  'coordinate',
];
const askedOfCounty = ['comment-on-plan', 'send-research-report', 'send-supervision-results'];

/** S4, S5 and what holds at every act. */
export const handlingRules: Readonly<Record<string, MustRule>> = {
  'S4.1 results go out when the session has come to its last day': {
    kinds: ['hand-over-results'],
    keeps: ({ own, entry }) => (own.session?.closes ?? '9999') <= entry.step.on,
  },
  '监督法 §17 the organ reports after the committee has commented on its draft, in every round': {
    kinds: ['submit-handling-report'],
    keeps: ({ past }) => {
      const begun = past.slice(past.findLastIndex(({ kind }) => kind === 'receive-package/next-step') + 1);
      const draft = begun.find(({ kind }) => kind === 'submit-handling-draft');
      return follows(lastOf(begun, 'receive-package/handling-comment'), draft);
    },
  },
  'HAN-07 HAN-08 verdicts follow a check on the spot, one for every demand': {
    kinds: ['give-verdicts'],
    keeps: (taken) => {
      const ids = (taken.payload.verdicts as { demandId: string }[]).map(({ demandId }) => demandId);
      const demands = notYetMet(taken);
      const checked = lastOf(thisRound(taken), 'record-follow-up') !== undefined;
      return checked && ids.toSorted().join() === demands.toSorted().join();
    },
  },
  'HAN-08 the handling is assessed on the verdicts of this round': {
    kinds: ['schedule-handling-assessment', 'assess-handling'],
    keeps: (taken) => lastOf(thisRound(taken), 'give-verdicts') !== undefined,
  },
  'S4.4 the handling is assessed in a later session than the report was, on the council’s decision': {
    kinds: ['assess-handling'],
    keeps: (taken) =>
      (lastOf(thisRound(taken), 'schedule-handling-assessment') !== undefined || wasConvenedFor(taken)) &&
      taken.own.handlingSession?.sessionId !== taken.own.session?.sessionId,
  },
  'SAT-01 SAT-03 papers add up, and nobody outside the room had one': {
    kinds: ['assess-report', 'assess-handling'],
    keeps: (taken) => {
      const { entry, own, payload } = taken;
      const count = countIn(payload);
      const present = presentAt(entry.before, sittingOf(taken), own.tenantId, entry.step.on, payload.at as string);
      const sum = count.satisfied + count.basicallySatisfied + count.unsatisfied + count.invalid;
      const all = membersIn(taken).length;
      return (
        payload.present === present.size &&
        payload.members === all &&
        present.size * 2 > all &&
        count.issued <= (entry.before.settings.electorate === 'all-members' ? all : present.size) &&
        count.returned <= count.issued &&
        sum === count.returned
      );
    },
  },
  'SAT-08 one next step for each unsatisfied result, and for nothing else': {
    kinds: ['choose-next-step'],
    keeps: (taken) => {
      const assessed = lastOf(thisRound(taken), 'assess-handling');
      return assessed !== undefined && isUnsatisfied(assessed, membersIn(taken).length);
    },
  },
  'SAT-08 nothing is assessed twice in one round': {
    kinds: ['assess-handling'],
    keeps: (taken) => lastOf(thisRound(taken), 'assess-handling') === undefined,
  },
  'SAT-08 a matter that was found unsatisfactory cannot be closed': {
    kinds: ['close-track'],
    keeps: (taken) => {
      const assessed = lastOf(thisRound(taken), 'assess-handling');
      return assessed !== undefined && !isUnsatisfied(assessed, membersIn(taken).length);
    },
  },
  'S4.4 nothing is closed while something that the opinion asks of this body was never done': {
    kinds: ['close-track'],
    keeps: ({ past, own }) => {
      const asked = [...askedOfEach, ...(own.level === 'city' ? askedOfCity : askedOfCounty)];
      return asked.every((kind) => lastOf(past, kind) !== undefined);
    },
  },
  'INQ-01 INQ-02 an interpellation is signed by five members of the city, by three of a county': {
    kinds: ['choose-next-step'],
    keeps: (taken) => {
      if (taken.payload.step !== 'interpellation') return true;
      const signed = new Set(taken.payload.signatoryIds as string[]);
      const members = membersIn(taken);
      return [...signed].filter((id) => members.includes(id)).length >= (taken.own.level === 'city' ? 5 : 3);
    },
  },
  'S4.5 what a session was to do of the way on is done before it assesses the handling again': {
    kinds: ['assess-handling'],
    keeps: (taken) => {
      const chosen = lastOf(taken.past, 'choose-next-step')?.payload.step;
      const first = { 'second-deliberation': 'deliberate-again', inquiry: 'hold-inquiry' }[String(chosen)];
      return first === undefined || lastOf(thisRound(taken), first) !== undefined;
    },
  },
  'S4.5 INQ-04 nothing is closed before the organ that was interpellated has answered': {
    kinds: ['close-track'],
    keeps: (taken) => {
      if (lastOf(taken.past, 'choose-next-step')?.payload.step !== 'interpellation') return true;
      const answered = lastOf(thisRound(taken), 'record-interpellation-answer');
      if (answered?.payload.asksAgain !== true) return answered !== undefined;
      const decided = lastOf(thisRound(taken), 'decide-second-answer');
      return decided?.payload.outcome === 'not-again' || lastOf(thisRound(taken), 'record-second-answer') !== undefined;
    },
  },
  'INQ-04 an organ answers what it was told that it is interpellated on, and its body takes over what it was sent': {
    kinds: ['answer-interpellation', 'record-interpellation-answer'],
    keeps: ({ past, entry, payload }) => {
      if (entry.step.kind === 'answer-interpellation') {
        const notice = lastOf(past, 'receive-package/next-step')?.payload.content as
          | { asked: object | null }
          | undefined;
        return notice !== undefined && notice.asked !== null;
      }
      if (payload.source !== 'received') return true;
      return lastOf(past, 'receive-package/interpellation-answer') !== undefined;
    },
  },
  'INQ-05 a second answer is asked for by more than half of those who put the motion': {
    kinds: ['record-interpellation-answer'],
    keeps: ({ past, payload }) => {
      const put = lastOf(past, 'choose-next-step')?.payload.signatoryIds as string[];
      return payload.asksAgain !== true || (payload.dissatisfiedIds as string[]).length * 2 > put.length;
    },
  },
  'PAR-01 S5.5 nothing is closed over a matter nobody reported or a concern nobody answered': {
    kinds: ['close-track'],
    keeps: ({ past }) => {
      const reported = past.flatMap(({ kind, payload }) =>
        kind === 'report-to-party' ? (payload.matterIds as string[]) : [],
      );
      const flagged = past.filter(({ kind }) => kind === 'flag-major-matter').length;
      const raised = past.filter(({ kind }) => kind === 'raise-concern').length;
      const answered = past.filter(({ kind }) => kind === 'answer-concern').length;
      return new Set(reported).size === flagged && raised === answered;
    },
  },
  'S4.4 nothing is taken on a track that is closed, but receipts and contact': {
    kinds: 'all',
    keeps: ({ own, entry }) =>
      own.closedOn === undefined || entry.step.kind === 'exchange' || entry.step.kind.startsWith('receive-package/'),
  },
  'S1.8 nothing is taken on a topic that was withdrawn, but receipts': {
    kinds: 'all',
    keeps: ({ view, entry }) => view.state === 'active' || entry.step.kind.startsWith('receive-package/'),
  },
  '监督法 §6 nobody writes past his own level': { kinds: 'all', keeps: mayWrite },
  '监督法 §6 nobody ticks a step of another body': { kinds: 'all', keeps: ticksOwnStepsOnly },
};
