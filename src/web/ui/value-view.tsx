import { dateText } from '../lib/formats.ts';
import { type FieldInput, listOf, membersOf } from '../lib/schema-form.ts';

/** What an identifier stands for. Unknown ones are shown as they are, shortened. */
export type NameOf = (id: string) => string | undefined;

/** A filled-in form to be read: the titles of the schema, names instead of identifiers. What was left empty, or is only computed, is left out. */
export function ValueView({ input, value, nameOf }: { input: FieldInput; value: unknown; nameOf: NameOf }) {
  const filled = membersOf(input, value).filter(
    (member) => member.field.input.kind !== 'computed' && !isEmpty(member.value),
  );
  if (filled.length === 0) return <p className="value-none">没有填写内容。</p>;
  return (
    <dl className="facts value-view">
      {filled.map(({ field, value: held }) => (
        <div key={field.name}>
          <dt>{field.title}</dt>
          <dd>
            <OneValue input={field.input} value={held} nameOf={nameOf} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** One value as its field shows it. */
export function OneValue({ input, value, nameOf }: { input: FieldInput; value: unknown; nameOf: NameOf }) {
  switch (input.kind) {
    case 'group':
    case 'variants':
      return <ValueView input={input} value={value} nameOf={nameOf} />;
    case 'rows':
      return (
        <ol className="value-rows">
          {listOf(value).map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a recorded list never changes its order
            <li key={index}>
              <ValueView input={input.row} value={row} nameOf={nameOf} />
            </li>
          ))}
        </ol>
      );
    default:
      return <span className="value-text">{textOf(input, value, nameOf)}</span>;
  }
}

function textOf(input: FieldInput, value: unknown, nameOf: NameOf): string {
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (Array.isArray(value)) return value.map((entry) => textOf(input, entry, nameOf)).join('、');
  if (typeof value !== 'string') return fileName(value) ?? String(value);
  if (input.kind === 'date') return dateText(value);
  if (input.kind === 'choice' || input.kind === 'choices') {
    return input.choices.find((choice) => choice.value === value)?.label ?? value;
  }
  if (input.kind === 'reference' || input.kind === 'references') return nameOf(value) ?? shortened(value);
  return value;
}

function shortened(id: string): string {
  return /^[0-9a-f-]{36}$/.test(id) ? `编号…${id.slice(-6)}` : id;
}

function fileName(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || !('name' in value)) return undefined;
  return String(value.name);
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}
