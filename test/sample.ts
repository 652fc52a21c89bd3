/** What of JSON Schema our contracts use. */
type Schema = {
  type?: string | readonly string[];
  const?: unknown;
  default?: unknown;
  enum?: readonly unknown[];
  anyOf?: readonly Schema[];
  oneOf?: readonly Schema[];
  properties?: Readonly<Record<string, Schema>>;
  required?: readonly string[];
  items?: Schema;
  minItems?: number;
  minimum?: number;
  exclusiveMinimum?: number;
  format?: string;
  pattern?: string;
};

/** An identifier of the right shape that nobody has. */
export const unknownId = '01900000-0000-7000-8000-000000000000';

/** The smallest value that a schema accepts, with texts that say nothing: enough to be judged by who asks, not by what is asked. */
export function sampleOf(schema: Schema): unknown {
  if ('const' in schema) return schema.const;
  const [choice] = schema.enum ?? [];
  if (choice !== undefined) return choice;
  const [variant] = schema.oneOf ?? schema.anyOf ?? [];
  if (variant !== undefined) return sampleOf(variant);
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {})
          .filter(([name]) => schema.required?.includes(name) === true)
          .map(([name, property]) => [name, sampleOf(property)]),
      );
    case 'array':
      return Array.from({ length: schema.minItems ?? 0 }, () => sampleOf(schema.items ?? {}));
    case 'string':
      return sampleText(schema);
    case 'integer':
    case 'number':
      return Math.max(schema.minimum ?? 0, (schema.exclusiveMinimum ?? -1) + 1);
    case 'boolean':
      return true;
    default:
      return null;
  }
}

function sampleText({ format, pattern }: Schema): string {
  if (format === 'uuid') return unknownId;
  if (format === 'date') return '2026-11-20';
  if (pattern !== undefined && /\\d.*:/.test(pattern)) return '09:00';
  return '样例';
}
