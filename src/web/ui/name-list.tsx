import { useIsPhone } from './use-is-phone.ts';
import { useIsPrinting } from './use-is-printing.ts';
import './name-list.css';

/** So many names are read at a glance on a phone. */
const glance = 6;

/** Names in a row; on a phone many of them are folded below their number, on paper they all stand. */
export function NameList({ names, unit }: { names: readonly string[]; unit: string }) {
  const isPhone = useIsPhone();
  const isPrinting = useIsPrinting();
  const text = names.join('、');
  if (!isPhone || isPrinting || names.length <= glance) return <span>{text}</span>;
  return (
    <details className="name-list">
      <summary>
        共{names.length}
        {unit}
      </summary>
      {text}
    </details>
  );
}
