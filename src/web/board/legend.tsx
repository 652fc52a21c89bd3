import { type ObligationState, obligationStateNames, obligationStates } from '../../domain/procedure/worklist.ts';
import { obligationTones } from '../lib/words.ts';
import { StateTag } from '../ui/state-tag.tsx';

const shown: readonly ObligationState[] = obligationStates.filter((state) => state !== 'waived');

export function Legend() {
  return (
    <ul className="legend" aria-label="图例">
      {shown.map((state) => (
        <li key={state}>
          <StateTag tone={obligationTones[state]} text={obligationStateNames[state]} />
        </li>
      ))}
    </ul>
  );
}
