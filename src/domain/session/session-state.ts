/** Presence as timed intervals, so that it can be said who was in the room at any vote ('HH:MM', day of the sitting). */
export type Presence = { personId: string; day: string; from: string; until: string | null };

/** Attendance without vote (列席): heads of organs, county leaders, deputies, experts. `leave` is the reason of one who is excused. */
export type Observer = {
  name: string;
  capacity: 'organ-head' | 'county-leader' | 'deputy' | 'expert' | 'other';
  tenantId?: string;
  leave?: string;
};

export const observerCapacityNames = {
  'organ-head': '机关负责人',
  'county-leader': '县（市、区）人大常委会负责人',
  deputy: '代表',
  expert: '专业人员',
  other: '其他',
} satisfies Record<Observer['capacity'], string>;

/** A vote by name with its computed outcome. The five states of a member: the four lists, and absent. */
export type NamedVote = {
  matter: string;
  on: string;
  at: string;
  yes: readonly string[];
  no: readonly string[];
  abstain: readonly string[];
  notPressed: readonly string[];
  members: number;
  present: number;
  passed: boolean;
  explanation: string;
};

/** A sitting of a standing committee (常委会会议). */
export type SessionState = {
  number: string;
  opens: string;
  closes: string;
  state: 'none' | 'convened' | 'open' | 'closed';
  noticeOn: string | null;
  agenda: readonly { no: number; title: string; topicId?: string }[];
  agendaAdopted: boolean;
  chairId: string | null;
  presence: readonly Presence[];
  excused: readonly { personId: string; reason: string }[];
  observers: readonly Observer[];
  superseded: readonly { opens: string; closes: string; reason: string; on: string }[];
  votes: readonly NamedVote[];
};

export const emptySessionState: SessionState = {
  number: '',
  opens: '',
  closes: '',
  state: 'none',
  noticeOn: null,
  agenda: [],
  agendaAdopted: false,
  chairId: null,
  presence: [],
  excused: [],
  observers: [],
  superseded: [],
  votes: [],
};
