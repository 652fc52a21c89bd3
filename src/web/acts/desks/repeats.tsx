import { earlierOf } from '../../../domain/handling/earlier-problem.ts';
import { tenantNameOf } from '../../../domain/organisation/facts.ts';
import { paths } from '../../app/paths.ts';
import { repeatWords } from '../../lib/repeat-words.ts';
import { useRepeats } from '../../lib/repeats.ts';
import { RepeatNote } from '../../ui/repeat-note.tsx';
import { useDeskFacts } from '../desk-facts.ts';

/** What findings and demands of the topic, by their ids, stood as before. Beside a form: opened in a tab of its own. */
export function Repeats({ ids }: { ids: readonly string[] }) {
  const { view, organisation } = useDeskFacts();
  const { repeats } = useRepeats(view.id, true);
  const rows = earlierOf(repeats, ids).map((one) => ({
    ...repeatWords(one, (id) => tenantNameOf(organisation, id)),
    to: paths.problemIn(one.caseId, one.demandId),
  }));
  return <RepeatNote label="再次出现的问题" rows={rows} inNewTab />;
}
