import type { Desk } from '../desk.ts';
import { PaperResult } from './paper-result.tsx';
import { RuleInWords } from './rule-in-words.tsx';
import { TellersTable } from './tellers-table.tsx';

/** A satisfaction ballot on paper: two tellers count beside each other, and what their figures mean is said while they write. */
export const desk: Desk = { editors: { tallies: TellersTable, ruleId: RuleInWords }, Below: PaperResult };
