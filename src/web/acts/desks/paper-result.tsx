import { workingOfPapers } from '../../../domain/ballot/paper-working.ts';
import { assessmentAnnouncement } from '../../../domain/ballot/result-text.ts';
import { gradeNames } from '../../../domain/ballot/satisfaction.ts';
import { ReadOut } from '../../ui/read-out.tsx';
import type { DeskProps } from '../desk.ts';
import { talliesIn } from './tellers-table.tsx';
import './paper-count.css';

/** Who may vote, what the figures add up to, and which grade they make under the rule: computed as they are written. */
export function PaperResult({ facts, payload }: DeskProps) {
  const working = workingOfPapers(
    {
      at: typeof payload.at === 'string' ? payload.at : '',
      ruleId: typeof payload.ruleId === 'string' ? payload.ruleId : '',
      tallies: talliesIn(payload.tallies),
    },
    facts,
  );
  const { result } = working;
  return (
    <section
      className={working.faults.length > 0 ? 'paper-result is-wrong' : 'paper-result'}
      aria-label="按所填票数计算"
    >
      <h2>按所填票数计算</h2>
      <ul role="status">
        <li>{working.attendance}</li>
        {working.sums.map((text) => (
          <li key={text}>{text}</li>
        ))}
        {working.faults.map((text) => (
          <li key={text} className="is-wrong">
            {text}
          </li>
        ))}
        {result === undefined ? <li>{working.awaits}</li> : <li>{result.explanation}</li>}
      </ul>
      {result === undefined ? null : (
        <>
          <p>
            测评结果：<strong>{result.grade === null ? '只公布票数' : gradeNames[result.grade]}</strong>
          </p>
          <ReadOut title="测评结果宣读稿" text={assessmentAnnouncement(working.subject, result)} />
        </>
      )}
    </section>
  );
}
