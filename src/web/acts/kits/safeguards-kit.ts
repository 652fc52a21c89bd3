import { safeguardsActSchemas } from '../../../contract/acts/safeguards.ts';
import { safeguardsActs } from '../../../domain/safeguards/safeguards-acts.ts';
import type { Kit } from '../kit.ts';
import { safeguardsOptions } from '../options/safeguards-options.ts';

/** 组织保障 (S5). */
export const kit: Kit = {
  acts: safeguardsActs,
  schemas: safeguardsActSchemas,
  fillings: {},
  options: safeguardsOptions,
  desks: {},
};
