import type { SatisfactionRuleId } from '../ballot/satisfaction-rule.ts';

/**
 * What a customer must decide because opinion and law leave it open (domain dossier §1 a–g): versioned data of a linkage, each with
 * its basis. The defaults are the dossier's.
 */
export type Settings = {
  version: number;
  /** a. Base of 会后三个月: the last day of the session, or the day the organ received the opinion (浙江 §44). */
  handlingBase: 'session-closes' | 'demands-received';
  /** b. 2个月前: the plan is approved (审定) by then, or only drafted. */
  planDueMeans: 'approved' | 'drafted';
  /** c. 7日前: the county session has ended by then, or opened. */
  countySessionMeans: 'ended' | 'opened';
  /** d. Coverage of a county: any on-site visit of the joint team. Or also a county's own visit counts. */
  coverage: 'joint-team' | 'any-visit';
  /** e. Topics changed in mid-year count within the 3–5. */
  changedTopicsCount: boolean;
  /** f. Parks count as units that coverage needs. */
  parksNeedCoverage: boolean;
  /** g. Who votes in a satisfaction ballot. */
  electorate: 'members-present' | 'all-members';
  /** How the counts of a satisfaction ballot become a grade; national law knows no such ballot (dossier §5). */
  satisfactionRule: SatisfactionRuleId;
  /** REP-01…03 where a sitting was called, or a topic put on it, out of turn: as always, or waived (浙江 §13, 北京 §9). */
  extraordinaryReports: 'as-usual' | 'waived';
  /** SES-14: records of speeches are confirmed by their speakers before a topic is closed, or that is not asked (浙江 §42, 重庆 §43). */
  speechRecords: 'not-required' | 'confirmed';
  /** Days within which results are handed over; the opinion says 及时 (S4.1), others 7 or 10 days. */
  handOverDays: number;
  /** A due day on a rest day moves to the next working day (民法典 §203 by analogy); holidays only, or weekends too. */
  restDayShift: 'none' | 'holidays' | 'holidays-and-weekends';
  /** SM3 or SHA-256 in the ledger. */
  digest: 'sha-256' | 'sm3';
};

export const defaultSettings: Settings = {
  version: 0,
  handlingBase: 'session-closes',
  planDueMeans: 'approved',
  countySessionMeans: 'ended',
  coverage: 'joint-team',
  changedTopicsCount: true,
  parksNeedCoverage: false,
  electorate: 'members-present',
  satisfactionRule: 'majority-of-members',
  extraordinaryReports: 'as-usual',
  speechRecords: 'not-required',
  handOverDays: 7,
  restDayShift: 'holidays-and-weekends',
  digest: 'sha-256',
};
