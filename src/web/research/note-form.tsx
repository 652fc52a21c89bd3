import { Button, Form, Select } from 'antd';
import { useEffect, useState } from 'react';
import { fieldNoteSchema } from '../../contract/field-notes.ts';
import { secrecyLevels } from '../../contract/files.ts';
import { checkNoteSecrecy, fieldNoteFormVersion } from '../../domain/research/field-note.ts';
import { type FieldTopic, forgetDraft, keepDraft, type NoteDraft, type WaitingNote } from '../lib/field-store.ts';
import { newUuid } from '../lib/uuid.ts';
import { MessageBox } from '../ui/message-box.tsx';
import { ProblemAlert } from '../ui/problem-alert.tsx';
import { NothingKeptError, type useNoteSending } from './field-notes-api.ts';
import { NoteItem, PlaceFields, type Problems, placeOf, problemsOf, TextField } from './note-fields.tsx';
import { PhotoPicker } from './photo-picker.tsx';

const empty: NoteDraft = { place: '', elsewhere: '', text: '', secrecy: '内部', photos: [] };
/** Typing pauses this long before what stands in the form is kept. */
const pauseMs = 400;

type Props = {
  accountId: string;
  topic: FieldTopic;
  /** What stood in the form when the page ended. */
  found: NoteDraft | undefined;
  sending: ReturnType<typeof useNoteSending>;
};

/** Place, words, photos: as little as a phone in one hand allows. */
export function NoteForm({ accountId, topic, found, sending }: Props) {
  const { caseId } = topic;
  const [draft, setDraft] = useState(found ?? empty);
  const [id, setId] = useState(newUuid);
  const [problems, setProblems] = useState<Problems>({});
  const change = (changes: Partial<NoteDraft>) => setDraft((before) => ({ ...before, ...changes }));
  useKeptDraft(accountId, caseId, draft);
  const secret = checkNoteSecrecy(draft.secrecy)[0]?.text;
  const { keep } = sending;
  const save = () => {
    const judged = noteOf({ accountId, topic, id, draft });
    setProblems(judged.problems);
    if (judged.note === undefined) return;
    keep.mutate(judged.note, {
      onSuccess: () => {
        setId(newUuid());
        // Whoever stands in a place writes more than one note there.
        setDraft(({ place, elsewhere: name, secrecy }) => ({ ...empty, place, elsewhere: name, secrecy }));
      },
    });
  };
  return (
    <section className="section" aria-label="新的记录">
      <h2>新的记录</h2>
      <Form layout="vertical" onFinish={save}>
        <PlaceFields prefix="note" topic={topic} typed={draft} problems={problems} onChange={change} />
        <TextField prefix="note" text={draft.text} problem={problems.text} onChange={(text) => change({ text })} />
        <PhotoPicker photos={draft.photos} onChange={(photos) => change({ photos })} />
        <NoteItem label="密级" htmlFor="note-secrecy" problem={secret}>
          <Select
            id="note-secrecy"
            value={draft.secrecy}
            onChange={(secrecy) => change({ secrecy })}
            options={secrecyLevels.map((level) => ({ value: level, label: level }))}
          />
        </NoteItem>
        <NotKept error={keep.error} />
        <Button
          type="primary"
          size="large"
          block
          htmlType="submit"
          loading={keep.isPending}
          disabled={secret !== undefined}
        >
          保存记录
        </Button>
      </Form>
    </section>
  );
}

function NotKept({ error }: { error: Error | null }) {
  if (!(error instanceof NothingKeptError)) return <ProblemAlert error={error} />;
  return (
    <MessageBox
      type="error"
      role="alert"
      title="没有保存"
      description="本机浏览器不能存放记录，现在又连不上服务器。内容仍在页面上，请不要关闭，连上网络后再保存。"
    />
  );
}

/** Keeps the form on this device while it is filled in: a phone may end the page behind its camera. */
function useKeptDraft(accountId: string, caseId: string, draft: NoteDraft): void {
  useEffect(() => {
    const isEmpty = draft.text.trim() === '' && draft.photos.length === 0;
    const keep = () =>
      isEmpty
        ? forgetDraft(accountId, caseId)
        : keepDraft({ accountId, caseId, formVersion: fieldNoteFormVersion, draft });
    // Where the browser keeps nothing, the page has said so.
    const timer = setTimeout(() => void keep().catch(() => undefined), pauseMs);
    return () => clearTimeout(timer);
  }, [accountId, caseId, draft]);
}

type Judged = { note: WaitingNote | undefined; problems: Problems };

/** The note as it will be sent, or what is missing, by field. */
function noteOf(typed: { accountId: string; topic: FieldTopic; id: string; draft: NoteDraft }): Judged {
  const { accountId, topic, id, draft } = typed;
  const problems = problemsOf(topic, draft);
  const parsed = fieldNoteSchema.omit({ photoIds: true }).safeParse({
    place: placeOf(topic, draft),
    text: draft.text,
    secrecy: draft.secrecy,
    takenAt: new Date().toISOString(),
    formVersion: fieldNoteFormVersion,
  });
  if (!parsed.success) return { note: undefined, problems };
  return { note: { id, accountId, caseId: topic.caseId, note: parsed.data, photos: draft.photos }, problems };
}
