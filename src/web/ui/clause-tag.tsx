import { Popover } from 'antd';

/** A clause by its id; opened, its own words. */
export function ClauseTag({ id, text }: { id: string; text?: string | undefined }) {
  if (text === undefined) return <span className="clause-tag">{id}</span>;
  return (
    <Popover trigger="click" title={id} content={<p className="clause-text">{text}</p>}>
      <button type="button" className="clause-tag clause-open" aria-label={`依据${id}，查看原文`}>
        {id}
      </button>
    </Popover>
  );
}
