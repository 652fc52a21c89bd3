import { Button, Form } from 'antd';
import { useState } from 'react';
import { correctFieldNote, type ReadableNote } from '../../contract/field-notes.ts';
import type { FieldTopic } from '../lib/field-store.ts';
import { ConfirmButton } from '../ui/confirm-button.tsx';
import { useFeedback } from '../ui/feedback.tsx';
import { MessageBox } from '../ui/message-box.tsx';
import { ProblemAlert } from '../ui/problem-alert.tsx';
import { useNoteChanges } from './field-notes-api.ts';
import { PlaceFields, type Problems, placeOf, problemsOf, TextField, typedPlaceOf } from './note-fields.tsx';

type Props = { note: ReadableNote; topic: FieldTopic; onEnd: () => void };

/** The author says the note anew, on the version he saw: what another screen has made of it meanwhile is looked at first. */
export function NoteCorrection({ note, topic, onEnd }: Props) {
  const { message } = useFeedback();
  const { correct } = useNoteChanges(topic.caseId, note.id);
  const [seen, setSeen] = useState(note.version);
  const [typed, setTyped] = useState({ ...typedPlaceOf(topic, note.place), text: note.text });
  const [problems, setProblems] = useState<Problems>({});
  const change = (changes: Partial<typeof typed>) => setTyped((before) => ({ ...before, ...changes }));
  const save = async () => {
    setProblems(problemsOf(topic, typed));
    const said = { version: seen, place: placeOf(topic, typed), text: typed.text };
    const parsed = correctFieldNote.body.safeParse(said);
    if (!parsed.success) return;
    await correct.mutateAsync(parsed.data);
    void message.success('已更正，以前的内容仍可查看');
    onEnd();
  };
  const review = () => {
    correct.reset();
    setSeen(note.version);
  };
  const prefix = `correct-${note.id}`;
  return (
    <section className="note-correction" aria-label={`更正${note.receiptNumber}`}>
      <Form layout="vertical">
        <PlaceFields prefix={prefix} topic={topic} typed={typed} problems={problems} onChange={change} />
        <TextField prefix={prefix} text={typed.text} problem={problems.text} onChange={(text) => change({ text })} />
      </Form>
      {seen === note.version ? (
        <ProblemAlert error={correct.error} />
      ) : (
        <MessageBox
          type="warning"
          role="status"
          title="这条记录已经在别处更正"
          description="上面是现在的内容，您填写的仍在这里。核对后再决定是否更正。"
          action={<Button onClick={review}>已核对</Button>}
        />
      )}
      <div className="note-deeds">
        <ConfirmButton
          question="更正这条记录？"
          detail="更正后，本单位看到新的内容；以前的内容、更正人和时间都保留。"
          okText="更正"
          button={{ type: 'primary', loading: correct.isPending, disabled: seen !== note.version }}
          onConfirm={save}
        >
          保存更正
        </ConfirmButton>
        <Button onClick={onEnd}>取消</Button>
      </div>
    </section>
  );
}
