import { withDayTexts } from '../../domain/calendar/day-text.ts';
import type { PlainDateText } from '../../domain/procedure/case.ts';
import type { ScheduledStep } from '../../domain/procedure/schedule.ts';
import { performerNames } from '../../domain/procedure/step.ts';
import { forceText } from '../../domain/refusal.ts';
import type { SupersededDate } from '../acts/act-queries.ts';
import { momentCell, type TableColumn } from '../http/table-file.ts';

/** A step of the own track with its day, and the day on which it was done. */
export type DateRow = { step: ScheduledStep; doneOn: PlainDateText | undefined };

export const dateColumns: readonly TableColumn<DateRow>[] = [
  { title: '步骤', width: 44, value: ({ step }) => step.title },
  { title: '期限', width: 12, kind: 'date', value: ({ step }) => step.due ?? null },
  { title: '完成', width: 12, kind: 'date', value: ({ doneOn }) => doneOn ?? null },
  { title: '依据', width: 14, value: ({ step }) => step.clause },
  { title: '效力', width: 18, value: ({ step }) => forceText(step.force, step.dueForce) },
  { title: '办理', width: 14, value: ({ step }) => performerNames[step.by] },
  {
    title: '期限的算法',
    width: 60,
    value: ({ step }) => withDayTexts(step.explanation?.arithmetic ?? step.undatedBecause ?? '') || null,
  },
];

/** A day that a moved session replaced, with the title of its step. */
export type SupersededRow = SupersededDate & { title: string };

export const supersededColumns: readonly TableColumn<SupersededRow>[] = [
  { title: '步骤', width: 44, value: ({ title }) => title },
  { title: '原期限', width: 12, kind: 'date', value: ({ oldDue }) => oldDue },
  { title: '新期限', width: 12, kind: 'date', value: ({ newDue }) => newDue },
  { title: '理由', width: 50, value: ({ reason }) => reason },
  { title: '改动时间', width: 18, value: ({ at }) => momentCell(at) },
];
