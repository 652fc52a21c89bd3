import { createContext, useContext } from 'react';

/** What so many chosen people mean, in a sentence: by the widget of a check-list, by the name of a group of lists. */
export type Notes = Readonly<Record<string, (count: number) => string>>;

export const FormNotes = createContext<Notes>({});

/** The sentence of one list; undefined where a count means nothing more. */
export function useNote(key: string): ((count: number) => string) | undefined {
  return useContext(FormNotes)[key];
}
