import { Suspense } from 'react';
import type { Demand } from '../../../domain/handling/demand.ts';
import { currentRound } from '../../../domain/handling/rounds.ts';
import { tenantNameOf } from '../../../domain/organisation/facts.ts';
import { dateText } from '../../lib/formats.ts';
import { FileLinks } from '../../ui/file-links.tsx';
import type { Desk, DeskProps } from '../desk.ts';
import { Repeats, StillUnmet } from '../loaded-later.ts';
import { Answer, FoundInFollowUps, followUpsOf, Shown } from './demand-cell.tsx';
import { demandRows } from './demand-rows.tsx';

/** Demand, promise, evidence and verdict in one line; what follow-ups found stands with the evidence, what stands again with the demand. */
export const desk: Desk = {
  Below: Unmet,
  editors: {
    verdicts: demandRows({
      Head: Reports,
      Mark: Repeated,
      readings: [
        { title: '整改承诺', render: (demand, facts) => <Answer demandId={demand.id} facts={facts} /> },
        {
          title: '佐证和检查',
          render: (demand, facts) => {
            const round = currentRound(facts.state);
            const shown = round.evidence.filter(({ demandId }) => demandId === demand.id);
            const plan = round.reports
              .flatMap(({ unfinished }) => unfinished)
              .find(({ demandId }) => demandId === demand.id)?.plan;
            return (
              <>
                {shown.length === 0 ? <p className="demand-none">没有佐证</p> : <Shown evidence={shown} />}
                {plan === undefined ? null : <p>尚未办结，后续计划：{plan}</p>}
                <FoundInFollowUps found={followUpsOf(facts, demand)} />
              </>
            );
          },
        },
      ],
      controls: [
        { title: '评价', width: '7.5rem' },
        { title: '理由', width: 'minmax(9rem, 1fr)' },
      ],
    }),
  },
};

function Repeated({ demand }: { demand: Demand }) {
  return (
    <Suspense fallback={null}>
      <Repeats ids={[demand.id, ...demand.findingIds]} />
    </Suspense>
  );
}

function Unmet(props: DeskProps) {
  if (currentRound(props.facts.state).no === 1) return null;
  return (
    <Suspense fallback={null}>
      <StillUnmet {...props} />
    </Suspense>
  );
}

/** The organs' reports, to be opened where the table is not enough. */
function Reports({ facts }: Pick<DeskProps, 'facts'>) {
  const { reports } = currentRound(facts.state);
  return reports.map((report) => (
    <details key={`${report.fromTenantId}${report.on}`} className="demand-term">
      <summary>
        {tenantNameOf(facts.organisation, report.fromTenantId)}的报告：{report.title}（{dateText(report.on)}）
      </summary>
      <p className="value-text">{report.text}</p>
      <FileLinks files={report.attachments} />
    </details>
  ));
}
