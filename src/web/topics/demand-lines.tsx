import { type DemandLine, problemStandingNames } from '../../domain/handling/problem-line.ts';
import { tenantNameOf } from '../../domain/organisation/facts.ts';
import { StateTag } from '../ui/state-tag.tsx';
import { type Known, Round } from './problem-chain.tsx';
import { standingTones } from './problem-words.ts';

/** The line read from its other end: each demand with the findings it rests on, and what every round did about it. */
export function DemandLines({ lines, known }: { lines: readonly DemandLine[]; known: Known }) {
  const nameOf = (id: string) => tenantNameOf(known.linkage.organisation, id);
  return (
    <ol className="problem-lines">
      {lines.map(({ demand, line, findings }) => (
        <li key={demand.id}>
          <details className="section problem">
            <summary>
              <span className="problem-head">
                <strong>
                  第{demand.no}项：{demand.problem}
                </strong>
                <span className="act-marks">
                  <span className="quiet">
                    {nameOf(demand.organId)}办理，依据{findings.length}个发现问题
                  </span>
                  <StateTag tone={standingTones[line.stands]} text={problemStandingNames[line.stands]} />
                </span>
              </span>
            </summary>
            <dl className="facts problem-told">
              <div>
                <dt>要求</dt>
                <dd className="value-text">{demand.text}</dd>
              </div>
              {findings.map(({ finding, fromTenantId }) => (
                <div key={finding?.id}>
                  <dt>依据的问题</dt>
                  <dd className="value-text">
                    {finding?.title}（{fromTenantId === undefined ? '本级发现' : nameOf(fromTenantId)}）
                  </dd>
                </div>
              ))}
              {line.rounds.map((round) => (
                <Round key={round.no} round={round} isOnly={line.rounds.length === 1} />
              ))}
            </dl>
          </details>
        </li>
      ))}
    </ol>
  );
}
