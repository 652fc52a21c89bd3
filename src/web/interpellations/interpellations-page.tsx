import { Button, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { useSearchParams } from 'react-router';
import { exportInterpellations } from '../../contract/interpellation-exports.ts';
import type { MotionView } from '../../contract/interpellations.ts';
import { motionGroupsOf } from '../../contract/motion-list.ts';
import type { Me } from '../../contract/sign-in.ts';
import { type CaseView, doneKey, trackOf } from '../../domain/procedure/case.ts';
import { paths } from '../app/paths.ts';
import { atEachVisit, useCases } from '../lib/cases.ts';
import { download } from '../lib/client.ts';
import { has, useMe } from '../lib/me.ts';
import { useMotions } from '../lib/use-motions.ts';
import { ExportButton } from '../ui/export-button.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { EmptyView, ErrorView, QueryView } from '../ui/states.tsx';
import { useDrafting } from './interpellations-api.ts';
import { MotionCard } from './motion-card.tsx';
import { MotionForm } from './motion-form.tsx';
import './interpellations.css';

/** 质询案 of the own body: those that wait for signatures first, then what became of the earlier ones. */
export function InterpellationsPage() {
  const me = useMe().data;
  const [asked] = useSearchParams();
  const caseId = asked.get('case') ?? undefined;
  if (me === undefined) return null;
  if (me.kind !== 'body' || !has(me, 'member', 'chairperson', 'office-clerk')) {
    const text = '质询案由人大常委会组成人员联名提出，提出之前只有本级组成人员和办公室可以查看。';
    return <ErrorView isPage title="这一页供组成人员和办公室使用" text={text} />;
  }
  return <Motions me={me} caseId={caseId} />;
}

function Motions({ me, caseId }: { me: Me; caseId: string | undefined }) {
  const motions = useMotions(caseId, true, atEachVisit);
  return (
    <>
      <PageHeader
        title="质询案"
        crumbs={caseId === undefined ? [] : [{ title: '全部质询案', to: paths.interpellations }]}
        lead="组成人员本人签名，达到法定人数后在常委会会议期间提出，由主任会议决定答复方式（监督法第五十一条、第五十二条）。提出之前只有本级组成人员和办公室可以查看。"
        actions={<Draft me={me} caseId={caseId} />}
      />
      <QueryView
        query={motions}
        isEmpty={(list) => list.length === 0}
        empty={
          <EmptyView
            text="还没有质询案"
            hint="办理落实情况测评为不满意、主任会议还没有确定下一步的议题，可以起草质询案。"
          />
        }
      >
        {(list) => <Lists motions={list} caseId={caseId} />}
      </QueryView>
    </>
  );
}

function Lists({ motions, caseId }: { motions: readonly MotionView[]; caseId: string | undefined }) {
  const { open, mine, others } = motionGroupsOf(motions);
  return (
    <div className="motions">
      <div className="list-count">
        <p role="status">{`共${motions.length}件`}</p>
        <ExportButton ask={() => download(exportInterpellations, { query: { caseId } })} />
      </div>
      {open.length === 0 ? (
        <p className="quiet">目前没有正在征集签名、等待决定或者等待登记答复的质询案。</p>
      ) : (
        <Cards motions={open} />
      )}
      {mine.length === 0 ? null : (
        <Folded title={`我签名过的质询案（${mine.length}件）`}>
          <Cards motions={mine} />
        </Folded>
      )}
      {others.length === 0 ? null : (
        <Folded title={`以前的质询案（${others.length}件）`}>
          <Cards motions={others} />
        </Folded>
      )}
    </div>
  );
}

function Cards({ motions }: { motions: readonly MotionView[] }) {
  return motions.map((motion) => <MotionCard key={motion.id} motion={motion} />);
}

function Folded({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details className="motions-earlier">
      <summary>{title}</summary>
      {children}
    </details>
  );
}

/** Where the session was not satisfied and nothing has been chosen (S4.5); by whom the page was opened from a topic, on that one. */
function Draft({ me, caseId }: { me: Me; caseId: string | undefined }) {
  const cases = useCases({ kind: 'topic' }).data ?? [];
  const drafting = useDrafting();
  const [isOpen, setOpen] = useState(false);
  const [chosen, setChosen] = useState(caseId);
  const isNamed = (view: CaseView) => view.id === caseId && isMarked(view, me.tenantId, 'assess-handling');
  const topics = cases.filter((view) => isNamed(view) || isMarked(view, me.tenantId, 'handling-unsatisfied'));
  const topicId = topics.find(({ id }) => id === chosen)?.id ?? topics[0]?.id;
  if (topicId === undefined) return null;
  const close = () => setOpen(false);
  return (
    <>
      {caseId === undefined && topics.length > 1 ? (
        <Select
          aria-label="议题"
          value={topicId}
          onChange={setChosen}
          options={topics.map(({ id, name }) => ({ value: id, label: name }))}
        />
      ) : null}
      <Button type="primary" onClick={() => setOpen(true)}>
        起草质询案
      </Button>
      {isOpen ? (
        <MotionForm
          title={`起草质询案：${topics.find(({ id }) => id === topicId)?.name ?? ''}`}
          note={
            has(me, 'member', 'chairperson')
              ? '您起草的同时本人签名；其他组成人员收到通知，由本人签名。'
              : '办公室代为起草；组成人员收到通知，由本人签名。'
          }
          submitText="征集签名"
          error={drafting.error}
          busy={drafting.isPending}
          onSubmit={(words) => drafting.mutate({ caseId: topicId, words }, { onSuccess: close })}
          onClose={close}
        />
      ) : null}
    </>
  );
}

/** Once the council has chosen the next round has begun, and what marked this one is over. */
function isMarked(view: CaseView, tenantId: string, stepId: string): boolean {
  const own = trackOf(view, tenantId);
  if (own === undefined || own.closedOn !== undefined || view.state === 'withdrawn') return false;
  return own.done[doneKey(stepId, true, own.round)] !== undefined;
}
