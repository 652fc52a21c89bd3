import { z } from 'zod';
import type { VoteRecord } from '../../domain/session/named-vote.ts';
import { computedNumber } from '../fields.ts';
import { uuid } from '../route.ts';

/** 'HH:MM' of something that happened in a sitting. */
export function timeOfDay(title: string) {
  return z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, `${title}格式为 09:30`)
    .meta({ title, widget: 'time' });
}

function voters(title: string) {
  return z
    .array(uuid.meta({ widget: 'member' }))
    .max(100)
    .meta({ title });
}

/** A vote by name: every member in the room stands in one of the four lists; the outcome is computed. */
export const voteRecord = z
  .object({
    at: timeOfDay('表决时间'),
    members: computedNumber('全体组成人员人数'),
    yes: voters('赞成'),
    no: voters('反对'),
    abstain: voters('弃权'),
    notPressed: voters('未按表决器'),
  })
  .meta({ title: '表决', widget: 'one-list-each' }) satisfies z.ZodType<VoteRecord>;
