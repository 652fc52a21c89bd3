import { daysBack, daysForward, monthsBack, monthsForward } from '../calendar/counting.ts';
import type { Explanation } from '../calendar/explanation.ts';
import { noteOfBackwardDay, settleForward } from '../calendar/legal-days.ts';
import { type BaseDate, baseDateOf } from './bases.ts';
import type { PlainDateText, Track } from './case.ts';
import type { CaseContext, ScheduleRules } from './case-context.ts';
import type { DueRule, Step } from './step.ts';

/** When a step opens and is due on one track, with its working; or in Chinese why it has no date yet. */
export type DueDate =
  | { due: PlainDateText; opens?: PlainDateText; explanation: Explanation }
  | { undatedBecause: string };

/** A step on a track, with everything its date may depend on. */
export type DueQuestion = { step: Step; track: Track; context: CaseContext; rules: ScheduleRules };

type Backward = Extract<DueRule, { kind: 'days-before' | 'months-before' }>;
type Forward = Extract<DueRule, { kind: 'days-after' | 'months-after' }>;

/** Applies a due rule to one track. Pure: the same facts give the same date and the same words. */
export function dueDateOf(rule: DueRule, question: DueQuestion): DueDate {
  switch (rule.kind) {
    case 'days-before':
    case 'months-before':
      return countedBack(rule, question);
    case 'days-after':
    case 'months-after':
      return rule.base === 'handling-base' ? handlingTerm(rule, question) : countedForward(rule, question);
    case 'on':
      return onDay(rule, question);
    case 'between':
      return betweenDays(rule, question);
    case 'window':
      return window(rule, question);
    case 'day-of-year':
      return dayOfYear(rule, question);
    case 'earliest':
      return earliestOf(rule, question);
  }
}

/** What cannot be told yet does not hold back the other. */
function earliestOf(rule: Extract<DueRule, { kind: 'earliest' }>, question: DueQuestion): DueDate {
  const dates = rule.of.map((one) => dueDateOf(one, question));
  const [first] = dates
    .flatMap((date) => ('due' in date ? [date] : []))
    .toSorted((one, other) => one.due.localeCompare(other.due));
  const [undated] = dates;
  return first ?? undated ?? { undatedBecause: '期限没有规定' };
}

function baseOf(base: Parameters<typeof baseDateOf>[0], question: DueQuestion): BaseDate {
  return baseDateOf(base, question.track, question.context, question.rules.settings);
}

function countedBack(rule: Backward, question: DueQuestion): DueDate {
  const base = baseOf(rule.base, question);
  if ('missing' in base) return { undatedBecause: base.missing };
  const inMonths = rule.kind === 'months-before';
  const count = inMonths ? rule.months : rule.days;
  const due = inMonths ? monthsBack(base.date, count) : daysBack(base.date, count);
  const unit = inMonths ? '个月' : '日';
  const rest = noteOfBackwardDay(question.rules.calendar, due);
  return {
    due,
    explanation: explain(question, {
      base,
      rule: `${base.phrase}前${count}${unit}`,
      arithmetic: `${base.date} 往前 ${count} ${unit} = ${due}${clampNote(base.date, due, inMonths)}`,
      notes: [base.note, rest.note],
      warning: rest.warning,
    }),
  };
}

function countedForward(rule: Forward, question: DueQuestion): DueDate {
  const base = baseOf(rule.base, question);
  if ('missing' in base) return { undatedBecause: base.missing };
  const inMonths = rule.kind === 'months-after';
  const count = inMonths ? rule.months : rule.days;
  const end = inMonths ? monthsForward(base.date, count) : daysForward(base.date, count);
  const unit = inMonths ? '个月' : '日';
  const settled = settleForward(question.rules.calendar, end, question.rules.settings.restDayShift);
  return {
    opens: base.date,
    due: settled.day,
    explanation: explain(question, {
      base,
      rule: `${base.phrase}后${count}${unit}内`,
      arithmetic: `${base.date} 往后 ${count} ${unit} = ${end}${clampNote(base.date, end, inMonths)}`,
      shift: settled.shift,
      notes: [base.note],
      warning: settled.warning,
    }),
  };
}

/**
 * The term of handling: counted from the session in the first round, set outright for each later one (S4.5). A resolution's own
 * term (监督法 §17) cuts it short where it ends earlier.
 */
function handlingTerm(rule: Forward, question: DueQuestion): DueDate {
  const { track } = question;
  if (track.round >= 2) return laterRound(question);
  const counted = countedForward(rule, question);
  const own = track.resolutionDue;
  if (own === undefined || 'undatedBecause' in counted) return counted;
  if (own >= counted.due) {
    const note = `决议决定另行规定执行情况的报告期限为${own}。`;
    return {
      ...counted,
      explanation: { ...counted.explanation, note: joined([counted.explanation.note, note]) ?? note },
    };
  }
  const explanation = explain(question, {
    base: { date: own, name: '决议决定规定的报告期限' },
    rule: '决议决定规定的报告期限',
    arithmetic: `${own}（早于${counted.explanation.rule}的 ${counted.due}）`,
  });
  return { due: own, ...(counted.opens === undefined ? {} : { opens: counted.opens }), explanation };
}

