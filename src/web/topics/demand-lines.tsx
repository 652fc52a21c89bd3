import { type DemandLine, problemStandingNames } from '../../domain/handling/problem-line.ts';
import { stillUnmetText } from '../../domain/handling/unmet-before.ts';
import { tenantNameOf } from '../../domain/organisation/facts.ts';
import { dateText } from '../lib/formats.ts';
import { StateTag } from '../ui/state-tag.tsx';
import { LineRepeats, RepeatTag } from './problem-repeats.tsx';
import { type Known, pathOfSource, SourceLink } from './problem-source.tsx';
import { Round } from './problem-told.tsx';
import { standingTones } from './problem-words.ts';

/** The line read from its other end: each demand with the findings it rests on, and what every round did about it. */
export function DemandLines({ lines, known }: { lines: readonly DemandLine[]; known: Known }) {
  return (
    <ol className="problem-lines">
      {lines.map((line) => (
        <li key={line.demand.id}>
          <OneDemand {...line} known={known} />
        </li>
      ))}
    </ol>
  );
}

function OneDemand({ demand, line, findings, known }: DemandLine & { known: Known }) {
  const { caseId } = known;
  const nameOf = (id: string) => tenantNameOf(known.linkage.organisation, id);
  const sources = known.sourcesOf(line);
  return (
    <details className="section problem">
      <summary>
        <span className="problem-head">
          <strong>
            第{demand.no}项：{demand.problem}
          </strong>
          <span className="act-marks">
            <span className="quiet">
              {nameOf(demand.organId)}办理，依据{findings.length}个发现问题
              {line.due === undefined || known.isOver ? '' : `，${dateText(line.due)}到期`}
            </span>
            <RepeatTag line={line} known={known} />
            <StateTag
              tone={standingTones[line.stands]}
              text={stillUnmetText(line.rounds) ?? problemStandingNames[line.stands]}
            />
          </span>
        </span>
      </summary>
      <LineRepeats line={line} known={known} />
      <dl className="facts problem-told">
        <div>
          <dt>要求</dt>
          <dd className="value-text">
            {demand.text} <SourceLink to={pathOfSource(caseId, sources?.demand)} of="审议要求" />
          </dd>
        </div>
        {findings.map((found) => (
          <div key={found.finding?.id}>
            <dt>依据的问题</dt>
            <dd className="value-text">
              {found.finding?.title}（{found.fromTenantId === undefined ? '本级发现' : nameOf(found.fromTenantId)}）{' '}
              <SourceLink to={pathOfSource(caseId, known.sourcesOf(found)?.finding)} of="发现问题" />
            </dd>
          </div>
        ))}
        {line.rounds.map((round) => (
          <Round
            key={round.no}
            round={round}
            isOnly={line.rounds.length === 1}
            caseId={caseId}
            sources={sources?.rounds.find(({ no }) => no === round.no)}
          />
        ))}
      </dl>
    </details>
  );
}
