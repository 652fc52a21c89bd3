import { useQuery } from '@tanstack/react-query';
import { Form } from 'antd';
import { listEnteredActs } from '../../contract/entered-acts.ts';
import { type HeldMeeting, meetingsHeld } from '../../domain/procedure/meetings-held.ts';
import { call } from '../lib/client.ts';
import { monthDay, todayInChina } from '../lib/formats.ts';
import type { EditorProps } from '../ui/form/editors.ts';
import { FieldList } from '../ui/form/field-list.tsx';
import { useSetValue } from '../ui/form/set-value.ts';
import './meeting-editor.css';

/** So many entries back a meeting is looked for: a council that decides more at once has registered it lately, too. */
const lookedAt = 50;

/** The meeting that took a decision: one registered for another decision is taken over with one click, its presence with it. */
export function MeetingEditor({ field, options, name, path }: EditorProps) {
  const form = Form.useFormInstance();
  const setValue = useSetValue();
  const typed: unknown = Form.useWatch([...path], { form, preserve: true });
  const entered = useQuery({
    queryKey: ['entered', 'meetings'],
    queryFn: () => call(listEnteredActs, { query: { pageSize: lookedAt } }),
  });
  const held = meetingsHeld(
    (entered.data?.entered ?? []).flatMap(({ meeting }) => (meeting === null ? [] : [meeting])),
    todayInChina(),
  );
  const nameOf = new Map((options['council-member'] ?? []).map(({ value, label }) => [value, label]));
  return (
    <fieldset className="form-group">
      <legend>{field.title}</legend>
      {held.length === 0 ? null : (
        <div className="meetings-held">
          <span>已登记的会议：</span>
          {held.map((meeting) => (
            <button
              key={`${meeting.date}/${meeting.name}`}
              type="button"
              className="people-all"
              aria-pressed={isThat(typed, meeting)}
              onClick={() => setValue(path, meeting)}
            >
              沿用{monthDay(meeting.date)}“{meeting.name}”（{nameOf.get(meeting.chairId) ?? ''}主持，出席
              {meeting.presentIds.length}人）
            </button>
          ))}
        </div>
      )}
      <FieldList input={field.input} options={options} name={name} path={path} />
    </fieldset>
  );
}

function isThat(typed: unknown, meeting: HeldMeeting): boolean {
  return JSON.stringify(typed) === JSON.stringify(meeting);
}
