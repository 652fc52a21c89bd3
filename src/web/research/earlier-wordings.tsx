import { Button } from 'antd';
import { useId, useState } from 'react';
import type { FieldNote } from '../../contract/field-notes.ts';
import type { FieldTopic } from '../lib/field-store.ts';
import { momentText } from '../lib/formats.ts';
import { QueryView } from '../ui/states.tsx';
import { useEarlierWordings } from './field-notes-api.ts';
import { placeNameIn } from './field-topic.ts';

type Props = { note: FieldNote; topic: FieldTopic; title: string };

/** What a note said before, asked for when somebody wants to know. */
export function EarlierWordings(props: Props) {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  return (
    <div className="note-earlier">
      <Button size="small" aria-expanded={isOpen} aria-controls={id} onClick={() => setOpen(!isOpen)}>
        {isOpen ? '收起' : '查看'}
        {props.title}
      </Button>
      <div id={id}>{isOpen ? <Wordings {...props} /> : null}</div>
    </div>
  );
}

function Wordings({ note, topic, title }: Props) {
  const earlier = useEarlierWordings(topic.caseId, note);
  return (
    <QueryView query={earlier}>
      {({ wordings }) => (
        <ol className="note-wordings" aria-label={title}>
          {wordings.map(({ version, place, text, at, byName }) => (
            <li key={version}>
              <p className="note-facts">
                {byName}，{momentText(at)}
                {version === 1 ? '送达' : '更正'}，地点：{placeNameIn(topic, place)}
              </p>
              <p className="note-text">{text}</p>
            </li>
          ))}
        </ol>
      )}
    </QueryView>
  );
}
