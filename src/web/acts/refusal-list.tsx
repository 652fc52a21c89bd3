import { basisText, withDateWords } from '../lib/formats.ts';
import { MessageBox } from '../ui/message-box.tsx';

/** Refusals in the rule's own words, each with its clause. */
export function RefusalList(props: {
  title: string;
  type: 'warning' | 'error';
  refusals: readonly { code: string; clause: string; text: string }[];
}) {
  const { title, type, refusals } = props;
  return (
    <MessageBox
      type={type}
      title={title}
      description={
        <ul className="refusals">
          {refusals.map((refusal) => (
            <li key={refusal.code + refusal.text}>
              {withDateWords(refusal.text)}（{basisText(refusal.clause)}）
            </li>
          ))}
        </ul>
      }
    />
  );
}
