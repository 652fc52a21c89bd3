import type { FieldNote } from '../../contract/field-notes.ts';
import { limits } from '../../contract/fields.ts';
import { downloadFile } from '../../contract/files.ts';
import { findingOf, visitOf } from '../../domain/research/field-note.ts';
import { paths } from '../app/paths.ts';
import { useAddress } from '../lib/address.ts';
import { isUnreachable, pathOf } from '../lib/client.ts';
import type { FieldTopic } from '../lib/field-store.ts';
import { momentText } from '../lib/formats.ts';
import { LinkButton } from '../ui/link-button.tsx';
import { ListPages } from '../ui/list-pages.tsx';
import { EmptyView, QueryView } from '../ui/states.tsx';
import { useArrivedNotes } from './field-notes-api.ts';
import { placeNameIn } from './field-topic.ts';

/** The body's notes on the topic, each with its receipt number. */
export function ArrivedNotes({ topic }: { topic: FieldTopic }) {
  const address = useAddress();
  const arrived = useArrivedNotes(topic.caseId, address.page);
  return (
    <section className="section" aria-label="已送达的记录">
      <h2>已送达</h2>
      {arrived.data === undefined && isUnreachable(arrived.error) ? (
        <p className="note-facts">连上网络后显示本单位已送达的记录。</p>
      ) : (
        <QueryView
          query={arrived}
          isEmpty={({ total }) => total === 0}
          empty={<EmptyView text="还没有现场记录" hint="在手机上打开本页，到现场边看边记。" />}
        >
          {({ notes, total, pageSize }) => (
            <>
              <ul className="note-list" aria-label="已送达">
                {notes.map((note) => (
                  <li key={note.id} className="card">
                    <Note note={note} topic={topic} />
                  </li>
                ))}
              </ul>
              <ListPages page={address.page} pageSize={pageSize} total={total} onTurn={address.turnTo} />
            </>
          )}
        </QueryView>
      )}
    </section>
  );
}

function Note({ note, topic }: { note: FieldNote; topic: FieldTopic }) {
  return (
    <>
      <div className="note-head">
        <strong>{placeNameIn(topic, note.place)}</strong>
        <span>回执编号 {note.receiptNumber}</span>
      </div>
      <p className="note-facts">
        {note.authorName}，{momentText(note.takenAt)}记录，{momentText(note.arrivedAt)}送达，密级：{note.secrecy}
      </p>
      <p className="note-text">{note.text}</p>
      <div className="photo-list">
        {note.photoIds.map((fileId, index) => {
          const address = pathOf(downloadFile, { fileId });
          return (
            <a key={fileId} href={address} download>
              <img className="note-photo" src={address} alt={`照片${index + 1}`} loading="lazy" />
            </a>
          );
        })}
      </div>
      <Uses note={note} topic={topic} />
    </>
  );
}

/** What the note becomes: the sheet opens with its words; nothing is recorded before it is confirmed there. */
function Uses({ note, topic }: { note: FieldNote; topic: FieldTopic }) {
  const { caseId, uses } = topic;
  if (uses.length === 0) return null;
  return (
    <div className="note-deeds">
      {uses.includes('record-finding') ? (
        <LinkButton to={paths.act(caseId, 'record-finding')} state={{ payload: findingOf(note, limits.shortText) }}>
          据此登记发现问题
        </LinkButton>
      ) : null}
      {uses.includes('record-visit') ? (
        <LinkButton to={paths.act(caseId, 'record-visit')} state={{ payload: visitOf(note) }}>
          据此登记调研活动
        </LinkButton>
      ) : null}
    </div>
  );
}
