import { useState } from 'react';
import type { Field, Option, Typed } from '../../lib/schema-form.ts';
import { Search, seenAtOnce } from './check-list.tsx';

/**
 * A table of names, each in exactly one of the lists: a row is one group of radio buttons, so that the arrow keys move within a row and
 * Tab to the next. `value` is the whole group the lists belong to.
 */
export function OneListEach(props: {
  id?: string;
  title: string;
  lists: readonly Field[];
  choices: readonly Option[];
  value?: Typed;
  onChange?: (value: Typed) => void;
  noteOf?: ((count: number) => string) | undefined;
}) {
  const { id, title, lists, choices, value = {}, onChange, noteOf } = props;
  const [sought, setSought] = useState('');
  const [first] = lists;
  const standing = standingIn(value, lists);
  const place = (moved: ReadonlySet<unknown>, list: string | undefined) =>
    onChange?.({ ...value, ...moving({ value, lists, choices }, moved, list) });
  if (choices.length === 0 || first === undefined) {
    return <p className="nothing-to-choose">目前没有可以登记的人。</p>;
  }
  const everybody = new Set(choices.map((choice) => choice.value));
  const shown = choices.filter(({ label }) => label.includes(sought.trim()));
  return (
    <div className="choices" id={id}>
      <div className="people-bar">
        <button type="button" className="people-all" onClick={() => place(everybody, first.name)}>
          全部{first.title}（{choices.length}）
        </button>
        <button type="button" className="people-all" onClick={() => place(everybody, undefined)}>
          全部清除
        </button>
        {choices.length > seenAtOnce ? <Search title={title} value={sought} onChange={setSought} /> : null}
      </div>
      <Counts lists={lists} value={value} left={choices.filter((choice) => !standing.has(choice.value)).length} />
      <table className="one-list-each">
        <caption className="visually-hidden">{title}：每人一种</caption>
        <thead>
          <tr>
            <th scope="col">姓名</th>
            {lists.map((list) => (
              <th key={list.name} scope="col">
                {list.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((choice) => (
            <Row
              key={choice.value}
              group={`${title}-${choice.value}`}
              choice={choice}
              lists={lists}
              stands={standing.get(choice.value)}
              onPlace={(list) => place(new Set([choice.value]), list)}
            />
          ))}
        </tbody>
      </table>
      {noteOf === undefined ? null : <p className="people-count">{noteOf(idsIn(value, first).length)}</p>}
    </div>
  );
}

function Row(props: {
  group: string;
  choice: Option;
  lists: readonly Field[];
  stands: string | undefined;
  onPlace: (list: string) => void;
}) {
  const { group, choice, lists, stands, onPlace } = props;
  return (
    <tr className={stands === undefined ? 'is-left' : undefined}>
      <th scope="row">{choice.label}</th>
      {lists.map((list) => (
        <td key={list.name}>
          <label>
            <input
              type="radio"
              name={group}
              checked={stands === list.name}
              onChange={() => onPlace(list.name)}
              aria-label={`${choice.label}：${list.title}`}
            />
          </label>
        </td>
      ))}
    </tr>
  );
}

function Counts({ lists, value, left }: { lists: readonly Field[]; value: Typed; left: number }) {
  return (
    <p className="people-count" aria-live="polite">
      {lists.map((list) => (
        <span key={list.name}>
          {list.title}
          <strong>{idsIn(value, list).length}</strong>
        </span>
      ))}
      <span className={left === 0 ? undefined : 'is-left'}>
        尚未登记<strong>{left}</strong>
      </span>
    </p>
  );
}

type Lists = { value: Typed; lists: readonly Field[]; choices: readonly Option[] };

/** The lists after some have moved to one of them, or to none; each in the order of the names. */
function moving({ value, lists, choices }: Lists, moved: ReadonlySet<unknown>, to: string | undefined): Typed {
  return Object.fromEntries(
    lists.map((list) => {
      const kept = new Set<unknown>(idsIn(value, list).filter((id) => !moved.has(id)));
      return [
        list.name,
        choices.map((choice) => choice.value).filter((id) => kept.has(id) || (list.name === to && moved.has(id))),
      ];
    }),
  );
}

function standingIn(value: Typed, lists: readonly Field[]): ReadonlyMap<unknown, string> {
  return new Map(lists.flatMap((list) => idsIn(value, list).map((id) => [id, list.name] as const)));
}

function idsIn(value: Typed, list: Field): readonly unknown[] {
  const ids = value[list.name];
  return Array.isArray(ids) ? ids : [];
}
