import { Button } from 'antd';
import { useState } from 'react';
import { limits } from '../../contract/fields.ts';
import type { EarlierProblem } from '../../domain/handling/earlier-problem.ts';
import type { ProblemLine } from '../../domain/handling/problem-line.ts';
import { type LaterProblem, laterProblemText } from '../../domain/handling/stood-again.ts';
import { tenantNameOf } from '../../domain/organisation/facts.ts';
import { paths } from '../app/paths.ts';
import { dateText } from '../lib/formats.ts';
import { repeatTones, repeatWords } from '../lib/repeat-words.ts';
import { useTellApart } from '../lib/repeats.ts';
import { ProblemAlert } from '../ui/problem-alert.tsx';
import { ReasonModal } from '../ui/reason-modal.tsx';
import { RepeatNote } from '../ui/repeat-note.tsx';
import { StateTag } from '../ui/state-tag.tsx';
import { type Known, problemIdsOfLine } from './problem-source.tsx';

type Props = { line: ProblemLine; known: Known };

/** What the problem of a line stood as before, and below it what the committee has said it is not. */
export function LineRepeats({ line, known }: Props) {
  const nameOf = (id: string) => tenantNameOf(known.linkage.organisation, id);
  const rowOf = (one: EarlierProblem) => {
    return { ...repeatWords(one, nameOf), to: paths.problemIn(one.caseId, one.demandId) };
  };
  const rows = known
    .earlierOf(line)
    .map((one) => ({ ...rowOf(one), deed: <TellApart line={line} known={known} earlier={one} /> }));
  const apart = known.apartOf(line).map((one) => ({
    ...rowOf(one),
    tone: 'off' as const,
    tag: '认定不是同一问题',
    told: one.apart === null ? '' : `（${one.apart.byName}，${dateText(one.apart.on)}，理由：${one.apart.reason}）`,
    deed: <TakeBack line={line} known={known} earlier={one} />,
  }));
  return (
    <>
      <RepeatNote label="再次出现的问题" rows={rows} />
      <RepeatNote label="认定不是同一问题的" rows={apart} />
      <RepeatNote label="此后再次出现" rows={known.laterOf(line).map(laterRow)} />
    </>
  );
}

/** That it stands again, by the gravest, and that it stood again later. */
export function RepeatTag({ line, known }: Props) {
  const [gravest] = known.earlierOf(line);
  const isAgain = known.laterOf(line).length > 0;
  return (
    <>
      {gravest === undefined ? null : <StateTag tone={repeatTones[gravest.kind]} text="再次出现" />}
      {isAgain ? <StateTag tone="soon" text={stoodAgainText} /> : null}
    </>
  );
}

/** The way from what was asked for to where it was found again. */
function laterRow(later: LaterProblem) {
  const { caseId, problemId } = later;
  return {
    key: `${caseId}/${problemId}`,
    tone: 'soon' as const,
    tag: stoodAgainText,
    to: paths.problemIn(caseId, problemId),
    text: laterProblemText(later),
    told: '',
  };
}

const stoodAgainText = '此后再次出现';

type Pair = Props & { earlier: EarlierProblem };

/** Words alone do not make two problems one: whoever judges the topic says so, with a reason. */
function TellApart({ line, known, earlier }: Pair) {
  const [isOpen, setOpen] = useState(false);
  const tell = useTellApart(known.caseId);
  if (!known.mayTellApart) return null;
  return (
    <>
      <Button type="link" size="small" className="repeat-deed" onClick={() => setOpen(true)}>
        不是同一问题<span className="visually-hidden">：{earlier.problem}</span>
      </Button>
      <ReasonModal
        title="认定不是同一问题"
        label="理由"
        okText="认定"
        maxLength={limits.comment}
        open={isOpen}
        busy={tell.isPending}
        onReason={(reason) => tell.mutate(pairOf(line, earlier, reason), { onSuccess: () => setOpen(false) })}
        onCancel={() => setOpen(false)}
      />
      <ProblemAlert error={tell.error} />
    </>
  );
}

function TakeBack({ line, known, earlier }: Pair) {
  const tell = useTellApart(known.caseId);
  if (!known.mayTellApart) return null;
  return (
    <>
      <Button
        type="link"
        size="small"
        className="repeat-deed"
        loading={tell.isPending}
        onClick={() => tell.mutate(pairOf(line, earlier, null))}
      >
        撤销认定<span className="visually-hidden">：{earlier.problem}</span>
      </Button>
      <ProblemAlert error={tell.error} />
    </>
  );
}

/** Of the finding and the demand, whichever of them the earlier one is like. */
function pairOf(line: ProblemLine, { caseId, demandId }: EarlierProblem, reason: string | null) {
  return { problemIds: [...problemIdsOfLine(line)], earlierCaseId: caseId, earlierDemandId: demandId, reason };
}
