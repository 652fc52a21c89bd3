import type { ComponentType } from 'react';
import type { Facts } from '../../domain/procedure/act.ts';
import type { CaseView } from '../../domain/procedure/case.ts';
import type { Typed } from '../lib/schema-form.ts';
import type { Editors } from '../ui/form/editors.ts';

/** What is known and what stands in the form, as far as it is filled in. */
export type DeskProps = { facts: Facts; payload: Typed; cases: readonly CaseView[] };

/**
 * What the sheet of one kind of act has beyond its form: papers that lie beside it, what it entails below it, controls of its own. The form
 * stays what its schema says; a desk only changes how it is seen.
 */
export type Desk = {
  /** Papers that are needed to fill the form in. Beside it at a desk, folded above it on a phone. */
  papers?: { title: string; Content: ComponentType<DeskProps> };
  /** Between the form and its button: what follows from what is filled in. */
  Below?: ComponentType<DeskProps>;
  /** By the place in the payload, keys joined by `/`. */
  editors?: Editors;
};
