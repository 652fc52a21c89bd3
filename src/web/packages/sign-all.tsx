import { useQueryClient } from '@tanstack/react-query';
import { Button, Modal, Progress } from 'antd';
import { useRef, useState } from 'react';
import { useFeedback } from '../ui/feedback.tsx';
import type { PackageQuery } from './package-query.ts';
import { listWaiting, signFor } from './signing.ts';

type Failure = { title: string; text: string };
type Run = { total: number; done: number; failures: readonly Failure[]; isOver: boolean };

/** Signs for everything that is shown and waits: asked once more, one after the other in the order it was sent, with progress and a way to stop. */
export function SignAll({ query, waiting }: { query: PackageQuery; waiting: number }) {
  const { modal, message } = useFeedback();
  const client = useQueryClient();
  const [run, setRun] = useState<Run>();
  const stopped = useRef(false);
  const signAll = async () => {
    stopped.current = false;
    const failures: Failure[] = [];
    try {
      const waitingNow = await listWaiting(query);
      let done = 0;
      const show = (isOver: boolean) => setRun({ total: waitingNow.length, done, failures: [...failures], isOver });
      show(false);
      for (const sealed of waitingNow) {
        if (stopped.current) break;
        await signFor(sealed.id).catch((error: unknown) => {
          failures.push({ title: sealed.title, text: error instanceof Error ? error.message : String(error) });
        });
        done += 1;
        show(false);
      }
      show(true);
    } catch (error) {
      void message.error(error instanceof Error ? error.message : String(error));
    } finally {
      await client.invalidateQueries();
    }
  };
  const ask = () =>
    modal.confirm({
      title: `签收全部${waiting}件待签收的报送件？`,
      content: '逐件签收符合当前筛选条件的报送件；每件的签收日期和内容摘要记入本单位的法定行为链，不能撤回。',
      okText: '全部签收',
      cancelText: '取消',
      onOk: () => void signAll(),
    });
  return (
    <>
      {waiting === 0 ? null : <Button onClick={ask}>全部签收（{waiting}）</Button>}
      {run === undefined ? null : (
        <Running
          run={run}
          onStop={() => {
            stopped.current = true;
          }}
          onClose={() => setRun(undefined)}
        />
      )}
    </>
  );
}

function Running({ run, onStop, onClose }: { run: Run; onStop: () => void; onClose: () => void }) {
  const signed = run.done - run.failures.length;
  return (
    <Modal
      open
      title={run.isOver ? '签收完毕' : '正在逐件签收'}
      closable={false}
      mask={{ closable: false }}
      footer={run.isOver ? <Button onClick={onClose}>关闭</Button> : <Button onClick={onStop}>停止</Button>}
    >
      <Progress
        aria-label="签收进度"
        percent={percentOf(run)}
        status={run.failures.length > 0 ? 'exception' : 'normal'}
        showInfo={false}
      />
      <p role="status">
        {run.total}件中已签收{signed}件
        {run.isOver && run.done < run.total ? `，其余${run.total - run.done}件没有签收` : ''}
      </p>
      {run.failures.length === 0 ? null : (
        <>
          <p>{run.failures.length}件没有签收：</p>
          <ul className="sign-failures">
            {run.failures.map((failure) => (
              <li key={failure.title}>
                {failure.title}：{failure.text}
              </li>
            ))}
          </ul>
        </>
      )}
    </Modal>
  );
}

function percentOf({ total, done }: Run): number {
  return total === 0 ? 100 : Math.round((done / total) * 100);
}
