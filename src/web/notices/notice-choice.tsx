import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Modal } from 'antd';
import { useState } from 'react';
import { changeNoticeChoice, readNoticeChoice } from '../../contract/notices.ts';
import type { ResponseOf } from '../../contract/route.ts';
import { type NoticeKind, noticeKindNames } from '../../domain/notice/notice.ts';
import { call } from '../lib/client.ts';
import { useFeedback } from '../ui/feedback.tsx';
import { ProblemAlert } from '../ui/problem-alert.tsx';
import { QueryView } from '../ui/states.tsx';

const hints = {
  digest: '每天7:30，逾期、七日内到期、待签收和待确认的各有几项；没有就不发',
  'decision-waiting': '办公室登记了集体决定，等待确认',
  'decision-returned': '登记的集体决定被退回',
  'package-arrived': '其他单位送来报送件',
  'date-moved': '会议改期或审议时间变更，本单位的期限随之变动',
  'consultation-opened': '市人大常委会发起会商，请本单位填写意见',
  'suggestion-merged': '本人或本单位提出的议题建议并入候选议题，或者从中移出',
  'deputy-invited': '邀请您参加调研视察、会议审议、跟踪督办',
  'concern-answered': '您反映的问题有了答复',
  'interpellation-to-sign': '有质询案征集组成人员签名',
  'interpellation-settled': '您签名的质询案提出、撤回，主任会议作出决定，或者机关作出答复',
  reminded: '本单位或者您承办的步骤被催办',
} satisfies Record<NoticeKind, string>;

/** Which kinds of notices I get; the others are neither shown nor counted. */
export function NoticeChoice() {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>接收设置</Button>
      <Modal title="接收哪些通知" open={isOpen} onCancel={() => setOpen(false)} footer={null} destroyOnHidden>
        <Choice />
      </Modal>
    </>
  );
}

const key = ['notice-choice'] as const;
type Choices = ResponseOf<typeof readNoticeChoice>;

function withDeclined({ kinds }: Choices, declined: readonly NoticeKind[]): Choices {
  return { kinds: kinds.map(({ kind }) => ({ kind, wanted: !declined.includes(kind) })) };
}

function Choice() {
  const { message } = useFeedback();
  const client = useQueryClient();
  const choice = useQuery({ queryKey: key, queryFn: () => call(readNoticeChoice, {}) });
  const change = useMutation({
    mutationFn: (declined: NoticeKind[]) => call(changeNoticeChoice, { body: { declined } }),
    // Ticked at once; what the server could not be told stands as before.
    onMutate: (declined) => {
      const before = client.getQueryData<Choices>(key);
      client.setQueryData<Choices>(key, (choices) => choices && withDeclined(choices, declined));
      return before;
    },
    onError: (_error, _declined, before) => client.setQueryData(key, before),
    onSuccess: (changed) => {
      client.setQueryData(key, changed);
      void message.success('已保存');
      return client.invalidateQueries({ queryKey: ['notices'] });
    },
  });
  return (
    <QueryView query={choice}>
      {({ kinds }) => (
        <>
          <ProblemAlert error={change.error} />
          <ul className="notice-kinds">
            {kinds.map(({ kind, wanted }) => (
              <li key={kind}>
                <Checkbox
                  checked={wanted}
                  disabled={change.isPending}
                  onChange={() =>
                    change.mutate(kinds.flatMap((one) => ((one.kind === kind) === one.wanted ? [one.kind] : [])))
                  }
                >
                  {noticeKindNames[kind]}
                  <span className="notice-hint">{hints[kind]}</span>
                </Checkbox>
              </li>
            ))}
          </ul>
        </>
      )}
    </QueryView>
  );
}
