import type { PlainDateText } from '../../domain/procedure/case.ts';
import { uuidv7 } from '../db/uuid.ts';
import type { Moment } from './act-commands.ts';

/** China keeps one civil time, UTC+8 without summer time since 1992. */
const chinaOffset = 8 * 60 * 60 * 1000;

/** The civil day in China of an instant. */
export function civilDayOf(at: string): PlainDateText {
  return new Date(Date.parse(at) + chinaOffset).toISOString().slice(0, 10);
}

/** Clock and identifiers of one command, from the instant of its request. */
export function momentOf(at: string): Moment {
  return { at, today: civilDayOf(at), newId: () => uuidv7() };
}
