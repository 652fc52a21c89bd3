import { CopyButton } from './copy-button.tsx';
import './read-out.css';

/** A text that is read out as it stands, in letters for a lectern; copied with one click. */
export function ReadOut({ title, text }: { title: string; text: string }) {
  return (
    <section className="read-out" aria-label={title}>
      <strong>{title}</strong>
      <p>{text}</p>
      <CopyButton text={text}>复制宣读稿</CopyButton>
    </section>
  );
}
