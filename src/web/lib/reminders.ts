import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { listReminders, type ReminderView, remind } from '../../contract/reminders.ts';
import type { Me } from '../../contract/sign-in.ts';
import { checkReminder } from '../../domain/notice/reminder.ts';
import { readsContents } from '../../domain/organisation/actor.ts';
import type { CaseView } from '../../domain/procedure/case.ts';
import type { Obligation } from '../../domain/procedure/worklist.ts';
import { call, newIdempotencyKey, ProblemError } from './client.ts';
import { dayInChina, monthDay, todayInChina } from './formats.ts';
import { actorOf } from './me.ts';

/** Which step of whom in which case. */
export type RemindedStep = { caseId: string; tenantId: string; stepKey: string };

const keyOf = ({ caseId, tenantId, stepKey }: RemindedStep) => `${caseId}/${tenantId}/${stepKey}`;

/** What the own tenant sent and got, newest first; of one case or of all. Nobody is asked for a person who reads no contents. */
export function useReminders(me: Me | undefined, caseId?: string) {
  return useQuery({
    queryKey: ['reminders', caseId ?? 'all'],
    queryFn: async () =>
      (await call(listReminders, { query: caseId === undefined ? {} : { caseId } })).reminders as ReminderView[],
    enabled: me !== undefined && readsContents(actorOf(me)),
  });
}

/** The reminders of each step, newest first. */
export function useRemindersOf(me: Me | undefined, caseId?: string): (step: RemindedStep) => readonly ReminderView[] {
  const { data } = useReminders(me, caseId);
  return useMemo(() => {
    const bySteps = Map.groupBy(data ?? [], keyOf);
    return (step) => bySteps.get(keyOf(step)) ?? [];
  }, [data]);
}

/** Whether the person may remind of the step; where it is not offered the domain has refused. */
export function mayRemind(me: Me, view: CaseView, obligation: Obligation): boolean {
  return readsContents(actorOf(me)) && checkReminder(actorOf(me), view, obligation).length === 0;
}

export function useRemind() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ caseId, ...body }: RemindedStep) =>
      call(remind, { params: { caseId }, body, idempotencyKey: newIdempotencyKey() }),
    // Told by somebody else a moment ago: the answer shows it too.
    onSettled: () => client.invalidateQueries({ queryKey: ['reminders'] }),
  });
}

/** Why a reminder did not go out, in the server's words. */
export function whyNotReminded(error: unknown): string {
  return error instanceof ProblemError ? error.message : '没有发出，请稍候重试。';
}

export function isRemindedToday([last]: readonly ReminderView[]): boolean {
  return last !== undefined && dayInChina(last.at) === todayInChina();
}

/** 11月24日绵阳市人大常委会办公室催办，共3次; empty where nobody has. */
export function remindedText(reminders: readonly ReminderView[]): string {
  const [last] = reminders;
  if (last === undefined) return '';
  const day = isRemindedToday(reminders) ? '今天' : monthDay(dayInChina(last.at));
  return `${day}${last.fromName}催办${reminders.length === 1 ? '' : `，共${reminders.length}次`}`;
}
