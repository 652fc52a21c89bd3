import type { EnteredActView } from '../../contract/entered-acts.ts';
import { formOfAct } from '../lib/act-words.ts';
import { type NameOf, ValueView } from '../ui/value-view.tsx';

/** What the office filled in, by the form of its kind: it brings the forms of all kinds with it. */
export function EntryContent({ act, nameOf }: { act: EnteredActView; nameOf: NameOf }) {
  const form = formOfAct(act.kind);
  return form === undefined ? null : <ValueView input={form} value={act.payload} nameOf={nameOf} />;
}
