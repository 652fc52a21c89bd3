import type { CaseState } from '../../domain/case-state.ts';
import type { PaperSource } from '../../domain/document/paper.ts';
import type { OrganisationFacts } from '../../domain/organisation/facts.ts';
import { namesInState, namesOf } from './names.ts';

export type { Paper, PaperPart } from '../../domain/document/paper.ts';

/** What a paper refers to and its reader knows: the linkage's names, and the contents of his own case. */
export function paperSource(organisation: OrganisationFacts, state: CaseState | null): PaperSource {
  const names = new Map([...namesOf(organisation), ...namesInState(state)]);
  return { nameOf: (id) => names.get(id), demands: state?.handling.demands ?? [] };
}
