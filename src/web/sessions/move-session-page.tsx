import { useMutation } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useNavigate, useParams } from 'react-router';
import { previewMove } from '../../contract/cases.ts';
import { paths } from '../app/paths.ts';
import { useCase } from '../lib/cases.ts';
import { call } from '../lib/client.ts';
import { daysText } from '../lib/formats.ts';
import { ChangesByBody } from '../ui/changes-by-body.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { ProblemAlert } from '../ui/problem-alert.tsx';
import { QueryView } from '../ui/states.tsx';
import './sessions.css';

type Moved = { opens: string; closes: string };

/** New days first; then everything that would move, body by body; only then the reason and the decision. */
export function MoveSessionPage() {
  const { sessionId = '' } = useParams();
  const session = useCase(sessionId);
  const navigate = useNavigate();
  const preview = useMutation({
    mutationFn: async (moved: Moved) => ({
      moved,
      ...(await call(previewMove, { params: { sessionId }, body: moved })),
    }),
  });
  return (
    <QueryView query={session}>
      {({ view }) => {
        const sitting = view.tracks.find((track) => track.session !== undefined)?.session;
        return (
          <>
            <PageHeader
              title="会议改期"
              crumbs={[{ title: view.name, to: paths.caseOf(view.id) }]}
              lead={sitting === undefined ? undefined : `现在的会期：${daysText(sitting)}`}
            />
            <section className="section narrow" aria-label="新的会期">
              <h2>第一步：新的会期</h2>
              <DaysForm start={sitting} busy={preview.isPending} onDays={(moved) => preview.mutate(moved)} />
              <ProblemAlert error={preview.error} />
            </section>
            {preview.data === undefined ? null : (
              <>
                <section className="section" aria-labelledby="changes-title">
                  <h2 id="changes-title">第二步：核对变动（{preview.data.changes.length}项日期）</h2>
                  <ChangesByBody changes={preview.data.changes} />
                </section>
                <section className="section" aria-label="写明理由并提请决定">
                  <h2>第三步：写明理由，提请主任会议决定</h2>
                  <p>
                    改期由主任会议决定。登记后经确认生效，上列日期随之重新推算，原日期连同理由留存，并通知有关各方。
                  </p>
                  <Button
                    type="primary"
                    onClick={() =>
                      void navigate(paths.act(sessionId, 'move-session'), {
                        state: {
                          payload: { ...preview.data.moved, seenChangeSet: preview.data.digest },
                          isInstead: true,
                        },
                      })
                    }
                  >
                    写明理由
                  </Button>
                </section>
              </>
            )}
          </>
        );
      }}
    </QueryView>
  );
}

function DaysForm(props: { start: Moved | undefined; busy: boolean; onDays: (moved: Moved) => void }) {
  const { start, busy, onDays } = props;
  return (
    <Form<Moved> layout="vertical" requiredMark={false} initialValues={{ ...start }} onFinish={onDays}>
      <div className="days">
        <Form.Item name="opens" label="开会日期" rules={[{ required: true, message: '请选择开会日期' }]}>
          <Input type="date" className="date-field" />
        </Form.Item>
        <Form.Item
          name="closes"
          label="闭会日期"
          dependencies={['opens']}
          rules={[
            { required: true, message: '请选择闭会日期' },
            ({ getFieldValue }) => ({
              validator: (_rule, value) =>
                value === undefined || value >= getFieldValue('opens')
                  ? Promise.resolve()
                  : Promise.reject(new Error('闭会日期不能早于开会日期')),
            }),
          ]}
        >
          <Input type="date" className="date-field" />
        </Form.Item>
      </div>
      <Button type="primary" htmlType="submit" loading={busy}>
        查看变动
      </Button>
    </Form>
  );
}
