import { z } from 'zod';

type JsonSchema = Record<string, unknown>;

/**
 * A contract's schema as JSON Schema that both the API document (OpenAPI 3.1) and the compiled serialiser understand: nothing
 * is referenced, and "or null" is a type list instead of a choice, which serialises several times faster.
 */
export function jsonSchemaOf(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    target: 'draft-7',
    io,
    unrepresentable: 'any',
    override: ({ jsonSchema }) => {
      flattenNullable(jsonSchema);
      dropNoise(jsonSchema);
    },
  });
  return rest;
}

function flattenNullable(schema: JsonSchema): void {
  const choices = schema.anyOf;
  if (!Array.isArray(choices) || choices.length !== 2) return;
  const nullAt = choices.findIndex((choice) => isSchema(choice) && choice.type === 'null');
  const other: unknown = choices[1 - nullAt];
  if (nullAt < 0 || !isSchema(other) || !isScalar(other.type) || 'enum' in other || 'const' in other) return;
  delete schema.anyOf;
  Object.assign(schema, other, { type: [other.type, 'null'] });
}

/** What the format or the type already says. */
function dropNoise(schema: JsonSchema): void {
  if (schema.format !== undefined) delete schema.pattern;
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum;
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum;
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null;
}

function isScalar(type: unknown): boolean {
  return type === 'string' || type === 'number' || type === 'integer' || type === 'boolean';
}
