import { z } from 'zod';
import { meetingSchema } from '../../contract/act-route.ts';
import { longText } from '../../contract/fields.ts';
import { formOf } from '../../contract/form-fields.ts';
import { plainDate } from '../../contract/route.ts';
import type { ActDefinition } from '../../domain/procedure/act.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { basisText, withDateWords } from '../lib/formats.ts';

/**
 * The whole sheet of an act as one form: what is filled in, the meeting that took a collective decision, the day, and a reason for every
 * departure that the rules have named so far. Its shape is that of the request body.
 */
export function sheetSchema(payload: z.ZodType, definition: ActDefinition, departures: readonly Refusal[]) {
  const isEmpty = formIsEmpty(payload);
  const reasons = departures.map((refusal) => [
    refusal.code,
    longText(`理由（${basisText(refusal.clause)}）`).meta({ help: withDateWords(refusal.text) }),
  ]);
  return z.object({
    ...(isEmpty ? {} : { payload: payload.meta({ title: definition.title, widget: 'plain' }) }),
    ...(definition.by === 'council-of-chairpersons' ? { meeting: meetingSchema } : {}),
    ...(reasons.length === 0 ? {} : { reasons: z.object(Object.fromEntries(reasons)).meta({ title: '变通理由' }) }),
    ...(asksDay(definition) ? { on: plainDate.meta({ title: '办理日期', widget: 'folded' }) } : {}),
  });
}

/** A decision of the council bears the day of its meeting. */
export function asksDay({ by }: ActDefinition): boolean {
  return by !== 'council-of-chairpersons';
}

function formIsEmpty(payload: z.ZodType): boolean {
  const form = formOf(payload);
  return form.kind === 'group' && form.fields.length === 0;
}