function laterRound(question: DueQuestion): DueDate {
  const { round, handlingDue } = question.track;
  if (handlingDue === undefined) return { undatedBecause: `第${round}轮办理期限尚未确定` };
  const name = `第${round}轮办理期限`;
  return {
    due: handlingDue,
    explanation: explain(question, {
      base: { date: handlingDue, name },
      rule: `${name}，由主任会议在确定下一步监督方式时规定`,
      arithmetic: `${handlingDue}（直接规定，不另计算）`,
    }),
  };
}

function onDay(rule: Extract<DueRule, { kind: 'on' }>, question: DueQuestion): DueDate {
  const base = baseOf(rule.base, question);
  if ('missing' in base) return { undatedBecause: base.missing };
  return {
    due: base.date,
    explanation: explain(question, {
      base,
      rule: `不迟于${base.name}`,
      arithmetic: `${base.date}（当日办理有效）`,
      notes: [base.note],
    }),
  };
}

/** On or after the one day, strictly before the other; the end is known even while the beginning is not. */
function betweenDays(rule: Extract<DueRule, { kind: 'between' }>, question: DueQuestion): DueDate {
  const until = baseOf(rule.before, question);
  if ('missing' in until) return { undatedBecause: until.missing };
  const from = baseOf(rule.from, question);
  const due = daysBack(until.date, 1);
  const rest = noteOfBackwardDay(question.rules.calendar, due);
  const opens = 'missing' in from ? undefined : from.date;
  const beginning = 'missing' in from ? `起始日待定：${from.missing}。` : undefined;
  return {
    due,
    ...(opens === undefined ? {} : { opens }),
    explanation: explain(question, {
      base: until,
      rule: `${from.phrase}后、${until.phrase}前`,
      arithmetic: `${opens ?? '待定'} 起，至 ${until.date} 的前一日 ${due}`,
      notes: [until.note, beginning, rest.note],
      warning: rest.warning,
    }),
  };
}

/** Fixed days of the calendar: the work plan of the next year waits for nobody, so rest days do not move them. */
function window(rule: Extract<DueRule, { kind: 'window' }>, question: DueQuestion): DueDate {
  const year = question.context.view.year - 1;
  const opens = `${year}-${rule.from}`;
  const due = `${year}-${rule.until}`;
  const explanation = explain(question, {
    rule: `计划年度上一年的${chineseDay(rule.from)}至${chineseDay(rule.until)}`,
    arithmetic: `${question.context.view.year} 年度的上一年：${opens} 至 ${due}`,
  });
  return { opens, due, explanation };
}

function dayOfYear(rule: Extract<DueRule, { kind: 'day-of-year' }>, question: DueQuestion): DueDate {
  const planYear = question.context.view.year;
  const year = { before: planYear - 1, plan: planYear, after: planYear + 1 }[rule.year];
  const yearName = { before: '计划年度上一年', plan: '计划年度', after: '计划年度下一年' }[rule.year];
  const due = `${year}-${rule.day}`;
  const explanation = explain(question, { rule: `${yearName}${chineseDay(rule.day)}前`, arithmetic: due });
  return { due, explanation };
}

type Working = {
  base?: { date: PlainDateText; name: string };
  rule: string;
  arithmetic: string;
  shift?: Explanation['shift'] | undefined;
  notes?: readonly (string | undefined)[];
  warning?: string | undefined;
};

function explain({ step }: DueQuestion, working: Working): Explanation {
  const note = joined([...(working.notes ?? []), step.dueBecause]);
  return {
    base: working.base === undefined ? undefined : { name: working.base.name, date: working.base.date },
    rule: working.rule,
    clause: step.clause,
    law: step.law,
    arithmetic: working.arithmetic,
    ...(working.shift === undefined ? {} : { shift: working.shift }),
    ...(note === undefined ? {} : { note }),
    force: step.dueForce ?? step.force,
    ...(working.warning === undefined ? {} : { warning: working.warning }),
  };
}

function joined(notes: readonly (string | undefined)[]): string | undefined {
  const said = notes.filter((note) => note !== undefined);
  return said.length === 0 ? undefined : said.join('');
}

function clampNote(from: PlainDateText, to: PlainDateText, inMonths: boolean): string {
  return inMonths && from.slice(8) !== to.slice(8) ? '（该月无对应日，取当月末日）' : '';
}

/** '11-01' → 11月1日. */
function chineseDay(monthAndDay: string): string {
  return `${Number(monthAndDay.slice(0, 2))}月${Number(monthAndDay.slice(3))}日`;
}
