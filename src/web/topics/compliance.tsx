import { Checkbox } from 'antd';
import { useMemo } from 'react';
import { exportCompliance } from '../../contract/case-exports.ts';
import { complianceShown } from '../../contract/compliance-list.ts';
import type { CaseView } from '../../domain/procedure/case.ts';
import { type ClauseCompliance, complianceOf } from '../../domain/procedure/compliance.ts';
import { type ClauseState, clauseStateNames, clauseStates } from '../../domain/procedure/judgement.ts';
import { steps } from '../../domain/procedure/procedure.ts';
import { stageNames, stages } from '../../domain/procedure/step.ts';
import { forceNames } from '../../domain/refusal.ts';
import { oneOf, useAddress } from '../lib/address.ts';
import { download } from '../lib/client.ts';
import type { Derived } from '../lib/derived-case.ts';
import { withDateWords } from '../lib/formats.ts';
import { clauseTones } from '../lib/words.ts';
import { ExportButton } from '../ui/export-button.tsx';
import { StateTag } from '../ui/state-tag.tsx';

/** `isPast`: shown as of a day that is over; files are of today. */
type Props = { view: CaseView; derived: Derived; today: string; isPast: boolean };

/** The procedure report: the opinion in its own order and words, each clause judged from recorded acts alone. */
export function Compliance({ view, derived: { schedule }, today, isPast }: Props) {
  const address = useAddress();
  const compliance = useMemo(() => complianceOf(view, steps, schedule, today), [view, schedule, today]);
  const filter = { open: oneOf(['true'], address.value('open')) };
  const counts = clauseStates
    .map((state) => ({ state, count: compliance.filter((clause) => clause.state === state).length }))
    .filter(({ count }) => count > 0);
  const shown = complianceShown(compliance, filter);
  return (
    <>
      <div className="compliance-bar">
        <ul className="compliance-counts" aria-label="合计">
          {counts.map(({ state, count }) => (
            <li key={state}>
              <StateTag tone={clauseTones[state]} text={`${clauseStateNames[state]} ${count}`} />
            </li>
          ))}
        </ul>
        <span className="compliance-deeds">
          <Checkbox
            checked={filter.open !== undefined}
            onChange={(event) => address.change({ open: event.target.checked ? 'true' : undefined })}
          >
            只看尚未落实和变通的
          </Checkbox>
          {isPast || shown.length === 0 ? null : (
            <ExportButton ask={() => download(exportCompliance, { params: { caseId: view.id }, query: filter })} />
          )}
        </span>
      </div>
      {stages.map((stage) => {
        const own = shown.filter(({ clause }) => clause.stage === stage);
        if (own.length === 0) return null;
        return (
          <section key={stage} className="section" aria-labelledby={`compliance-${stage}`}>
            <h2 id={`compliance-${stage}`}>{stageNames[stage]}</h2>
            {own.map((entry) => (
              <Clause key={entry.clause.id} entry={entry} />
            ))}
          </section>
        );
      })}
    </>
  );
}

function Clause({ entry }: { entry: ClauseCompliance }) {
  const { clause, state, tracks } = entry;
  const noted = tracks.filter((track) => notedStates.includes(track.state));
  const others = tracks.filter((track) => !noted.includes(track));
  return (
    <article className="clause" aria-label={clause.id}>
      <header className="clause-head">
        <h3>
          <span className="clause-id">{clause.id}</span>
          {clause.what}
        </h3>
        <StateTag tone={clauseTones[state]} text={clauseStateNames[state]} />
      </header>
      <p className="quiet">
        {clause.who}；{clause.when}；{forceNames[clause.force]}
      </p>
      <Tracks tracks={noted} />
      {others.length === 0 ? null : (
        <details>
          <summary>
            {noted.length === 0 ? '各方情况' : '其余各方'}（{others.length}）
          </summary>
          <Tracks tracks={others} />
        </details>
      )}
    </article>
  );
}

/** What was not done as the clause has it is read without a click. */
const notedStates: readonly ClauseState[] = ['broken', 'departed', 'kept-late'];

function Tracks({ tracks }: { tracks: ClauseCompliance['tracks'] }) {
  if (tracks.length === 0) return null;
  return (
    <ul className="clause-tracks">
      {tracks.map((track) => (
        <li key={track.tenantId}>
          <span className="clause-track">
            <strong>{track.name}</strong>
            <StateTag tone={clauseTones[track.state]} text={clauseStateNames[track.state]} />
          </span>
          <ul>
            {track.steps.map((step) => (
              <li key={step.key}>
                {step.title}：{withDateWords(step.why)}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}
