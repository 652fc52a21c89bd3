import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { makeMyCalendarFeed, readMyCalendarFeed, revokeMyCalendarFeed } from '../../contract/calendar-feeds.ts';
import { call } from '../lib/client.ts';
import { momentText } from '../lib/formats.ts';
import { ConfirmButton } from '../ui/confirm-button.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { ProblemAlert } from '../ui/problem-alert.tsx';
import { StateTag } from '../ui/state-tag.tsx';
import { QueryView } from '../ui/states.tsx';

/** The own due dates and sittings in the calendar of a phone or an office program: a secret link, shown once, renewed or revoked here. */
export function CalendarFeed() {
  const client = useQueryClient();
  const feed = useQuery({ queryKey: ['my-calendar-feed'], queryFn: () => call(readMyCalendarFeed, {}) });
  const refresh = () => client.invalidateQueries({ queryKey: ['my-calendar-feed'] });
  const make = useMutation({ mutationFn: () => call(makeMyCalendarFeed, {}), onSuccess: refresh });
  const revoke = useMutation({
    mutationFn: () => call(revokeMyCalendarFeed, {}),
    onSuccess: () => {
      make.reset();
      return refresh();
    },
  });
  return (
    <section className="section narrow" aria-labelledby="calendar-title">
      <h2 id="calendar-title">日历订阅</h2>
      <p>
        在手机或办公软件的日历中“按网址订阅”，即可看到本人的办理期限、本级常委会会议和专题会议，日期变动时自动更新。日历中只有日期、标题和依据。
      </p>
      <ProblemAlert error={make.error ?? revoke.error} />
      {make.data === undefined ? null : <FreshLink address={`${window.location.origin}${make.data.path}`} />}
      <QueryView query={feed}>
        {({ madeAt, lastReadAt }) =>
          madeAt === null ? (
            <Button type="primary" loading={make.isPending} onClick={() => make.mutate()}>
              建立日历链接
            </Button>
          ) : (
            <>
              <dl className="facts">
                <div>
                  <dt>状态</dt>
                  <dd>
                    <StateTag tone="done" text="已建立" />
                  </dd>
                </div>
                <div>
                  <dt>建立时间</dt>
                  <dd>{momentText(madeAt)}</dd>
                </div>
                <div>
                  <dt>最近读取</dt>
                  <dd>{lastReadAt === null ? '尚未被读取' : momentText(lastReadAt)}</dd>
                </div>
              </dl>
              <p className="feed-deeds">
                <ConfirmButton
                  question="更换日历链接？"
                  detail="现在的链接立即作废，已订阅的日历不再更新，要用新的链接重新订阅。"
                  okText="更换"
                  onConfirm={() => make.mutateAsync()}
                  button={{ loading: make.isPending }}
                >
                  更换链接
                </ConfirmButton>
                <ConfirmButton
                  question="作废日历链接？"
                  detail="链接立即失效，已订阅的日历不再更新。"
                  okText="作废"
                  onConfirm={() => revoke.mutateAsync()}
                  button={{ danger: true, loading: revoke.isPending }}
                >
                  作废链接
                </ConfirmButton>
              </p>
            </>
          )
        }
      </QueryView>
    </section>
  );
}

function FreshLink({ address }: { address: string }) {
  return (
    <div className="feed-link" role="status">
      <p>链接只显示这一次，请现在复制。知道链接的人不用登录就能看到其中的日期和标题，请勿转发。</p>
      <code>{address}</code>
      <CopyButton text={address}>复制链接</CopyButton>
    </div>
  );
}
