import type { CaseState } from '../../domain/case-state.ts';
import { type Demand, verdictNames } from '../../domain/handling/demand.ts';
import { tenantNameOf } from '../../domain/organisation/facts.ts';
import { type Finding, type FindingAnswer, findingAnswerNames, severityNames } from '../../domain/research/finding.ts';
import { dateText } from '../lib/formats.ts';
import type { Linkage } from '../lib/linkage.ts';
import { StateTag } from '../ui/state-tag.tsx';
import { EmptyView } from '../ui/states.tsx';

/** The line of a problem, as far as the own tenant sees it: finding → answer in the report → demand → promise → verdict. */
export function ProblemLine({ state, linkage }: { state: CaseState; linkage: Linkage }) {
  const own = state.research.findings.map((finding) => ({ finding, from: '本级' }));
  const received = Object.entries(state.research.countyFindings).flatMap(([tenantId, findings]) =>
    findings.map((finding) => ({ finding, from: tenantNameOf(linkage.organisation, tenantId) })),
  );
  const findings = [...own, ...received];
  const { demands } = state.handling;
  if (findings.length === 0 && demands.length === 0) {
    return (
      <EmptyView text="还没有发现问题和审议要求" hint="调研中登记的问题、审议意见中的要求，从头到尾在这里对应。" />
    );
  }
  const orphans = demands.filter((demand) => demand.findingIds.length === 0);
  return (
    <>
      {findings.map(({ finding, from }) => (
        <FindingLine key={finding.id} finding={finding} from={from} state={state} linkage={linkage} />
      ))}
      {orphans.map((demand) => (
        <section key={demand.id} className="section">
          <DemandLine demand={demand} state={state} linkage={linkage} />
        </section>
      ))}
    </>
  );
}

type LineProps = { state: CaseState; linkage: Linkage };

function FindingLine({ finding, from, state, linkage }: LineProps & { finding: Finding; from: string }) {
  const answer = state.research.answers.find((candidate) => candidate.findingId === finding.id);
  const demands = state.handling.demands.filter((demand) => demand.findingIds.includes(finding.id));
  return (
    <section className="section" aria-label={finding.title}>
      <div className="section-head">
        <h2>{finding.title}</h2>
        <span className="act-marks">
          <span className="quiet">{from}</span>
          <StateTag tone={finding.severity === 'prominent' ? 'soon' : 'info'} text={severityNames[finding.severity]} />
        </span>
      </div>
      <p className="value-text">{finding.description}</p>
      {answer === undefined ? null : <p>市级报告：{answerText(answer)}</p>}
      {demands.map((demand) => (
        <DemandLine key={demand.id} demand={demand} state={state} linkage={linkage} />
      ))}
    </section>
  );
}

function answerText(answer: FindingAnswer): string {
  if (answer.answer === 'declined') return `${findingAnswerNames.declined}，理由：${answer.reason}`;
  return `${findingAnswerNames[answer.answer]}，见报告第${answer.paragraphNo}段`;
}

function DemandLine({ demand, state, linkage }: LineProps & { demand: Demand }) {
  return (
    <div className="demand">
      <p>
        <strong>
          审议要求第{demand.no}项（{tenantNameOf(linkage.organisation, demand.organId)}）：
        </strong>
        {demand.problem}。{demand.text}
      </p>
      <ul className="demand-rounds">
        {state.handling.rounds.map((round) => {
          const lines = linesOf(round, demand.id);
          if (lines.length === 0) return null;
          return (
            <li key={round.no}>
              第{round.no}轮
              <ul>
                {lines.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function linesOf(round: CaseState['handling']['rounds'][number], demandId: string): string[] {
  const answer = round.answers.find((candidate) => candidate.demandId === demandId);
  const verdict = round.verdicts.find((candidate) => candidate.demandId === demandId);
  const evidence = round.evidence.filter((candidate) => candidate.demandId === demandId);
  return [
    ...(answer === undefined ? [] : [promiseText(answer)]),
    ...evidence.map(({ on, text }) => `佐证（${dateText(on)}）：${text}`),
    ...(verdict === undefined
      ? []
      : [`评价：${verdictNames[verdict.verdict]}${verdict.reason === '' ? '' : `，${verdict.reason}`}`]),
  ];
}

function promiseText(answer: CaseState['handling']['rounds'][number]['answers'][number]): string {
  if (answer.stance === 'disputed') return `异议：${answer.reason}`;
  return `整改承诺：${answer.measure}（责任人${answer.owner}，${dateText(answer.due)}前完成）`;
}
