/** What a moved session changes, as the server answers it: the design system draws it and knows no contract. */
export type { DateChange } from '../../contract/cases.ts';
