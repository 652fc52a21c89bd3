/** Party reports, posts between bodies, deputies' part, summaries (S5). */
export type SafeguardsState = {
  majorMatters: readonly { on: string; matter: string }[];
  partyReports: readonly { on: string; matter: string }[];
  posts: readonly { on: string; subject: string; toIds: readonly string[]; fromId?: string; about: string; text: string }[];
  invitations: readonly { id: string; on: string; activity: 'screening' | 'research' | 'session' | 'tracking'; deputyIds: readonly string[]; text: string }[];
  concerns: readonly { id: string; on: string; personId: string; text: string; answer: string | null }[];
  summary: { on: string; practice: string; problems: string; publicity: string } | null;
};

export const emptySafeguardsState: SafeguardsState = {
  majorMatters: [],
  partyReports: [],
  posts: [],
  invitations: [],
  concerns: [],
  summary: null,
};
