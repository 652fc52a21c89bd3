import { Fragment } from 'react';
import { Link } from 'react-router';
import { dateText } from '../lib/formats.ts';
import { type FieldInput, listOf, membersOf } from '../lib/schema-form.ts';
import { reached } from './reached.ts';

/** What an identifier stands for. Unknown ones are shown as they are, shortened. */
export type NameOf = (id: string) => string | undefined;

type Shown = {
  input: FieldInput;
  value: unknown;
  nameOf: NameOf;
  /** Where what an identifier stands for is told; what leads nowhere is only named. */
  linkOf?: NameOf | undefined;
  /** The row that was asked for, as `paragraphs/2`: brought into sight. */
  asked?: string | undefined;
};

/** A filled-in form to be read: the titles of the schema, names instead of identifiers. What was left empty, or is only computed, is left out. */
export function ValueView({ input, value, asked, ...known }: Shown) {
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
            <OneValue input={field.input} value={held} asked={restOf(asked, field.name)} {...known} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** One value as its field shows it. */
export function OneValue({ input, value, asked, ...known }: Shown) {
  const { nameOf, linkOf } = known;
  switch (input.kind) {
    case 'group':
    case 'variants':
      return <ValueView input={input} value={value} asked={asked} {...known} />;
    case 'rows':
      return (
        <ol className="value-rows">
          {listOf(value).map((row, index) => (
            <li
              // biome-ignore lint/suspicious/noArrayIndexKey: a recorded list never changes its order
              key={index}
              {...(asked === String(index + 1) ? { ref: reached, tabIndex: -1, className: 'is-asked' } : {})}
            >
              <ValueView input={input.row} value={row} {...known} />
            </li>
          ))}
        </ol>
      );
    case 'reference':
    case 'references':
      if (linkOf === undefined) break;
      return <Named ids={Array.isArray(value) ? value : [value]} nameOf={nameOf} linkOf={linkOf} />;
    default:
  }
  return <span className="value-text">{textOf(input, value, nameOf)}</span>;
}

/** What identifiers stand for, each with the way to where it is told. */
function Named({ ids, nameOf, linkOf }: { ids: readonly unknown[]; nameOf: NameOf; linkOf: NameOf }) {
  return (
    <span className="value-text">
      {ids.map(String).map((id, index) => {
        const to = linkOf(id);
        const name = nameOf(id) ?? shortened(id);
        return (
          <Fragment key={id}>
            {index === 0 ? '' : '、'}
            {to === undefined ? name : <Link to={to}>{name}</Link>}
          </Fragment>
        );
      })}
    </span>
  );
}

/** What is left of the way to a row behind the name of a field. */
function restOf(asked: string | undefined, name: string): string | undefined {
  return asked?.startsWith(`${name}/`) === true ? asked.slice(name.length + 1) : undefined;
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
