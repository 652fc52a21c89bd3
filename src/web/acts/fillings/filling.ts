import type { ActKind } from '../../../contract/acts.ts';
import type { Facts } from '../../../domain/procedure/act.ts';
import type { Typed } from '../../lib/schema-form.ts';

/** What stands in the forms of a stage before anything is typed, by kind of act. */
export type Fillings = Partial<Record<ActKind, (facts: Facts) => Typed>>;
