import { daysBack, exceedsMonths, monthsForward } from '../calendar/counting.ts';
import type { PlainDateText } from '../procedure/case.ts';

/** Days a report of an organ has to be where before the session opens (监督法 §15). */
export const reportDays = { draft: 20, final: 10, distribution: 7 } as const;

/** Days between a county's session and the city's: the least in principle (S3.1), and what leaves room to work. */
export const countyLeadDays = { inPrinciple: 7, comfortable: 14 } as const;

/** Notice of a session with its main topics (议事规则; 临时召集 excepted). */
export const noticeDays = 7;

/** At least one session every two months (组织法 §51). */
export const sessionGapMonths = 2;

/** Handling and execution are reported within three months after the session (S4.3). */
export const handlingMonths = 3;

/** The last days on which a session's report may be drafted for comment, be final, and reach the members (REP-01..03). */
export type ReportDates = { draft: PlainDateText; final: PlainDateText; distribution: PlainDateText };

export function reportDatesOf(sessionOpens: PlainDateText): ReportDates {
  return {
    draft: daysBack(sessionOpens, reportDays.draft),
    final: daysBack(sessionOpens, reportDays.final),
    distribution: daysBack(sessionOpens, reportDays.distribution),
  };
}

/** Last day to send the notice of a session (SES-02). */
export function noticeDayOf(sessionOpens: PlainDateText): PlainDateText {
  return daysBack(sessionOpens, noticeDays);
}

/** What one city session asks of every county, for a planner to offer (SES-03, SES-04). */
export type CountyPlan = {
  /** Last day on which a county's session may end, in principle. */
  sessionLatest: PlainDateText;
  /** Its organ's draft would then be due this day at the latest. */
  draftLatest: PlainDateText;
  /** Ending by this day leaves a week to send the results and hold the special meeting without haste (dossier §12.7). */
  comfortable: PlainDateText;
};

export function countyPlanOf(citySessionOpens: PlainDateText): CountyPlan {
  const sessionLatest = daysBack(citySessionOpens, countyLeadDays.inPrinciple);
  return {
    sessionLatest,
    draftLatest: daysBack(sessionLatest, reportDays.draft),
    comfortable: daysBack(citySessionOpens, countyLeadDays.comfortable),
  };
}

/** Days on which the special meeting may be held (S3.4, SES-05); undefined where no day is left between the sessions. */
export function specialMeetingInterval(
  countySessionsClose: readonly PlainDateText[],
  citySessionOpens: PlainDateText,
): { from: PlainDateText; until: PlainDateText } | undefined {
  const [first, ...rest] = countySessionsClose;
  if (first === undefined) return undefined;
  const from = rest.reduce((latest, closes) => (closes > latest ? closes : latest), first);
  const until = daysBack(citySessionOpens, 1);
  return from <= until ? { from, until } : undefined;
}

/** Last day on which the session after one that closed may open (SES-01). */
export function nextSessionLatest(previousCloses: PlainDateText): PlainDateText {
  return monthsForward(previousCloses, sessionGapMonths);
}

/** Do more than two months lie between consecutive sessions? The day two months on still keeps the term. */
export function gapExceeded(previousCloses: PlainDateText, nextOpens: PlainDateText): boolean {
  return exceedsMonths(previousCloses, nextOpens, sessionGapMonths);
}

/** Last day of 会后三个月 before any rest-day shift (S4.3, HAN-01). */
export function handlingTermEnd(sessionCloses: PlainDateText): PlainDateText {
  return monthsForward(sessionCloses, handlingMonths);
}
