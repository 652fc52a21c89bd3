import { safeguardsActSchemas } from '../../../contract/acts/safeguards.ts';
import { safeguardsActs } from '../../../domain/safeguards/safeguards-acts.ts';
import type { Kit } from '../kit.ts';

/** 组织保障 (S5). */
export const kit: Kit = { acts: safeguardsActs, schemas: safeguardsActSchemas, fillings: {}, desks: {} };
