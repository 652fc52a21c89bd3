import { Form, Select } from 'antd';
import type { ReactNode } from 'react';
import { limits } from '../../contract/fields.ts';
import { type NotePlace, placeKeyOf } from '../../domain/research/field-note.ts';
import type { FieldTopic } from '../lib/field-store.ts';
import { excessOf, TextEntry } from '../ui/text-entry.tsx';

const elsewhere = 'elsewhere';

/** A place as it is filled in: a key of the choices, and words where the choice is elsewhere. */
export type TypedPlace = { place: string; elsewhere: string };
export type Problems = Readonly<Record<string, string>>;

/** How a note's place is filled in. One that is no longer among the choices is to be chosen anew. */
export function typedPlaceOf({ places }: FieldTopic, place: NotePlace): TypedPlace {
  if (place.kind === 'other') return { place: elsewhere, elsewhere: place.name };
  const key = placeKeyOf(place);
  return { place: places.some((one) => one.key === key) ? key : '', elsewhere: '' };
}

/** What was filled in, not yet parsed; undefined while nothing is chosen. */
export function placeOf({ places }: FieldTopic, typed: TypedPlace): unknown {
  if (typed.place === elsewhere) return { kind: 'other', name: typed.elsewhere };
  return places.find(({ key }) => key === typed.place)?.place;
}

const tooLong = '删减后才能保存';

/** What is missing of a note's wording, or too long in it, by field. */
export function problemsOf(topic: FieldTopic, { text, ...typed }: TypedPlace & { text: string }): Problems {
  return {
    ...(placeOf(topic, typed) === undefined ? { place: '请选择地点' } : {}),
    ...(typed.place === elsewhere && typed.elsewhere.trim() === '' ? { elsewhere: '请填写具体地点' } : {}),
    ...(excessOf(typed.elsewhere, limits.shortText) > 0 ? { elsewhere: tooLong } : {}),
    ...(text.trim() === '' ? { text: '请填写记录内容' } : {}),
    ...(excessOf(text, limits.longText) > 0 ? { text: tooLong } : {}),
  };
}

type FieldsProps = {
  /** Before the ids of the fields: a page has several forms. */
  prefix: string;
  topic: FieldTopic;
  typed: TypedPlace;
  problems: Problems;
  onChange: (changes: Partial<TypedPlace>) => void;
};

export function PlaceFields({ prefix, topic, typed, problems, onChange }: FieldsProps) {
  const groups = [...Map.groupBy(topic.places, ({ group }) => group)].map(([label, places]) => ({
    label,
    options: places.map(({ key, name }) => ({ value: key, label: name })),
  }));
  return (
    <>
      <NoteItem label="地点" htmlFor={`${prefix}-place`} problem={problems.place}>
        <Select<string>
          id={`${prefix}-place`}
          placeholder="请选择"
          showSearch={{ optionFilterProp: 'label' }}
          {...(typed.place === '' ? {} : { value: typed.place })}
          onChange={(place) => onChange({ place })}
          options={[{ value: elsewhere, label: '其他地点' }, ...groups]}
        />
      </NoteItem>
      {typed.place === elsewhere ? (
        <NoteItem label="具体地点" htmlFor={`${prefix}-elsewhere`} problem={problems.elsewhere}>
          <TextEntry
            widget="line"
            id={`${prefix}-elsewhere`}
            maxLength={limits.shortText}
            value={typed.elsewhere}
            onChange={(event) => onChange({ elsewhere: event.target.value })}
          />
        </NoteItem>
      ) : null}
    </>
  );
}

type TextProps = { prefix: string; text: string; problem: string | undefined; onChange: (text: string) => void };

export function TextField({ prefix, text, problem, onChange }: TextProps) {
  return (
    <NoteItem label="记录内容" htmlFor={`${prefix}-text`} problem={problem}>
      <TextEntry
        widget="paragraphs"
        id={`${prefix}-text`}
        maxLength={limits.longText}
        value={text}
        onChange={(event) => onChange(event.target.value)}
      />
    </NoteItem>
  );
}

type ItemProps = { label: string; htmlFor: string; problem: string | undefined; children: ReactNode };

export function NoteItem({ label, htmlFor, problem, children }: ItemProps) {
  return (
    <Form.Item
      label={label}
      htmlFor={htmlFor}
      required
      {...(problem === undefined ? {} : { validateStatus: 'error' as const, help: problem })}
    >
      {children}
    </Form.Item>
  );
}
