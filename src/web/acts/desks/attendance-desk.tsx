import type { Desk } from '../desk.ts';
import { ObserversTable } from './observers-table.tsx';

/** Who comes to a sitting: those who attend without a vote stand there from the organisation, one line each. */
export const desk: Desk = { editors: { observers: ObserversTable } };
