import type { z } from 'zod';
import type { ActKind } from '../../contract/acts.ts';
import type { ActDefinition, Facts } from '../../domain/procedure/act.ts';
import type { Option, Options, Typed } from '../lib/schema-form.ts';
import type { Desk } from './desk.ts';
import type { Fillings } from './fillings/filling.ts';

/** By kind of act: the members that follow from the others, on the day that stands in the form. */
export type Computed = Partial<Record<ActKind, (facts: Facts, payload: Typed) => Typed>>;

/** What can be chosen in the forms of one stage alone; `people`: everybody, as they are named in lists. */
export type StageOptions = (facts: Facts, people: readonly Option[]) => Options;

/** What the sheets of one stage are made of: the acts, what they are filled in by, what stands in them before, and their desks. */
export type Kit = {
  acts: readonly ActDefinition[];
  schemas: Partial<Record<ActKind, z.ZodType>>;
  fillings: Fillings;
  options?: StageOptions;
  /** Members of the payload that nobody types: they follow from what is typed, and from the sitting. */
  computed?: Computed;
  /** Each desk is loaded when its sheet is opened. */
  desks: Partial<Record<ActKind, () => Promise<{ desk: Desk }>>>;
};
