import { z } from 'zod';
import { type ActKind, actSchemas, meetingSchema } from '../../contract/acts.ts';
import { longText } from '../../contract/fields.ts';
import { formOf } from '../../contract/form-fields.ts';
import { plainDate } from '../../contract/route.ts';
import type { ActDefinition } from '../../domain/procedure/act.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { basisText, withDateWords } from '../lib/formats.ts';

export function isActKind(kind: string): kind is ActKind {
  return kind in actSchemas;
}

/**
 * The whole sheet of an act as one form: what is filled in, the meeting that took a collective decision, the day, and a reason for every
 * departure that the rules have named so far. Its shape is that of the request body.
 */
export function sheetSchema(kind: ActKind, definition: ActDefinition, departures: readonly Refusal[]) {
  const payload: z.ZodType = actSchemas[kind];
  const isEmpty = formIsEmpty(payload);
  const reasons = departures.map((refusal) => [
    refusal.code,
    longText(`理由（${basisText(refusal.clause)}）`).meta({ help: withDateWords(refusal.text) }),
  ]);
  return z.object({
    ...(isEmpty ? {} : { payload: payload.meta({ title: definition.title, widget: 'plain' }) }),
    ...(definition.by === 'council-of-chairpersons' ? { meeting: meetingSchema } : {}),
    ...(reasons.length === 0 ? {} : { reasons: z.object(Object.fromEntries(reasons)).meta({ title: '变通理由' }) }),
    on: plainDate.meta({ title: '办理日期', help: '行为实际发生的日期；事后补登的填写当时日期。' }),
  });
}

function formIsEmpty(payload: z.ZodType): boolean {
  const form = formOf(payload);
  return form.kind === 'group' && form.fields.length === 0;
}
