import { type Demand, demandAnswerText, type Evidence, verdictText } from '../../../domain/handling/demand.ts';
import { type FollowUp, followUpForms, nextStepNames, type Round } from '../../../domain/handling/handling-state.ts';
import { currentRound } from '../../../domain/handling/rounds.ts';
import { tenantNameOf } from '../../../domain/organisation/facts.ts';
import type { Facts } from '../../../domain/procedure/act.ts';
import { dateText } from '../../lib/formats.ts';
import { FileLinks } from '../../ui/file-links.tsx';

/** What is asked, of whom, and what came of it in earlier rounds. */
export function DemandCell({ demand, facts }: { demand: Demand; facts: Facts }) {
  const { actor, organisation, state } = facts;
  const earlier = state.handling.rounds.slice(0, -1).filter((round) => saysOf(round, demand.id));
  return (
    <div className="demand-asked">
      <strong>
        第{demand.no}项：{demand.problem}
      </strong>
      <p>要求：{demand.text}</p>
      {actor.kind === 'organ' ? null : <p className="quiet">办理机关：{tenantNameOf(organisation, demand.organId)}</p>}
      {earlier.map((round) => (
        <EarlierRound key={round.no} round={round} demandId={demand.id} />
      ))}
    </div>
  );
}

function saysOf({ answers, verdicts, evidence }: Round, id: string): boolean {
  return [...answers, ...verdicts, ...evidence].some(({ demandId }) => demandId === id);
}

/** An earlier round in full: promise, evidence, verdict, and what the council then asked for. */
export function EarlierRound({ round, demandId }: { round: Round; demandId: string }) {
  const isOf = (entry: { demandId: string }) => entry.demandId === demandId;
  const answer = round.answers.find(isOf);
  const verdict = round.verdicts.find(isOf);
  return (
    <div className="demand-earlier">
      <span className="quiet">第{round.no}轮</span>
      {answer === undefined ? null : <p>承诺：{demandAnswerText(answer)}</p>}
      <Shown evidence={round.evidence.filter(isOf)} />
      {verdict === undefined ? null : <p>评价：{verdictText(verdict)}</p>}
      {round.nextStep === null ? null : (
        <p>
          下一步：{nextStepNames[round.nextStep.step]}。{round.nextStep.requirement}
        </p>
      )}
    </div>
  );
}

/** What has been shown, with its files. */
export function Shown({ evidence }: { evidence: readonly Evidence[] }) {
  return evidence.map((entry) => (
    <div key={`${entry.on}${entry.text}`} className="demand-shown">
      <p>
        {dateText(entry.on)}：{entry.text}
      </p>
      <FileLinks files={entry.attachments} />
    </div>
  ));
}

/** The answer that holds, and what it replaced. */
export function Answer({ demandId, facts }: { demandId: string; facts: Facts }) {
  const { answers, superseded } = currentRound(facts.state);
  const answer = answers.find((entry) => entry.demandId === demandId);
  const before = superseded.filter((entry) => entry.answer.demandId === demandId);
  if (answer === undefined) return <p className="demand-none">尚未答复</p>;
  return (
    <>
      <p>{demandAnswerText(answer)}</p>
      {before.map((entry) => (
        <p key={`${entry.on}${demandAnswerText(entry.answer)}`} className="quiet">
          更改前（{dateText(entry.on)}更改）：{demandAnswerText(entry.answer)}
        </p>
      ))}
    </>
  );
}

/** Follow-ups of the round that found something about that demand. */
export function followUpsOf(facts: Facts, demand: Demand): readonly FollowUp[] {
  return currentRound(facts.state).followUps.filter(
    ({ problems, organIds, demandIds }) =>
      problems !== '' && organIds.includes(demand.organId) && (demandIds.length === 0 || demandIds.includes(demand.id)),
  );
}

export function FoundInFollowUps({ found }: { found: readonly FollowUp[] }) {
  return found.map((entry) => (
    <p key={`${entry.on}${entry.problems}`} className="demand-found">
      跟踪检查（{dateText(entry.on)}，{followUpForms[entry.form]}）：{entry.problems}
      {entry.feedback === '' ? '' : `要求：${entry.feedback}`}
    </p>
  ));
}
