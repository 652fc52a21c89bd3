import { Button, Radio } from 'antd';
import { useId, useState } from 'react';
import { limits } from '../../contract/fields.ts';
import { type Stance, stanceNames, stances } from '../../domain/topic/consultation.ts';
import { useConsultationChanges } from '../lib/consultations.ts';
import { MessageBox } from '../ui/message-box.tsx';
import { ProblemAlert } from '../ui/problem-alert.tsx';
import { excessOf, TextEntry } from '../ui/text-entry.tsx';
import type { Cell, Shown } from './conferring.ts';
import { OpinionView } from './opinion-view.tsx';

/** One body's opinion on one item, saved over what was seen: a colleague's newer words are shown and not overwritten unseen. */
export function OpinionForm({ shown, cell, onSaid }: { shown: Shown; cell: Cell; onSaid: () => void }) {
  const { said: now, body, item } = cell;
  const { say } = useConsultationChanges(shown.caseId);
  const field = useId();
  const [seen, setSeen] = useState(now);
  const [stance, setStance] = useState<Stance | undefined>(now?.stance);
  const [comment, setComment] = useState(now?.comment ?? '');
  const isFor = body.id !== shown.me.tenantId;
  const isChanged = now?.version !== seen?.version;
  const needsWords = stance !== undefined && stance !== 'agrees' && comment.trim() === '';
  const save = () => {
    if (stance === undefined) return;
    const opinion = { tenantId: body.id, key: item.key, stance, comment, version: seen?.version ?? 0 };
    say.mutate(opinion, { onSuccess: onSaid });
  };
  return (
    <div className="opinion-form">
      <ProblemAlert error={say.error} />
      {isFor ? (
        <MessageBox
          type="info"
          title="代填电话、书面意见"
          description="各单位看到这是市人大常委会办公室代填的，该单位可以自行修改。"
        />
      ) : null}
      {isChanged ? (
        <MessageBox
          type="warning"
          role="status"
          title="这一项刚刚有人填写"
          description={<OpinionView said={now} />}
          action={<Button onClick={() => setSeen(now)}>改用我填写的内容</Button>}
        />
      ) : null}
      <Radio.Group
        aria-label={`${body.shortName}的意见`}
        value={stance}
        onChange={(event) => setStance(event.target.value as Stance)}
        options={stances.map((value) => ({ value, label: stanceNames[value] }))}
        optionType="button"
        className="opinion-stances"
      />
      <label className="opinion-words" htmlFor={field}>
        <span>
          具体意见
          {stance === undefined || stance === 'agrees' ? '（选填）' : <span className="required-mark">（必填）</span>}
        </span>
        <TextEntry
          widget="paragraphs"
          id={field}
          value={comment}
          maxLength={limits.comment}
          onChange={(event) => setComment(event.target.value)}
        />
      </label>
      <Button
        type="primary"
        loading={say.isPending}
        disabled={stance === undefined || needsWords || isChanged || excessOf(comment, limits.comment) > 0}
        onClick={save}
      >
        保存意见
      </Button>
      {needsWords ? <p className="quiet">“{stanceNames[stance]}”须写明具体意见。</p> : null}
    </div>
  );
}
