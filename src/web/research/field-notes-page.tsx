import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import type { FieldNote } from '../../contract/field-notes.ts';
import type { Me } from '../../contract/sign-in.ts';
import { paths } from '../app/paths.ts';
import { type FieldTopic, findDraft, type NoteDraft } from '../lib/field-store.ts';
import { isOnlyDeputy, useMe } from '../lib/me.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { useFeedback } from '../ui/feedback.tsx';
import { MessageBox } from '../ui/message-box.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { QueryView } from '../ui/states.tsx';
import { ArrivedNotes } from './arrived-notes.tsx';
import { useNoteSending, useSendingByItself, useWaitingNotes } from './field-notes-api.ts';
import { useFieldTopic } from './field-topic.ts';
import { NoteForm } from './note-form.tsx';
import { WaitingPhotoView } from './photo-picker.tsx';
import { useOfflinePage } from './use-offline-page.ts';
import { WaitingNotes } from './waiting-notes.tsx';
import './field-notes.css';

/** Notes and photos from the field: written on a phone, kept there while there is no network, arrived once (S2.4, S2.5). */
export function FieldNotesPage() {
  const { caseId = '' } = useParams();
  const me = useMe();
  return <QueryView query={me}>{(person) => <OfTopic key={caseId} me={person} caseId={caseId} />}</QueryView>;
}

function OfTopic({ me, caseId }: { me: Me; caseId: string }) {
  const topic = useFieldTopic(me, caseId);
  return (
    <QueryView query={topic} isPage>
      {(found) => <FieldNotes me={me} topic={found} />}
    </QueryView>
  );
}

function FieldNotes({ me, topic }: { me: Me; topic: FieldTopic }) {
  const { caseId } = topic;
  const { message } = useFeedback();
  const waiting = useWaitingNotes(me.accountId);
  const told = (notes: readonly FieldNote[]) => {
    const numbers = notes.map(({ receiptNumber }) => receiptNumber).join('、');
    if (notes.length > 0) void message.success({ key: 'note', content: `已送达，回执编号${numbers}` });
  };
  const kept = () => void message.info({ key: 'note', content: '已存入本机，待发送' });
  const sending = useNoteSending(me.accountId, { onSent: told, onKept: kept });
  const all = waiting.data ?? [];
  useSendingByItself(all.filter(({ problem }) => problem === undefined).length, () => {
    if (!sending.send.isPending) sending.send.mutate({ refusedToo: false });
  });
  return (
    <>
      <PageHeader
        title="现场记录"
        crumbs={[
          ...(isOnlyDeputy(me) ? [{ title: '代表履职', to: paths.deputies }] : []),
          { title: topic.name, to: paths.caseOf(caseId) },
        ]}
        lead="记下调研时看到、听到的情况。没有网络时先存在本机，恢复后自动发送；只有本单位可以查看。"
      />
      <OfflineWords keepsNothing={waiting.isError} waiting={all.length} />
      <div className="field-notes">
        <Form me={me} topic={topic} sending={sending} />
        <div>
          <WaitingNotes topic={topic} notes={all} sending={sending} />
          {topic.isLost === true ? null : <ArrivedNotes topic={topic} />}
        </div>
      </div>
    </>
  );
}

function Form(props: { me: Me; topic: FieldTopic; sending: ReturnType<typeof useNoteSending> }) {
  const { me, topic, sending } = props;
  const { caseId, refusal } = topic;
  const draft = useQuery({
    // When notes are taken no more, what stood in the form last is read anew.
    queryKey: ['note-draft', me.accountId, caseId, refusal === undefined],
    queryFn: async () => ({ draft: await findDraft(me.accountId, caseId).catch(() => undefined) }),
    networkMode: 'always',
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  return (
    <QueryView query={draft}>
      {(found) =>
        refusal === undefined ? (
          <NoteForm accountId={me.accountId} topic={topic} found={found.draft} sending={sending} />
        ) : (
          <div>
            <MessageBox type="info" title={refusal} />
            <Unsaved draft={found.draft} />
          </div>
        )
      }
    </QueryView>
  );
}

/** What stood in the form when notes were taken no more: it is on this device alone, and can be copied out. */
function Unsaved({ draft }: { draft: NoteDraft | undefined }) {
  if (draft === undefined) return null;
  return (
    <section className="section card" aria-label="没有保存的内容">
      <h2>没有保存的内容</h2>
      <p className="note-text">{draft.text}</p>
      <div className="photo-list">
        {draft.photos.map((photo, index) => (
          <WaitingPhotoView
            key={photo.id}
            photo={photo}
            alt={`没有保存的照片${index + 1}`}
            saveAs={`现场照片${index + 1}.jpg`}
          />
        ))}
      </div>
      <CopyButton text={draft.text}>复制内容</CopyButton>
    </section>
  );
}

/** What this browser can and cannot do without a network, before anybody relies on it. */
function OfflineWords({ keepsNothing, waiting }: { keepsNothing: boolean; waiting: number }) {
  const page = useOfflinePage();
  if (keepsNothing) {
    return (
      <MessageBox
        type="warning"
        title="本机浏览器不能存放记录"
        description="可能处于无痕浏览，或者存储空间已满。记录须在有网络时保存；断网前请换用普通窗口打开本页。"
      />
    );
  }
  if (page === 'never') {
    return (
      <MessageBox
        type="warning"
        title="断网后本页不能重新打开"
        description="浏览器不支持，或者系统不是以https访问。已打开的本页断网后仍可记录，请不要关闭。"
      />
    );
  }
  return (
    <p className="note-facts" role="status">
      {page === 'ready' ? '断网也能打开本页。' : '正在为断网使用做准备……'}
      {waiting === 0 ? '' : `本机有${waiting}条记录待发送。`}
    </p>
  );
}
