import type { LegalCalendar } from '../calendar/legal-days.ts';
import type { CaseState } from '../case-state.ts';
import type { SignatoryWord, SubmittedMotion } from '../handling/handling-state.ts';
import type { Actor } from '../organisation/actor.ts';
import type { OrganisationFacts } from '../organisation/facts.ts';
import type { Level, TenantKind } from '../organisation/tenant.ts';
import type { PackageDraft } from '../package/package.ts';
import type { Refusal } from '../refusal.ts';
import type { OpenConsultation } from '../topic/consultation.ts';
import type { CaseKind, CaseView, PlainDateText, Track, TrackSession } from './case.ts';
import type { OrganPart } from './organ-part.ts';
import type { Settings } from './settings.ts';
import type { Performer } from './step.ts';

/** Everything a rule may ask. Clock and identifiers come in; nothing is looked up. */
export type Facts = {
  /** The day the act legally happened: today, or an earlier day when an office records it afterwards. */
  on: PlainDateText;
  today: PlainDateText;
  actor: Actor;
  view: CaseView;
  /** The actor's tenant's own track of the case. */
  own: Track;
  /** Fold of the own acts of this case. */
  state: CaseState;
  settings: Settings;
  calendar: LegalCalendar;
  organisation: OrganisationFacts;
  /** State of the sitting the act happens in, where it happens in one. */
  sitting?: { caseId: string; name: string; opens: PlainDateText; closes: PlainDateText; state: CaseState['session'] };
  /** Year case: the topics of the year as the scope sees them, with the sittings that are known. On a screen also of a sitting, those on it. */
  topics?: readonly CaseView[];
  /** Year case: the body's own sittings of this year and the years beside it, as they stand now. */
  sessions?: readonly { name: string; opens: PlainDateText; closes: PlainDateText }[];
  /** The conferring that is open in this case, for an act that asks it; null where none is, absent for who cannot know. */
  consultation?: OpenConsultation | null;
  /** The 质询案 that members have put in this round, for an act that asks it; null where none is, absent for who cannot know. */
  motion?: SubmittedMotion | null;
  /** What those who put the 质询案 have said of the answer that is being recorded, for an act that asks it; absent for who cannot know. */
  words?: readonly SignatoryWord[];
  /** Session case: digest of what the move being decided would change now, as the server computes it. */
  changeSetDigest?: string;
};

/** Meeting that took a collective decision (监督法 §8): who was present, who chaired. Outcome is part of the act itself. */
export type MeetingRecord = {
  date: PlainDateText;
  name: string;
  chairId: string;
  presentIds: readonly string[];
};

/** Where an act stands in the chain of its tenant, as its evolution may use it. */
export type Stamp = { seq: number; on: PlainDateText; actorId: string; tenantId: string };

/** What an act changes besides its own state: always shared facts without contents, or sealed packages. */
export type SharedChange =
  | { kind: 'create-topics'; topics: readonly NewTopic[] }
  | {
      kind: 'create-session';
      sessionId: string;
      number: string;
      opens: PlainDateText;
      closes: PlainDateText;
      extraordinary?: true;
    }
  | { kind: 'set-session'; caseId: string; field: 'session' | 'handlingSession'; session: TrackSession }
  | { kind: 'move-session'; sessionId: string; session: TrackSession; reason: string }
  | { kind: 'add-organ-tracks'; organIds: readonly string[] }
  /** These of the body's own organs have that part in the topic, and no other. */
  | { kind: 'assign-organs'; part: OrganPart; organIds: readonly string[] }
  /** These of the body's own organs have a demand to meet in the round under way. */
  | { kind: 'ask-organs'; organIds: readonly string[] }
  /** These of the body's own organs have that mark in the round under way. */
  | { kind: 'mark-organs'; organIds: readonly string[]; stepId: string }
  | {
      kind: 'change-topic';
      name?: string;
      leadUnitId?: string;
      leadUnitName?: string;
      deliberationDate?: PlainDateText;
      withdrawn?: true;
    }
  | { kind: 'mark'; caseId?: string; stepId: string; perRound?: boolean }
  | { kind: 'unmark'; stepIds: readonly string[] }
  | { kind: 'unmark-everywhere'; stepIds: readonly string[] }
  | { kind: 'open-round'; round: number; due: PlainDateText }
  | { kind: 'set-resolution-due'; due: PlainDateText }
  | { kind: 'set-promise-due'; due: PlainDateText | undefined }
  /** For the body itself and the organ that answers once more. */
  | { kind: 'set-second-answer-due'; organIds: readonly string[]; due: PlainDateText }
  /** These of the body's own organs have to do those steps again. */
  | { kind: 'unmark-organs'; organIds: readonly string[]; stepIds: readonly string[] }
  | { kind: 'close-track' };

export type NewTopic = {
  id: string;
  name: string;
  domain: string;
  leadUnitId: string;
  leadUnitName: string;
  deliberationDate: PlainDateText;
};

/** A person of the own tenant who is told in one sentence what concerns him alone. */
export type PersonalNotice = {
  personId: string;
  kind: 'deputy-invited' | 'concern-answered' | 'interpellation-settled';
  text: string;
};

export type Effects = {
  packages?: readonly PackageDraft[];
  shared?: readonly SharedChange[];
  notices?: readonly PersonalNotice[];
};

/** Fresh identifiers (UUIDv7) for what an act creates. */
export type NewId = () => string;

/**
 * One kind of act: who may take it, what it needs, what it changes. Order (steps before it), collectiveness, level, role and
 * lateness are derived from the procedure by `checkAct`; here stands only what the act itself requires.
 */
export type ActDefinition<Payload = unknown> = {
  kind: string;
  case: CaseKind;
  /** Chinese name of the act for every screen and the ledger. */
  title: string;
  clause: string;
  law?: readonly string[];
  level: Level | 'both';
  tenant: TenantKind;
  by: Performer;
  /** May be taken again while its step is already done (visits, findings, posts). */
  repeatable?: boolean;
  /** Which sitting the facts carry: of the deliberation (default for acts of a session), of the handling, or named in the payload. */
  sitting?: 'deliberation' | 'handling' | 'named';
  /** The facts carry the year's topics and the body's sittings around it, for `check`. */
  asksYear?: true;
  /** The facts carry the case's open conferring, and taking the act closes it. */
  asksConsultation?: true;
  /** The facts carry the 质询案 that waits for the council, and taking the act settles it. */
  asksMotion?: true;
  /** The facts carry what those who put the 质询案 have said of its answer, and nobody says more while the act is taken. */
  asksWords?: true;
  /** `ready` itself says by name what must come first, so that the order is not told a second time. */
  namesMissing?: true;
  /** What can be said before the form is open. */
  ready?: (facts: Facts) => readonly Refusal[];
  /** What depends on what was filled in. */
  check?: (payload: Payload, facts: Facts) => readonly Refusal[];
  /** Does this act satisfy its step? A returned decision or a lost vote does not. Default: yes. */
  satisfies?: (payload: Payload, facts: Facts) => boolean;
  evolve?: (state: CaseState, payload: Payload, stamp: Stamp) => CaseState;
  effects?: (payload: Payload, facts: Facts, newId: NewId) => Effects;
};

/**
 * Declares an act with the payload type it was written for, and forgets the type for the register: the contract parses every
 * payload by the schema of the same kind before a definition sees it.
 */
export function defineAct<Payload>(definition: ActDefinition<Payload>): ActDefinition {
  // Sound because `contract/acts.ts` pairs each kind with a schema whose output is that payload type.
  return definition as ActDefinition<unknown> as ActDefinition;
}
