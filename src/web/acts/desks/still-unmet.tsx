import { objectOf } from '../../../contract/form-fields.ts';
import { type Verdict, verdictNames } from '../../../domain/handling/demand.ts';
import { currentRound } from '../../../domain/handling/rounds.ts';
import { stillUnmetText, type UnmetBefore, unmetBefore } from '../../../domain/handling/unmet-before.ts';
import { listOf } from '../../lib/schema-form.ts';
import { StateTag } from '../../ui/state-tag.tsx';
import type { DeskProps } from '../desk.ts';

/** From the second round on: what earlier rounds did not find met, and whether this one does (HAN-08). */
export function StillUnmet({ facts, payload }: DeskProps) {
  const { handling } = facts.state;
  const before = unmetBefore(handling.rounds);
  if (before.length === 0) return null;
  const { no } = currentRound(facts.state);
  const said = listOf(payload.verdicts).map(objectOf);
  return (
    <section className="still-unmet" aria-label="此前没有落实的审议要求" aria-live="polite">
      <h3>此前没有落实的审议要求（{before.length}项）</h3>
      <ul>
        {before.map((one) => {
          const demand = handling.demands.find(({ id }) => id === one.demandId);
          const verdict = verdictIn(said.find((row) => row.demandId === one.demandId)?.verdict);
          return (
            <li key={one.demandId}>
              {verdict === undefined ? null : <Standing no={no} verdict={verdict} before={one} />} 第{demand?.no}项：
              {demand?.problem}
              <span className="quiet">（{one.rounds.map(judgedText).join('；')}）</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Standing({ no, verdict, before }: { no: number; verdict: Verdict['verdict']; before: UnmetBefore }) {
  const rounds = before.rounds.map((judged) => ({ no: judged.round, verdict: judged }));
  const unmet = stillUnmetText([...rounds, { no, verdict: { verdict } }]);
  if (unmet === undefined) return <StateTag tone="done" text={`第${no}轮已落实`} />;
  return <StateTag tone={verdict === 'partly-met' ? 'soon' : 'overdue'} text={unmet} />;
}

function verdictIn(value: unknown): Verdict['verdict'] | undefined {
  return value === 'met' || value === 'partly-met' || value === 'not-met' ? value : undefined;
}

/** 第1轮未落实：… */
export function judgedText({ round, verdict, reason }: UnmetBefore['rounds'][number]): string {
  return `第${round}轮${verdictNames[verdict]}：${reason.replace(/。$/u, '')}`;
}
