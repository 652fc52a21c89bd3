import { Link } from 'react-router';
import type { Clash } from '../../domain/topic/plan-clashes.ts';
import { paths } from '../app/paths.ts';
import { withDateWords } from '../lib/formats.ts';
import { clauseWords } from '../lib/words.ts';
import { ClauseTag } from '../ui/clause-tag.tsx';
import { StateTag } from '../ui/state-tag.tsx';

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
            <span>{withDateWords(clash.text)}</span>
            {clash.keys[0] === undefined ? null : <Link to={paths.caseTab(clash.keys[0], 'dates')}>查看日期</Link>}
          </li>
        ))}
      </ul>
    </section>
  );
}
