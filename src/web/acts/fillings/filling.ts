import type { ActKind } from '../../../contract/acts.ts';
import type { CaseState } from '../../../domain/case-state.ts';
import type { Facts } from '../../../domain/procedure/act.ts';
import type { Typed } from '../../lib/schema-form.ts';

/** What the own unit has on record of an earlier year. */
export type EarlierYear = { year: number; state: CaseState };

/** What stands in the forms of a stage before anything is typed, by kind of act. `earlier`: the year before, for what is done every year. */
export type Fillings = Partial<Record<ActKind, (facts: Facts, earlier: EarlierYear | undefined) => Typed>>;
