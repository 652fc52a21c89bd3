import type { Demand } from '../../../domain/handling/demand.ts';
import { type EarlierProblem, earlierOf } from '../../../domain/handling/earlier-problem.ts';
import { tenantNameOf } from '../../../domain/organisation/facts.ts';
import { paths } from '../../app/paths.ts';
import { repeatWords } from '../../lib/repeat-words.ts';
import { useRepeats } from '../../lib/repeats.ts';
import { RepeatNote } from '../../ui/repeat-note.tsx';
import { useDeskFacts } from '../desk-facts.ts';

/** What problems of the topic, by their ids, stood as before. */
export function useEarlier(): (ids: readonly (string | undefined)[]) => readonly EarlierProblem[] {
  const { view } = useDeskFacts();
  const { repeats } = useRepeats(view.id, true);
  return (ids) => earlierOf(repeats, ids);
}

/** What a demand, or a finding it rests on, was asked for before. */
export function DemandRepeats({ demand: { id, findingIds } }: { demand: Pick<Demand, 'id' | 'findingIds'> }) {
  const earlier = useEarlier();
  return <Repeats earlier={earlier([id, ...findingIds])} />;
}

/** Beside a form: opened in a tab of its own. */
export function Repeats({ earlier }: { earlier: readonly EarlierProblem[] }) {
  const { organisation } = useDeskFacts();
  const rows = earlier.map((one) => ({
    ...repeatWords(one, (id) => tenantNameOf(organisation, id)),
    to: paths.problemIn(one.caseId, one.demandId),
  }));
  return <RepeatNote label="再次出现的问题" rows={rows} inNewTab />;
}
