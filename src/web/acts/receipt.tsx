import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { z } from 'zod';
import type { actOutcomeSchema } from '../../contract/act-route.ts';
import { listPackages } from '../../contract/packages.ts';
import type { ActDefinition } from '../../domain/procedure/act.ts';
import { paths } from '../app/paths.ts';
import { call } from '../lib/client.ts';
import { dateText } from '../lib/formats.ts';
import { DoneView } from '../ui/done-view.tsx';
import { LinkButton } from '../ui/link-button.tsx';

export type Outcome = z.output<typeof actOutcomeSchema> & { on: string };

type ReceiptProps = { outcome: Outcome; definition: ActDefinition; caseId: string };

/** What was done: the act's number in the chain and its day, or that a chairperson has to confirm it. */
export function Receipt({ outcome, definition, caseId }: ReceiptProps) {
  const { kind, title } = definition;
  const back = [
    <LinkButton key="case" type="primary" to={paths.caseOf(caseId)}>
      查看事项
    </LinkButton>,
    ...(definition.repeatable === true
      ? [
          <LinkButton key="again" to={paths.act(caseId, kind)}>
            再办一件
          </LinkButton>,
        ]
      : []),
    <LinkButton key="acts" to={paths.actsOf(caseId)}>
      继续办理
    </LinkButton>,
    <Link key="work" to={paths.work}>
      回到我的工作
    </Link>,
  ];
  if (outcome.state === 'entered') {
    return (
      <DoneView
        state="waiting"
        title={`“${title}”已登记，待确认`}
        text="主任会议组成人员确认后生效，并记入法定行为链；确认前可以撤回。"
        actions={[
          ...back,
          <Link key="entered" to={paths.confirmations}>
            集体决定确认
          </Link>,
        ]}
      />
    );
  }
  const { seq, on, hash, packageIds } = outcome;
  return (
    <DoneView
      state="done"
      title={`“${title}”已办理`}
      text={`第${seq}号法定行为，${dateText(on)}。${packageIds.length === 0 ? '' : `已封装发出报送件${packageIds.length}件。`}`}
      actions={back}
    >
      {packageIds.length === 0 ? null : <Sent caseId={caseId} packageIds={packageIds} />}
      <p className="receipt-hash">
        摘要 <code>{hash}</code>
      </p>
    </DoneView>
  );
}

/** What went out, to whom, and whose receipt it now waits for. */
function Sent({ caseId, packageIds }: { caseId: string; packageIds: readonly string[] }) {
  const { data } = useQuery({
    queryKey: ['packages', 'sent', caseId, ...packageIds],
    queryFn: () => call(listPackages, { query: { box: 'out', caseId, sort: 'newest', pageSize: 200 } }),
  });
  const sent = data?.packages.filter(({ id }) => packageIds.includes(id)) ?? [];
  return (
    <ul className="receipt-sent">
      {sent.map(({ id, title, addressees }) => (
        <li key={id}>
          <Link to={paths.packageOf(id)}>{title}</Link>
          ，等待{addressees.map(({ name }) => name).join('、')}签收
        </li>
      ))}
    </ul>
  );
}
