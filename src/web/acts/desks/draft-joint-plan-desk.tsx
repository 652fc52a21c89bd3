import { approvalsVoidedBy } from '../../../domain/topic/approvals.ts';
import { dateText } from '../../lib/formats.ts';
import { MessageBox } from '../../ui/message-box.tsx';
import type { Desk, DeskProps } from '../desk.ts';

export const desk: Desk = { papers: { title: '退回意见', Content: Returned }, Below: Voided };

/** Why councils returned the version that is drafted anew here (S1.4). */
function Returned({ facts }: DeskProps) {
  const { returns } = facts.state.year;
  const returned = facts.view.tracks.flatMap((body) => {
    const one = returns[body.tenantId];
    return one === undefined ? [] : [{ body, ...one }];
  });
  if (returned.length === 0) return <p className="quiet">没有退回意见。</p>;
  return (
    <ul className="returned-reasons">
      {returned.map(({ body, reason, on }) => (
        <li key={body.tenantId}>
          <strong>{body.shortName}</strong>
          <span className="quiet">{dateText(on)}</span>
          <p>{reason}</p>
        </li>
      ))}
    </ul>
  );
}

/** What a redraft costs, before it is sent: every council decides again. */
function Voided({ facts }: DeskProps) {
  const version = facts.state.year.jointPlan?.version;
  const voided = approvalsVoidedBy(facts.view);
  if (version === undefined || voided.length === 0) return null;
  const names = voided.map(({ shortName }) => shortName).join('、');
  return (
    <MessageBox
      type="warning"
      title={`重新拟定后，对第${version}稿已作出的${voided.length}项同意决定失效`}
      description={`${names}须对新的一稿重新审议。`}
    />
  );
}
