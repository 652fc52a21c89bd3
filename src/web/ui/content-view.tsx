import { dateText, withDateWords } from '../lib/formats.ts';

type NameOf = (id: string) => string | undefined;
type Words = Readonly<Record<string, string>>;
type Props = {
  value: unknown;
  nameOf: NameOf;
  /** Names of the members, in the order in which they are shown; a member without one is left out. */
  titles: Words;
  /** What codes are called. */
  words: Words;
};

/** Content as it is, member by member, in the given words. */
export function ContentView({ value, nameOf, titles, words }: Props) {
  if (Array.isArray(value)) {
    return (
      <ol className="content-list">
        {value.map((entry, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a sealed list never changes its order
          <li key={index}>
            <ContentView value={entry} nameOf={nameOf} titles={titles} words={words} />
          </li>
        ))}
      </ol>
    );
  }
  if (typeof value !== 'object' || value === null)
    return <span className="content-text">{textOf(value, nameOf, words)}</span>;
  // An object's member under any key is unknown; the list of titles says which are shown.
  const object = value as Readonly<Record<string, unknown>>;
  const members = Object.keys(titles).flatMap((key) => (isFilled(object[key]) ? [[key, object[key]] as const] : []));
  return (
    <dl className="facts content">
      {members.map(([key, member]) => (
        <div key={key}>
          <dt>{titles[key]}</dt>
          <dd>
            <ContentView value={member} nameOf={nameOf} titles={titles} words={words} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function textOf(value: unknown, nameOf: NameOf, words: Words): string {
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value !== 'string') return String(value);
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return dateText(value);
  return nameOf(value) ?? words[value] ?? withDateWords(value);
}

function isFilled(value: unknown): boolean {
  return value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);
}
