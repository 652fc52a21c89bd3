import { exportFieldNotes } from '../../contract/field-notes.ts';
import { useAddress } from '../lib/address.ts';
import { download, isUnreachable } from '../lib/client.ts';
import type { FieldTopic } from '../lib/field-store.ts';
import { ExportButton } from '../ui/export-button.tsx';
import { ListPages } from '../ui/list-pages.tsx';
import { EmptyView, QueryView } from '../ui/states.tsx';
import { ArrivedNote } from './arrived-note.tsx';
import { useArrivedNotes } from './field-notes-api.ts';

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
              <div className="list-count">
                <p role="status">{`共${total}条`}</p>
                <ExportButton ask={() => download(exportFieldNotes, { params: { caseId: topic.caseId } })} />
              </div>
              <ul className="note-list" aria-label="已送达">
                {notes.map((note) => (
                  <li key={note.id} className="card">
                    <ArrivedNote note={note} topic={topic} />
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
