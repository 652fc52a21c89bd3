import { daysForward } from '../calendar/counting.ts';
import { dayText } from '../calendar/day-text.ts';
import type { PlainDateText } from '../procedure/case.ts';
import { findStep } from '../procedure/procedure.ts';
import { topicDomainNames, topicDomains } from './topic.ts';

/** Whom a call is made to. The first two have to be asked (S1.1), the public may be. */
export const callAudiences = ['organs', 'deputies', 'public'] as const;
export type CallAudience = (typeof callAudiences)[number];

export const callAudienceNames = {
  organs: '一府一委两院',
  deputies: '各级人大代表',
  public: '社会公众',
} satisfies Record<CallAudience, string>;

/** What the city tells the counties of its call, so that all ten are made at the same time (S1.1). */
export type CallText = { deadline: PlainDateText; invited: readonly CallAudience[]; notice: string };

/** A call as a body has made it: what it says, and when and where it was made known. */
export type Call = CallText & { publishedOn: PlainDateText; channels: string };

/** A call that comes after the window still leaves so many days to answer it. */
const lateAnswerDays = 10;

type Known = {
  year: number;
  today: PlainDateText;
  bodyName: string;
  /** The city's call, received; with the name of who made it. */
  received: { call: CallText; fromName: string } | null;
  /** The own call of an earlier year. */
  earlier: { year: number; call: Call } | null;
};

/** What a call begins with: the city's, where it has come; else the own of the last time, brought to this year; else the usual text (S1.1). */
export function callBeginningOf(known: Known): Call {
  const { year, today, bodyName, received, earlier } = known;
  const deadline = deadlineOf(known);
  const invited = received?.call.invited ?? earlier?.call.invited ?? callAudiences;
  return {
    deadline,
    invited,
    notice: noticeOf(known, { year, deadline, invited }),
    publishedOn: today,
    channels: earlier?.call.channels ?? `${bodyName}门户网站`,
  };
}

function deadlineOf({ year, today, received, earlier }: Known): PlainDateText {
  const last = lastDayOf(year);
  if (today > last) return daysForward(today, lateAnswerDays);
  const wanted =
    received?.call.deadline ?? (earlier === null ? last : movedBy(earlier.call.deadline, year - earlier.year));
  return wanted >= today && wanted <= last ? wanted : last;
}

/** The end of the window in which topics of a year are called for, as the procedure has it. */
export function lastDayOf(year: number): PlainDateText {
  const due = findStep('open-solicitation', 'city')?.due;
  if (due?.kind !== 'window') throw new Error('The call for topics has no window.');
  return `${year - 1}-${due.until}`;
}

function movedBy(day: PlainDateText, years: number): PlainDateText {
  return `${Number(day.slice(0, 4)) + years}${day.slice(4)}`;
}

function noticeOf(
  known: Known,
  call: { year: number; deadline: PlainDateText; invited: readonly CallAudience[] },
): string {
  const { year, bodyName, received, earlier } = known;
  if (received !== null) return received.call.notice.replaceAll(received.fromName, bodyName);
  if (earlier === null) return usualNotice({ ...call, bodyName });
  const moved = movedYears(earlier.call.notice, year - earlier.year);
  return moved.replaceAll(dayText(movedBy(earlier.call.deadline, year - earlier.year)), dayText(call.deadline));
}

/** Every year that the text names, moved: what was of last year is of this one. */
function movedYears(text: string, years: number): string {
  return text.replace(/(?<!\d)(20\d\d)(?=年)/gu, (named) => String(Number(named) + years));
}

/** Whether a notice says until when. */
export function namesDeadline(notice: string, deadline: PlainDateText): boolean {
  const [, month, day] = deadline.split('-').map(Number);
  return notice.includes(`${month}月${day}日`) || notice.includes(deadline);
}

/** The usual text of a call: whom it asks, until when, for what and how (S1.1, S1.6, 监督法 §12). */
export function usualNotice(call: {
  year: number;
  bodyName: string;
  deadline: PlainDateText;
  invited: readonly CallAudience[];
}): string {
  const { year, bodyName, deadline, invited } = call;
  const asked = callAudiences.filter((audience) => invited.includes(audience));
  const domains = topicDomains.map((domain) => topicDomainNames[domain]).join('、');
  return [
    `为做好${year}年度联动监督议题的确定工作，根据《中华人民共和国各级人民代表大会常务委员会监督法》第十二条的规定，现公开征集${year}年度联动监督议题建议。`,
    `一、征集对象：${asked.map((audience) => callAudienceNames[audience]).join('、')}。`,
    `二、征集时间：自公告之日起至${dayText(deadline)}。`,
    `三、建议内容：${domains}等方面需要市县两级人大常委会联动监督的突出问题。请写明议题名称、所属领域、需要解决的主要问题，可以说明可行性。`,
    `四、提出方式：${waysOf(asked, bodyName)}。`,
  ].join('\n');
}

function waysOf(invited: readonly CallAudience[], bodyName: string): string {
  const inSystem = invited.filter((audience) => audience !== 'public').map((audience) => callAudienceNames[audience]);
  const ways = inSystem.length === 0 ? [] : [`${inSystem.join('、')}登录联动监督系统提出`];
  return [...ways, ...(invited.includes('public') ? [`社会公众书面送${bodyName}办公室`] : [])].join('；');
}

/** The heading of a published call. */
export function noticeTitleOf(bodyName: string, year: number): string {
  return `${bodyName}关于征集${year}年度联动监督议题建议的公告`;
}
