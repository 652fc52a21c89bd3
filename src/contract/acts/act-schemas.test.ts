import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { followingActs } from '../../domain/handling/following-acts.ts';
import { outcomeActs } from '../../domain/handling/outcome-acts.ts';
import { roundActs } from '../../domain/handling/round-acts.ts';
import type { ActDefinition } from '../../domain/procedure/act.ts';
import { isReceipt } from '../../domain/procedure/check-act.ts';
import { researchActs } from '../../domain/research/research-acts.ts';
import { safeguardsActs } from '../../domain/safeguards/safeguards-acts.ts';
import { hearingStageActs } from '../../domain/session/hearing-stage-acts.ts';
import { opinionStageActs } from '../../domain/session/opinion-stage-acts.ts';
import { sessionActs } from '../../domain/session/session-acts.ts';
import { adjustmentActs } from '../../domain/topic/adjustment-acts.ts';
import { yearActs } from '../../domain/topic/year-acts.ts';
import { adjustmentActSchemas } from './adjustment.ts';
import { deliberationActSchemas } from './deliberation.ts';
import { handlingActSchemas } from './handling.ts';
import { nextStepActSchemas } from './next-steps.ts';
import { opinionActSchemas } from './opinion.ts';
import { outcomeActSchemas } from './outcomes.ts';
import { researchActSchemas } from './research.ts';
import { safeguardsActSchemas } from './safeguards.ts';
import { sessionActSchemas } from './session.ts';
import { yearActSchemas } from './year.ts';

const slices: readonly (readonly [string, readonly ActDefinition[], Readonly<Record<string, z.ZodType>>])[] = [
  ['year', yearActs, yearActSchemas],
  ['adjustment', adjustmentActs, adjustmentActSchemas],
  ['research', researchActs, researchActSchemas],
  ['session', sessionActs, sessionActSchemas],
  ['hearing', hearingStageActs, deliberationActSchemas],
  ['opinion', opinionStageActs, opinionActSchemas],
  ['handling', roundActs, handlingActSchemas],
  ['outcomes', outcomeActs, outcomeActSchemas],
  ['next steps', followingActs, nextStepActSchemas],
  ['safeguards', safeguardsActs, safeguardsActSchemas],
];

/** The fields of a form, at any depth, with their titles: what has no title would stand nameless on the screen. */
function untitled(schema: z.core.JSONSchema._JSONSchema, path: string): string[] {
  if (typeof schema === 'boolean') return [];
  const members = Object.entries(schema.properties ?? {}).flatMap(([name, member]) => {
    const own = typeof member !== 'boolean' && member.title === undefined ? [`${path}.${name}`] : [];
    return [...own, ...untitled(member, `${path}.${name}`)];
  });
  const items = schema.items === undefined || Array.isArray(schema.items) ? [] : untitled(schema.items, `${path}[]`);
  const options = (schema.oneOf ?? schema.anyOf ?? []).flatMap((option) => untitled(option, path));
  return [...members, ...items, ...options];
}

describe.each(slices)('the acts of %s', (_name, definitions, schemas) => {
  test('have a form each, and no form is left over; receipts have none', () => {
    const kinds = definitions.filter((definition) => !isReceipt(definition)).map((definition) => definition.kind);
    expect(new Set(Object.keys(schemas))).toEqual(new Set(kinds));
  });

  test('stand in the API document with a Chinese title on every field', () => {
    const missing = Object.entries(schemas).flatMap(([kind, schema]) =>
      untitled(z.toJSONSchema(schema, { io: 'input' }), kind),
    );
    expect(missing).toEqual([]);
  });
});
