import { Button } from 'antd';
import type { FieldTopic, WaitingNote } from '../lib/field-store.ts';
import { momentText, withDateWords } from '../lib/formats.ts';
import { ConfirmButton } from '../ui/confirm-button.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { ProblemAlert } from '../ui/problem-alert.tsx';
import { StateTag } from '../ui/state-tag.tsx';
import type { useNoteSending } from './field-notes-api.ts';
import { placeNameIn } from './field-topic.ts';
import { WaitingPhotoView } from './photo-picker.tsx';

type Props = { topic: FieldTopic; notes: readonly WaitingNote[]; sending: ReturnType<typeof useNoteSending> };

/** What lies on this device and nowhere else: how many, why, and a button to try again. */
export function WaitingNotes({ topic, notes, sending }: Props) {
  const { send, giveUp } = sending;
  if (notes.length === 0) return null;
  const own = notes.filter(({ caseId }) => caseId === topic.caseId);
  const others = notes.length - own.length;
  return (
    <section className="section" aria-label="待发送的记录">
      <div className="section-head">
        <h2>待发送（{notes.length}条）</h2>
        <Button loading={send.isPending} onClick={() => send.mutate({ refusedToo: true })}>
          立即发送
        </Button>
      </div>
      <p className="note-facts" role="status">
        {send.data?.reached === false ? '还连不上服务器，记录仍在本机，稍后自动再发。' : '记录在本机，尚未送达。'}
        {others > 0 ? `其中${others}条属于其他议题。` : ''}
      </p>
      <ProblemAlert error={send.error} />
      <ul className="note-list" aria-label="待发送">
        {own.map((waiting) => (
          <li key={waiting.id} className="card">
            <Waiting topic={topic} waiting={waiting} />
            <div className="note-deeds">
              {waiting.problem === undefined ? null : <CopyButton text={textOf(topic, waiting)}>复制内容</CopyButton>}
              <ConfirmButton
                question="删除这条尚未送达的记录？"
                detail="本机之外没有这条记录，删除后不能恢复。"
                button={{ danger: true, size: 'small', disabled: send.isPending }}
                onConfirm={() => giveUp.mutateAsync(waiting.id)}
              >
                删除
              </ConfirmButton>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A note as it lies here; one that the server did not take says why, and its photos can be saved elsewhere. */
function Waiting({ topic, waiting }: { topic: FieldTopic; waiting: WaitingNote }) {
  const { note, photos, problem } = waiting;
  return (
    <>
      <div className="note-head">
        <strong>{placeNameIn(topic, note.place)}</strong>
        {problem === undefined ? <StateTag tone="soon" text="待发送" /> : <StateTag tone="overdue" text="未被接收" />}
      </div>
      <p className="note-facts">{momentText(note.takenAt)}记录</p>
      <p className="note-text">{note.text}</p>
      <div className="photo-list">
        {photos.map((photo, index) => (
          <WaitingPhotoView
            key={photo.id}
            photo={photo}
            alt={`待发送的照片${index + 1}`}
            {...(problem === undefined ? {} : { saveAs: `现场照片${index + 1}.jpg` })}
          />
        ))}
      </div>
      {problem === undefined ? null : (
        <p className="field-problem">
          {withDateWords(problem)}
          这条记录仍在本机。
        </p>
      )}
    </>
  );
}

/** What is copied out: enough to write the note again elsewhere. */
function textOf(topic: FieldTopic, { note }: WaitingNote): string {
  return `${topic.name}，${placeNameIn(topic, note.place)}，${momentText(note.takenAt)}\n${note.text}`;
}
