import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { listEnteredActs } from '../../contract/entered-acts.ts';
import { listPackages } from '../../contract/packages.ts';
import type { Me } from '../../contract/sign-in.ts';
import { exportApprovals } from '../../contract/year-exports.ts';
import { type Approval, type ApprovalState, approvalStateNames, approvalsOf } from '../../domain/topic/approvals.ts';
import { emptyYearState } from '../../domain/topic/year-state.ts';
import { paths } from '../app/paths.ts';
import type { LoadedCase } from '../lib/cases.ts';
import { call, download } from '../lib/client.ts';
import { dateText } from '../lib/formats.ts';
import { has } from '../lib/me.ts';
import { DataTable } from '../ui/data-table.tsx';
import { ExportButton } from '../ui/export-button.tsx';
import { LinkButton } from '../ui/link-button.tsx';
import { StateTag } from '../ui/state-tag.tsx';

const tones = {
  'not-received': 'waiting',
  waiting: 'waiting',
  registered: 'info',
  approved: 'done',
  returned: 'overdue',
} as const satisfies Record<ApprovalState, string>;

/** How every council that the reader sees stands to the newest version of the joint plan (S1.4); it follows the news. */
export function Approvals({ me, loaded }: { me: Me; loaded: LoadedCase }) {
  const { view, state } = loaded;
  const sent = useSentPlan(view.id, state !== null && me.kind === 'body');
  const isRegistered = useIsRegistered(view.id, state !== null && me.kind === 'body');
  const year = state?.year ?? emptyYearState;
  const receivedIds = sent?.addressees.flatMap((one) => (one.receivedOn === null ? [] : [one.tenantId])) ?? [];
  const approvals = approvalsOf(view, year, { ownId: me.tenantId, receivedIds, isRegistered });
  if (approvals.length === 0) return null;
  const agreed = approvals.filter((one) => one.state === 'approved').length;
  const isReturned = approvals.some((one) => one.state === 'returned');
  const mayRedraft = isReturned && year.settledOn === null && me.level === 'city' && has(me, 'office-clerk');
  return (
    <section className="year-panel" aria-labelledby="approvals-title">
      <div className="section-head">
        <h2 id="approvals-title">主任会议审议计划建议方案</h2>
        <div className="section-side">
          <span className="quiet" role="status">
            {approvals.length}个单位中{agreed}个同意
          </span>
          <ExportButton
            looks="link"
            about="主任会议审议计划建议方案"
            ask={() => download(exportApprovals, { params: { caseId: view.id } })}
          />
        </div>
      </div>
      <DataTable
        caption="各主任会议的审议情况"
        rows={approvals}
        rowKey={({ body }) => body.tenantId}
        columns={columns}
      />
      <p className="panel-deeds">
        {mayRedraft ? (
          <LinkButton type="primary" to={paths.act(view.id, 'draft-joint-plan')}>
            按退回意见修改方案
          </LinkButton>
        ) : null}
        {sent === undefined ? null : <Link to={paths.packageOf(sent.id)}>查看发出的计划建议方案和签收情况</Link>}
      </p>
    </section>
  );
}

const columns = [
  { key: 'body', title: '单位', isHeading: true, render: ({ body }: Approval) => body.shortName },
  {
    key: 'state',
    title: '情况',
    render: ({ state }: Approval) => <StateTag tone={tones[state]} text={approvalStateNames[state]} />,
  },
  { key: 'day', title: '会议日期', render: ({ on }: Approval) => (on === undefined ? '—' : dateText(on)) },
  { key: 'reason', title: '退回理由', render: ({ reason }: Approval) => reason ?? '—' },
];

/** The newest version that the own unit has sent, with its receipts; only the city sends one. */
function useSentPlan(caseId: string, enabled: boolean) {
  const query = { box: 'out', kind: 'joint-plan', caseId, sort: 'newest', pageSize: 1 } as const;
  const sent = useQuery({ queryKey: ['packages', query], queryFn: () => call(listPackages, { query }), enabled });
  return sent.data?.packages[0];
}

/** Whether the own council's decision is registered and waits for a chairperson. */
function useIsRegistered(caseId: string, enabled: boolean): boolean {
  const query = { state: 'waiting', pageSize: 200 } as const;
  const entered = useQuery({ queryKey: ['entered', query], queryFn: () => call(listEnteredActs, { query }), enabled });
  const waiting = entered.data?.entered ?? [];
  return waiting.some((one) => one.caseId === caseId && one.kind === 'decide-joint-plan');
}
