/** Party reports, posts between bodies, deputies' part, summaries (S5). */
export type SafeguardsState = {
  majorMatters: readonly MajorMatter[];
  /** A body's own; a party office's as received. */
  partyReports: readonly {
    on: string;
    form: 'request' | 'report';
    matter: string;
    text: string;
    matterIds: readonly string[];
  }[];
  posts: readonly {
    on: string;
    subject: string;
    toIds: readonly string[];
    fromId?: string;
    about: string;
    text: string;
  }[];
  invitations: readonly Invitation[];
  concerns: readonly Concern[];
  summary: { on: string; practice: string; problems: string; publicity: string } | null;
};

/** 重大问题和重大事项. */
export type MajorMatter = { id: string; on: string; matter: string };

/** Deputies asked to take part in an activity of the body (S5.4), each with what he answered. */
export type Invitation = {
  id: string;
  on: string;
  activity: 'screening' | 'research' | 'session' | 'tracking';
  /** The day of the activity; absent in an invitation that was recorded before the day was asked. */
  day?: string;
  deputyIds: readonly string[];
  text: string;
  answers?: readonly InvitationAnswer[];
};

export type InvitationAnswer = { personId: string; on: string; outcome: 'accepted' | 'declined'; reason: string };

/** What a deputy heard from citizens, and what became of it. */
export type Concern = { id: string; on: string; personId: string; text: string; answer: string | null };

export const emptySafeguardsState: SafeguardsState = {
  majorMatters: [],
  partyReports: [],
  posts: [],
  invitations: [],
  concerns: [],
  summary: null,
};

/** Flagged matters that no 请示 or 报告 names yet (PAR-01). */
export function unreportedMatters({ majorMatters, partyReports }: SafeguardsState): readonly MajorMatter[] {
  const reported = new Set(partyReports.flatMap((report) => report.matterIds));
  return majorMatters.filter((matter) => !reported.has(matter.id));
}

export function openConcerns({ concerns }: SafeguardsState): readonly Concern[] {
  return concerns.filter((concern) => concern.answer === null);
}
