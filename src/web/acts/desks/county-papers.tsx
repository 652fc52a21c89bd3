import { gradeInShort } from '../../../domain/ballot/result-text.ts';
import { countyTracksOf } from '../../../domain/procedure/case.ts';
import { severityNames } from '../../../domain/research/finding.ts';
import type { CountyResults } from '../../../domain/session/deliberation-state.ts';
import { StateTag } from '../../ui/state-tag.tsx';
import type { DeskProps } from '../desk.ts';
import './county-papers.css';

/** County by county what has arrived: the problems of its report, the opinion of its session, how it was assessed. */
export function CountyPapers({ facts }: DeskProps) {
  const { countyFindings } = facts.state.research;
  const { countyResults } = facts.state.deliberation;
  return (
    <ul className="county-papers">
      {countyTracksOf(facts.view).map(({ tenantId, shortName }) => {
        const results = countyResults[tenantId];
        const findings = countyFindings[tenantId] ?? [];
        return (
          <li key={tenantId}>
            <details>
              <summary>
                <strong>{shortName}</strong>{' '}
                {results === undefined ? (
                  <StateTag tone="waiting" text="监督工作情况未报送" />
                ) : (
                  <StateTag tone="done" text="已报送" />
                )}
              </summary>
              {findings.length === 0 ? null : (
                <>
                  <h3>调研报告中的问题</h3>
                  <ol>
                    {findings.map(({ id, title, severity, description }) => (
                      <li key={id}>
                        {title}（{severityNames[severity]}）：{description}
                      </li>
                    ))}
                  </ol>
                </>
              )}
              {results === undefined ? null : <Results results={results} />}
            </details>
          </li>
        );
      })}
    </ul>
  );
}

/** What a county's session decided, as it was sent. */
export function Results({ results }: { results: CountyResults }) {
  const { sessionName, opinion, assessment, note } = results;
  return (
    <>
      <h3>{sessionName}审议意见</h3>
      <p className="value-text">{opinion}</p>
      {assessment === null ? null : <p>满意度测评：{gradeInShort(assessment)}</p>}
      {note === '' ? null : <p>报送说明：{note}</p>}
    </>
  );
}
