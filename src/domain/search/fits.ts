/** Whether a text fits what was typed: by the characters, and by pinyin where that is at hand. */
export type Fits = (text: string, typed: string) => boolean;

export const fitsPlainly: Fits = (text, typed) => text.toLowerCase().includes(typed.toLowerCase());

/** The same with a dictionary of pinyin: whole syllables or their first letters. */
export function fitsByPinyin(match: (text: string, letters: string, options: { continuous: true }) => unknown): Fits {
  return (text, typed) =>
    fitsPlainly(text, typed) || match(text, typed.replaceAll(' ', ''), { continuous: true }) !== null;
}

/** Whether what was typed can be pinyin at all. */
export function asksPinyin(typed: string | undefined): boolean {
  return /[a-z]/i.test(typed ?? '');
}
