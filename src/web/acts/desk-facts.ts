import { createContext, useContext } from 'react';
import type { Facts } from '../../domain/procedure/act.ts';

/** What is known where a sheet stands, for the controls of its desk. */
export const DeskFacts = createContext<Facts | undefined>(undefined);

export function useDeskFacts(): Facts {
  const facts = useContext(DeskFacts);
  if (facts === undefined) throw new Error('A desk’s controls stand in a sheet.');
  return facts;
}
