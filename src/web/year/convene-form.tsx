import { Button, Checkbox, Modal } from 'antd';
import { useState } from 'react';
import type { ConsultationView } from '../../contract/consultations.ts';
import { limits } from '../../contract/fields.ts';
import type { ConsultationItem } from '../../domain/topic/consultation.ts';
import { proposedItemsOf } from '../../domain/topic/proposed-items.ts';
import { topicDomainNames } from '../../domain/topic/topic.ts';
import type { LoadedCase } from '../lib/cases.ts';
import { useConsultationChanges } from '../lib/consultations.ts';
import { ConfirmButton } from '../ui/confirm-button.tsx';
import { ProblemAlert } from '../ui/problem-alert.tsx';
import { excessOf, TextEntry } from '../ui/text-entry.tsx';

type Props = { loaded: LoadedCase; open: ConsultationView | undefined };

/** Calls the bodies to confer, or changes on what: of a year the office chooses the topics, of an adjustment the proposal is what there is. */
export function ConveneForm({ loaded, open }: Props) {
  const { convene } = useConsultationChanges(loaded.view.id);
  const [isOpen, setOpen] = useState(false);
  if (loaded.view.kind === 'topic') {
    return (
      <>
        <ProblemAlert error={convene.error} />
        <ConfirmButton
          question="发起会商？"
          detail="各县（市、区）收到通知，看到所提的调整和理由。"
          onConfirm={async () => {
            await convene.mutateAsync({ version: 0, items: [] });
          }}
        >
          发起会商
        </ConfirmButton>
      </>
    );
  }
  return (
    <>
      <Button type={open === undefined ? 'primary' : 'default'} onClick={() => setOpen(true)}>
        {open === undefined ? '发起会商' : '调整会商议题'}
      </Button>
      <Modal
        title={open === undefined ? '发起会商' : '调整会商议题'}
        open={isOpen}
        onCancel={() => setOpen(false)}
        footer={null}
        width={720}
        destroyOnHidden
      >
        <Choice loaded={loaded} open={open} onDone={() => setOpen(false)} />
      </Modal>
    </>
  );
}

function Choice({ loaded, open, onDone }: Props & { onDone: () => void }) {
  const { convene } = useConsultationChanges(loaded.view.id);
  const [rows, setRows] = useState(() => rowsOf(loaded, open));
  const chosen = rows.filter(({ isChosen }) => isChosen);
  const change = (key: string, to: Partial<Row>) =>
    setRows((now) => now.map((row) => (row.key === key ? { ...row, ...to } : row)));
  const submit = () =>
    convene.mutate(
      { version: open?.version ?? 0, items: chosen.map(({ isChosen: _chosen, ...item }) => item) },
      { onSuccess: onDone },
    );
  return (
    <>
      <ProblemAlert error={convene.error} />
      <p>
        选定提交会商的议题：本级初步建议和各县（市、区）报送的初步建议，同名的合为一项。
        {open === undefined ? '' : '改动名称的议题，已填写的意见作废，须重新填写。'}
      </p>
      <ul className="convene-rows" aria-label="可以会商的议题">
        {rows.map((row) => (
          <li key={row.key}>
            <Checkbox
              checked={row.isChosen}
              onChange={(event) => change(row.key, { isChosen: event.target.checked })}
              aria-label={`会商“${row.title}”`}
            />
            <TextEntry
              widget="line"
              aria-label="会商议题"
              value={row.title}
              maxLength={limits.shortText}
              onChange={(event) => change(row.key, { title: event.target.value })}
            />
            <span className="quiet">{row.domain === undefined ? '' : topicDomainNames[row.domain]}</span>
          </li>
        ))}
      </ul>
      {rows.length === 0 ? <p>还没有初步建议。请先办理“提出初步建议”，并签收各县（市、区）报送的初步建议。</p> : null}
      <Button
        type="primary"
        loading={convene.isPending}
        disabled={
          chosen.length === 0 ||
          chosen.some(({ title }) => title.trim() === '' || excessOf(title, limits.shortText) > 0)
        }
        onClick={submit}
      >
        {open === undefined ? `就${chosen.length}项议题发起会商` : `改为就${chosen.length}项议题会商`}
      </Button>
    </>
  );
}

type Row = ConsultationItem & { isChosen: boolean };

/** What is open already keeps its place; what else was put forward may be added under keys of its own. */
function rowsOf({ state }: LoadedCase, open: ConsultationView | undefined): Row[] {
  const proposed = state === null ? [] : proposedItemsOf(state.year);
  if (open === undefined) return proposed.map((item) => ({ ...item, isChosen: true }));
  const more = proposed.filter(({ title }) => !open.items.some((item) => item.title === title));
  const taken = new Set(open.items.map(({ key }) => key));
  return [
    ...open.items.map((item) => ({ ...item, isChosen: true })),
    ...more.map((item) => ({ ...item, key: taken.has(item.key) ? `${item.key}-b` : item.key, isChosen: false })),
  ];
}
