import type { PlainDateText, Track } from './case.ts';
import { doneOf } from './case.ts';
import { bodyTrackOf, type CaseContext } from './case-context.ts';
import { hasPart } from './organ-part.ts';
import type { Settings } from './settings.ts';
import type { Base } from './step.ts';

/** The step whose day is the base 收到审议意见之日. */
const demandsReceivedStep = 'receive-demands';

/** A date to count from, with its name and what makes it provisional; or why there is none yet. */
export type BaseDate =
  | { date: PlainDateText; name: string; phrase: string; note?: string }
  | { missing: string; phrase: string };

const phrases = {
  'city-session-opens': '市人大常委会会议召开',
  'session-opens': '本级人大常委会会议召开',
  'session-closes': '本级人大常委会会议闭会',
  'county-sessions-close': '各县（市、区）人大常委会会议全部闭会',
  'handling-session-opens': '测评办理落实情况的常委会会议召开',
  'handling-session-closes': '测评办理落实情况的常委会会议闭会',
  'demands-received': '收到审议意见',
  'handling-base': '',
  'promise-due': '承诺的完成时限',
  'second-answer-due': '再作答复的期限',
} satisfies Record<Base, string>;

/** The day a due rule counts from, on one track. Every base is a shared fact of the case; none is guessed. */
export function baseDateOf(base: Base, track: Track, context: CaseContext, settings: Settings): BaseDate {
  switch (base) {
    case 'city-session-opens':
      return citySessionOpens(context);
    case 'session-opens':
      return sessionOpens(track, context);
    case 'session-closes':
      return sessionDay('session-closes', bodyTrackOf(track, context)?.session?.closes, track, context);
    case 'county-sessions-close':
      return countySessionsClose(context);
    case 'handling-session-opens':
      return handlingSessionDay(base, bodyTrackOf(track, context)?.handlingSession?.opens, track, context);
    case 'handling-session-closes':
      return handlingSessionDay(base, bodyTrackOf(track, context)?.handlingSession?.closes, track, context);
    case 'demands-received':
      return demandsReceived(track, context);
    case 'promise-due':
      return promiseDue(track);
    case 'second-answer-due':
      return secondAnswerDue(track);
    case 'handling-base':
      return baseDateOf(settings.handlingBase, track, context, settings);
  }
}

function found(base: Base, date: PlainDateText, note?: string): BaseDate {
  const phrase = phrases[base];
  return note === undefined ? { date, phrase, name: `${phrase}日` } : { date, phrase, name: `${phrase}日`, note };
}

/** The organ's own word (HAN-08); every promise shown, there is none to wait for. */
function promiseDue({ promiseDue: date }: Track): BaseDate {
  const phrase = phrases['promise-due'];
  return date === undefined ? { missing: '承诺的事项都已提交佐证', phrase } : { date, name: phrase, phrase };
}

/** The council's own day (监督法 §53). */
function secondAnswerDue({ secondAnswerDue: date }: Track): BaseDate {
  const phrase = phrases['second-answer-due'];
  return date === undefined ? { missing: '主任会议尚未决定再作答复的期限', phrase } : { date, name: phrase, phrase };
}

/** Until the sitting is convened the plan's own deliberation time (审议时间, S1.3) stands in for it, and says so. */
function citySessionOpens(context: CaseContext, base: Base = 'city-session-opens'): BaseDate {
  const opens = context.city?.session?.opens;
  if (opens !== undefined) return found(base, opens);
  const planned = context.view.deliberationDate;
  if (planned !== undefined) {
    return {
      date: planned,
      phrase: phrases[base],
      name: '计划审议时间',
      note: '会议尚未召集，暂按计划审议时间推算，会期确定后自动重算。',
    };
  }
  return { missing: '市人大常委会会议尚未召集，监督工作计划也未载明审议时间', phrase: phrases[base] };
}

function sessionOpens(track: Track, context: CaseContext): BaseDate {
  const body = bodyTrackOf(track, context);
  if (body !== undefined && body === context.city) return citySessionOpens(context, 'session-opens');
  return sessionDay('session-opens', body?.session?.opens, track, context);
}

function sessionDay(base: Base, date: PlainDateText | undefined, track: Track, context: CaseContext): BaseDate {
  if (date !== undefined) return found(base, date);
  return { missing: `${bodyNameOf(track, context)}尚未确定常委会会议会期`, phrase: phrases[base] };
}

function handlingSessionDay(base: Base, date: PlainDateText | undefined, track: Track, context: CaseContext): BaseDate {
  if (date !== undefined) return found(base, date);
  return { missing: `${bodyNameOf(track, context)}尚未将办理落实情况列入常委会会议议程`, phrase: phrases[base] };
}

function bodyNameOf(track: Track, context: CaseContext): string {
  return (bodyTrackOf(track, context) ?? track).shortName;
}

function countySessionsClose(context: CaseContext): BaseDate {
  const base = 'county-sessions-close';
  const missing = context.counties.filter((county) => county.session === undefined).map((county) => county.shortName);
  if (missing.length > 0) return { missing: `${missing.join('、')}尚未确定常委会会议会期`, phrase: phrases[base] };
  let latest: PlainDateText | undefined;
  for (const county of context.counties) {
    const closes = county.session?.closes;
    if (closes !== undefined && (latest === undefined || closes > latest)) latest = closes;
  }
  return latest === undefined ? { missing: '没有县（市、区）进程', phrase: phrases[base] } : found(base, latest);
}

/** An organ counts from its own receipt; a body waits for the last of the organs with demands: only then do all terms run. */
function demandsReceived(track: Track, context: CaseContext): BaseDate {
  const base = 'demands-received';
  const organs =
    track.kind === 'organ'
      ? [track]
      : context.view.tracks.filter(
          (other) => other.kind === 'organ' && other.bodyId === track.bodyId && hasPart(other, 'handling'),
        );
  let latest: PlainDateText | undefined;
  const missing: string[] = [];
  for (const organ of organs) {
    const on = doneOf(demandsReceivedStep, organ)?.on;
    if (on === undefined) missing.push(organ.shortName);
    else if (latest === undefined || on > latest) latest = on;
  }
  if (latest === undefined || missing.length > 0) {
    return {
      missing: `${missing.length > 0 ? missing.join('、') : '承办机关'}尚未签收审议意见`,
      phrase: phrases[base],
    };
  }
  return { date: latest, name: '收到审议意见之日', phrase: phrases[base] };
}
