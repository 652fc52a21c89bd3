import { Button } from 'antd';
import { type ReactNode, useState } from 'react';

const shownAtFirst = 3;

/** The first few; the others one tap away. */
export function Few<Row>(props: { rows: readonly Row[]; none: string; render: (row: Row) => ReactNode }) {
  const { rows, none, render } = props;
  const [isOpen, setOpen] = useState(false);
  if (rows.length === 0) return <p className="deputy-quiet">{none}</p>;
  const shown = isOpen ? rows : rows.slice(0, shownAtFirst);
  return (
    <>
      <ul className="deputy-plain">{shown.map(render)}</ul>
      {shown.length === rows.length ? null : (
        <Button type="link" onClick={() => setOpen(true)}>
          显示另外{rows.length - shown.length}条
        </Button>
      )}
    </>
  );
}
