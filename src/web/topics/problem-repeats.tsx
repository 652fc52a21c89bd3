import type { ProblemLine } from '../../domain/handling/problem-line.ts';
import { tenantNameOf } from '../../domain/organisation/facts.ts';
import { paths } from '../app/paths.ts';
import { repeatTones, repeatWords } from '../lib/repeat-words.ts';
import { RepeatNote } from '../ui/repeat-note.tsx';
import { StateTag } from '../ui/state-tag.tsx';
import type { Known } from './problem-source.tsx';

type Props = { line: ProblemLine; known: Known };

/** What the problem of a line stood as before. */
export function LineRepeats({ line, known }: Props) {
  const nameOf = (id: string) => tenantNameOf(known.linkage.organisation, id);
  const rows = known.earlierOf(line).map((one) => {
    return { ...repeatWords(one, nameOf), to: paths.problemIn(one.caseId, one.demandId) };
  });
  return <RepeatNote label="再次出现的问题" rows={rows} />;
}

/** That it stands again, by the gravest. */
export function RepeatTag({ line, known }: Props) {
  const [gravest] = known.earlierOf(line);
  return gravest === undefined ? null : <StateTag tone={repeatTones[gravest.kind]} text="再次出现" />;
}
