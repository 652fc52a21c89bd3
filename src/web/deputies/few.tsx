import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import type { VoiceList } from '../../contract/deputies.ts';
import { exportMyVoices } from '../../contract/deputy-exports.ts';
import { download } from '../lib/client.ts';
import { ExportButton } from '../ui/export-button.tsx';

const shownAtFirst = 3;

const listNames = { suggestions: '议题建议', concerns: '反映的问题', invitations: '邀请' } satisfies Record<
  VoiceList,
  string
>;

/** All of the deputy's own list, not only the few that are shown, to carry away; nothing while it is empty. */
export function ExportOwn({ list, rows }: { list: VoiceList; rows: readonly unknown[] }) {
  if (rows.length === 0) return null;
  return (
    <p className="section-foot">
      <ExportButton about={listNames[list]} ask={() => download(exportMyVoices, { params: { list } })} />
    </p>
  );
}

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
