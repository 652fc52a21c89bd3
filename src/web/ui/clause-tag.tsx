import { Popover } from 'antd';
import { basisText } from '../lib/formats.ts';

/** A clause by its id; opened, its own words. */
export function ClauseTag({ id, text }: { id: string; text?: string | undefined }) {
  const name = basisText(id);
  if (text === undefined) return <span className="clause-tag">{name}</span>;
  return (
    <Popover trigger="click" title={name} content={<p className="clause-text">{text}</p>}>
      <button type="button" className="clause-tag clause-open" aria-label={`依据${name}，查看原文`}>
        {name}
      </button>
    </Popover>
  );
}
