import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import {
  addLeaderDuty,
  changeLeaderDuty,
  importLeaderDuties,
  listLeaderDuties,
  removeLeaderDuty,
} from '../../contract/leader-duties.ts';
import type { SpokenDuty } from '../../domain/organisation/leader-duty.ts';
import { call, newIdempotencyKey, upload } from './client.ts';

export type DutyPeriod = { from?: string | undefined; until?: string | undefined };

/** What the own body keeps and what it was told, within a period. Only for a body’s readers of contents. */
export function useLeaderDuties(period: DutyPeriod, isAsked = true) {
  return useQuery({
    queryKey: ['leader-duties', period],
    queryFn: () => call(listLeaderDuties, { query: period }),
    enabled: isAsked,
  });
}

/** A whole year, as its plan needs it. */
export function periodOfYear(year: number): DutyPeriod {
  return { from: `${year}-01-01`, until: `${year}-12-31` };
}

/** Both lists as the rules of a plan take them; empty while they are not known. */
export function useSpokenDuties(period: DutyPeriod, isAsked = true): readonly SpokenDuty[] {
  const { data } = useLeaderDuties(period, isAsked);
  return data === undefined ? [] : [...data.own, ...data.told];
}

/** Adding, correcting, removing and taking in a file; each asks again for whatever stands on the register. */
export function useDutyChanges() {
  const client = useQueryClient();
  const onSettled = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: ['leader-duties'] }),
      client.invalidateQueries({ queryKey: ['case'], refetchType: 'none' }),
    ]);
  const add = useMutation({
    mutationFn: (body: z.input<typeof addLeaderDuty.body>) =>
      call(addLeaderDuty, { body, idempotencyKey: newIdempotencyKey() }),
    onSettled,
  });
  const change = useMutation({
    mutationFn: ({ id, ...body }: z.input<typeof changeLeaderDuty.body> & { id: string }) =>
      call(changeLeaderDuty, { params: { dutyId: id }, body }),
    onSettled,
  });
  const remove = useMutation({
    mutationFn: ({ id, version }: { id: string; version: number }) =>
      call(removeLeaderDuty, { params: { dutyId: id }, query: { version } }),
    onSettled,
  });
  const take = useMutation({
    mutationFn: (file: File) => {
      const form = new FormData();
      form.set('file', file, file.name);
      return upload(importLeaderDuties, form);
    },
    onSettled,
  });
  return { add, change, remove, take };
}
