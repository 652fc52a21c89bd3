import type { z } from 'zod';
import type { ActKind } from '../../contract/acts.ts';
import type { ActDefinition } from '../../domain/procedure/act.ts';
import type { Desk } from './desk.ts';
import type { Fillings } from './fillings/filling.ts';

/** What the sheets of one stage are made of: the acts, what they are filled in by, what stands in them before, and their desks. */
export type Kit = {
  acts: readonly ActDefinition[];
  schemas: Partial<Record<ActKind, z.ZodType>>;
  fillings: Fillings;
  /** Each desk is loaded when its sheet is opened. */
  desks: Partial<Record<ActKind, () => Promise<{ desk: Desk }>>>;
};
