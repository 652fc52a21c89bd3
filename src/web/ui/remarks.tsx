import { StateTag, type Tone } from './state-tag.tsx';
import './remarks.css';

/** What somebody says to a paper: a word for where he stands, and his own words. */
export type Remark = { key: string; name: string; tone: Tone; word: string; text: string };

/** Who says what, one below the other; nothing where nobody is asked. */
export function Remarks({ title, remarks }: { title: string; remarks: readonly Remark[] }) {
  if (remarks.length === 0) return null;
  return (
    <section className="remarks" aria-label={title}>
      <h3>{title}</h3>
      <ul className="remark-list">
        {remarks.map(({ key, name, tone, word, text }) => (
          <li key={key}>
            <strong>{name}</strong> <StateTag tone={tone} text={word} />
            {text === '' ? null : <p>{text}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
