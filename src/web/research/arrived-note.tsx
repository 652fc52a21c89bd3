import { Button } from 'antd';
import { useState } from 'react';
import { downloadNotePhoto, type FieldNote, type ReadableNote } from '../../contract/field-notes.ts';
import { limits } from '../../contract/fields.ts';
import { findingOf, visitOf } from '../../domain/research/field-note.ts';
import { paths } from '../app/paths.ts';
import { pathOf } from '../lib/client.ts';
import type { FieldTopic, NoteUse } from '../lib/field-store.ts';
import { momentText } from '../lib/formats.ts';
import { ConfirmButton } from '../ui/confirm-button.tsx';
import { useFeedback } from '../ui/feedback.tsx';
import { LinkButton } from '../ui/link-button.tsx';
import { ProblemAlert } from '../ui/problem-alert.tsx';
import { StateTag } from '../ui/state-tag.tsx';
import { EarlierWordings } from './earlier-wordings.tsx';
import { useNoteChanges } from './field-notes-api.ts';
import { placeNameIn } from './field-topic.ts';
import { NoteCorrection } from './note-correction.tsx';

type Props = { note: FieldNote; topic: FieldTopic };

/** A note with its receipt number: as it stands, what it said before, and for its author the ways to change it. */
export function ArrivedNote({ note, topic }: Props) {
  if (note.standing === 'withdrawn') {
    return (
      <>
        <div className="note-head">
          <StateTag tone="off" text="已撤回" />
          <span>回执编号 {note.receiptNumber}</span>
        </div>
        <p className="note-facts">
          {note.authorName}，{momentText(note.takenAt)}记录，{momentText(note.changedAt)}由本人撤回
        </p>
        {note.isOwn ? <EarlierWordings note={note} topic={topic} title="撤回前的内容（只有您能看到）" /> : null}
      </>
    );
  }
  return <Readable note={note} topic={topic} />;
}

function Readable({ note, topic }: { note: ReadableNote; topic: FieldTopic }) {
  const [isCorrecting, setCorrecting] = useState(false);
  return (
    <>
      <div className="note-head">
        <strong>{placeNameIn(topic, note.place)}</strong>
        <span>回执编号 {note.receiptNumber}</span>
      </div>
      <p className="note-facts">
        {note.authorName}，{momentText(note.takenAt)}记录，{momentText(note.arrivedAt)}送达，密级：{note.secrecy}
      </p>
      {note.standing === 'corrected' ? (
        <p className="note-facts">
          <StateTag tone="info" text="已更正" /> {momentText(note.changedAt)}由本人更正
        </p>
      ) : null}
      <p className="note-text">{note.text}</p>
      <Photos caseId={topic.caseId} note={note} />
      {note.standing === 'corrected' ? <EarlierWordings note={note} topic={topic} title="以前的内容" /> : null}
      {isCorrecting ? (
        <NoteCorrection note={note} topic={topic} onEnd={() => setCorrecting(false)} />
      ) : (
        <Deeds note={note} topic={topic} onCorrect={() => setCorrecting(true)} />
      )}
    </>
  );
}

function Photos({ caseId, note }: { caseId: string; note: ReadableNote }) {
  return (
    <div className="photo-list">
      {note.photoIds.map((fileId, index) => {
        const address = pathOf(downloadNotePhoto, { caseId, noteId: note.id, fileId });
        return (
          <a key={fileId} href={address} download>
            <img className="note-photo" src={address} alt={`照片${index + 1}`} loading="lazy" />
          </a>
        );
      })}
    </div>
  );
}

const useNames = { 'record-finding': '登记发现问题', 'record-visit': '登记调研活动' } satisfies Record<
  NoteUse['kind'],
  string
>;

/**
 * What the note becomes: the sheet opens with its words; nothing is recorded before it is confirmed there. Its author corrects it or takes
 * it back.
 */
function Deeds({ note, topic, onCorrect }: { note: ReadableNote; topic: FieldTopic; onCorrect: () => void }) {
  const { caseId, uses, isOpen } = topic;
  const { message } = useFeedback();
  const { withdraw } = useNoteChanges(caseId, note.id);
  const isChangeable = note.isOwn && isOpen;
  if (uses.length === 0 && !isChangeable) return null;
  const mayBecome = (wanted: NoteUse['kind']) =>
    uses.some(({ kind, refusal }) => kind === wanted && refusal === undefined);
  return (
    <>
      <ProblemAlert error={withdraw.error} />
      {uses.map(({ kind, refusal }) =>
        refusal === undefined ? null : (
          <p key={kind} className="note-facts">
            现在不能据此{useNames[kind]}：{refusal}
          </p>
        ),
      )}
      <div className="note-deeds">
        {mayBecome('record-finding') ? (
          <LinkButton
            to={paths.act(caseId, 'record-finding')}
            state={{ payload: findingOf(note, limits.shortText), isInstead: true }}
          >
            据此登记发现问题
          </LinkButton>
        ) : null}
        {mayBecome('record-visit') ? (
          <LinkButton to={paths.act(caseId, 'record-visit')} state={{ payload: visitOf(note), isInstead: true }}>
            据此登记调研活动
          </LinkButton>
        ) : null}
        {isChangeable ? (
          <>
            <Button onClick={onCorrect}>更正</Button>
            <ConfirmButton
              question="撤回这条记录？"
              detail="撤回后，其他人只看到“已撤回”，不再看到内容和照片；撤回不能取消。"
              button={{ danger: true, loading: withdraw.isPending }}
              onConfirm={() =>
                withdraw.mutateAsync(note.version, { onSuccess: () => void message.success('这条记录已撤回') })
              }
            >
              撤回
            </ConfirmButton>
          </>
        ) : null}
      </div>
    </>
  );
}
