import type { Desk, DeskProps } from '../desk.ts';
import { findingMarks, namedFindings } from './finding-words.ts';

/** 报送调研报告 (S2.9): beside what the city will see, what it will not. */
export const desk: Desk = { Below: StaysBehind };

function StaysBehind({ facts }: DeskProps) {
  const { leftOut } = facts.state.research;
  const reasons = new Map(leftOut.map(({ findingId, reason }) => [findingId, reason]));
  const kept = namedFindings(facts).filter(({ finding }) => reasons.has(finding.id));
  if (kept.length === 0) return null;
  return (
    <section className="entailed" aria-label="不随报告送出的问题">
      <h2>{kept.length}项问题不写入报告，不随报告送出</h2>
      <ul>
        {kept.map((named) => (
          <li key={named.finding.id}>
            {named.finding.title}（{findingMarks(named)}）。理由：{reasons.get(named.finding.id)}
          </li>
        ))}
      </ul>
    </section>
  );
}
