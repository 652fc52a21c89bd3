import { Link } from 'react-router';
import { paths } from '../app/paths.ts';
import { clauseWords } from '../lib/words.ts';
import { ClauseTag } from '../ui/clause-tag.tsx';
import { StateTag } from '../ui/state-tag.tsx';
import type { Clash } from './clashes.ts';

export function Clashes({ clashes }: { clashes: readonly Clash[] }) {
  return (
    <section className="section" aria-labelledby="clashes-title">
      <div className="section-head">
        <h2 id="clashes-title">冲突和提醒</h2>
        {clashes.length === 0 ? (
          <StateTag tone="done" text="没有冲突" />
        ) : (
          <StateTag tone="soon" text={`${clashes.length}项`} />
        )}
      </div>
      <ul className="clashes">
        {clashes.map((clash) => (
          <li key={clash.text}>
            <ClauseTag id={clash.clause} text={clauseWords(clash.clause)} />
            <span>{clash.text}</span>
            {clash.topicId === undefined ? null : <Link to={paths.caseTab(clash.topicId, 'dates')}>查看日期</Link>}
          </li>
        ))}
      </ul>
    </section>
  );
}
