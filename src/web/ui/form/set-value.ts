import { createContext, useContext } from 'react';

/** Puts a value into the open form as if somebody had typed it there. */
export type SetValue = (path: readonly (string | number)[], value: unknown) => void;

export const FormSetValue = createContext<SetValue>(() => undefined);

/** For a control that fills in others: what follows from typing follows from this, too. */
export function useSetValue(): SetValue {
  return useContext(FormSetValue);
}
