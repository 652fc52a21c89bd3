import { approvalsVoidedBy, standingReturns } from '../../../domain/topic/approvals.ts';
import { conferringResultNames, stanceNames } from '../../../domain/topic/consultation.ts';
import { domainRows, spreadOf } from '../../../domain/topic/domain-spread.ts';
import { dutyClashes, plannedDaysOf } from '../../../domain/topic/duty-clashes.ts';
import { clashesOfPlan } from '../../../domain/topic/plan-clashes.ts';
import { listedSuggestions } from '../../../domain/topic/suggestion-list.ts';
import { dateText } from '../../lib/formats.ts';
import { periodOfYear, useSpokenDuties } from '../../lib/leader-duties.ts';
import { clauseWords } from '../../lib/words.ts';
import { ClauseTag } from '../../ui/clause-tag.tsx';
import { MessageBox } from '../../ui/message-box.tsx';
import { SpreadTable } from '../../ui/spread-table.tsx';
import { StateTag } from '../../ui/state-tag.tsx';
import type { Desk, DeskProps } from '../desk.ts';
import { ClashList } from './clash-list.tsx';
import { datedTopicsOf, domainsOf, fixedSittingsOf } from './plan-rows.ts';
import { PlanTopics } from './plan-topics.tsx';

export const desk: Desk = {
  papers: { title: '领域分布、会商和退回意见', Content: Papers },
  Below,
  editors: { topics: PlanTopics },
};

/** What the plan is drafted from: the councils' reasons for returning it, and what the bodies said when they conferred (S1.3, S1.4). */
function Papers({ facts, payload }: DeskProps) {
  const { consultation } = facts.state.year;
  const returns = standingReturns(facts.view, facts.state.year);
  const nameOf = (id: string) => facts.organisation.tenants.find((tenant) => tenant.id === id)?.shortName ?? '';
  return (
    <>
      <SpreadTable
        title="领域分布"
        basis={<ClauseTag id="S1.6" text={clauseWords('S1.6')} />}
        rowTitle="领域"
        rows={domainRows}
        lists={[
          // What was collected is what it is: only the draft can still be mended.
          { ...spreadOf('建议', listedSuggestions(facts.state.year, facts.organisation)), remark: undefined },
          spreadOf('本稿', domainsOf(payload.topics)),
        ]}
      />
      {Object.keys(returns).length === 0 ? null : (
        <>
          <h3>退回意见</h3>
          <ul className="returned-reasons">
            {Object.entries(returns).map(([tenantId, { reason, on }]) => (
              <li key={tenantId}>
                <strong>{nameOf(tenantId)}</strong> <span className="quiet">{dateText(on)}</span>
                <p>{reason}</p>
              </li>
            ))}
          </ul>
        </>
      )}
      {consultation === null ? (
        <p className="quiet">没有会商记录。</p>
      ) : (
        <>
          <h3>会商意见</h3>
          <ul className="returned-reasons">
            {consultation.topics.map(({ key, name, result, note, opinions }) => (
              <li key={key}>
                <strong>{name}</strong> <span className="quiet">{conferringResultNames[result]}</span>
                {note === '' ? null : <p>{note}</p>}
                {opinions
                  .filter(({ comment }) => comment !== '')
                  .map(({ tenantId, stance, comment }) => (
                    <p key={tenantId}>
                      {nameOf(tenantId)}（{stanceNames[stance]}）：{comment}
                    </p>
                  ))}
              </li>
            ))}
          </ul>
          <p>会商结论：{consultation.conclusion}</p>
        </>
      )}
    </>
  );
}

/** What speaks against the plan as it stands, and what a redraft costs. */
function Below(props: DeskProps) {
  const { facts, payload, cases } = props;
  const topics = datedTopicsOf(payload.topics, facts.organisation);
  const duties = useSpokenDuties(periodOfYear(facts.view.year));
  const clashes = [
    ...clashesOfPlan(topics, fixedSittingsOf(cases), facts),
    ...dutyClashes(plannedDaysOf(topics), duties, facts.own.tenantId),
  ];
  return (
    <>
      <section className="entailed" aria-label="冲突和提醒">
        <h2>
          冲突和提醒{' '}
          {clashes.length === 0 ? (
            <StateTag tone="done" text="没有冲突" />
          ) : (
            <StateTag tone="soon" text={`${clashes.length}项`} />
          )}
        </h2>
        <ClashList clashes={clashes} isLive />
      </section>
      <Voided {...props} />
    </>
  );
}

/** Before it is sent: every council decides again. */
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
