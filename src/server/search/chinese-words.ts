import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { localWords } from './local-words.ts';

/** Cuts Chinese text into its words, in lower case and without punctuation. */
export type CutWords = (text: string) => readonly string[];
export type ChineseWords = {
  /** Each word once, in the order of the text: for comparing texts. */
  cut: CutWords;
  /** Long words and the shorter ones inside them: for finding texts. */
  cutForSearch: CutWords;
};

/** Words that the dictionary's makers met so often at least; the rest is names and doubles memory and loading time. */
const leastFrequency = 5;

let loading: Promise<ChineseWords> | undefined;

/**
 * The words of the dictionary, of official Chinese and of procedure. Loaded when first asked for (some 200 ms, 20 MB), so that a server that
 * cuts no text does not carry it; once a process.
 */
export function chineseWords(): Promise<ChineseWords> {
  loading ??= load();
  return loading;
}

async function load(): Promise<ChineseWords> {
  const { Jieba } = await import('@node-rs/jieba');
  const dictionary = await readFile(createRequire(import.meta.url).resolve('@node-rs/jieba/dict.txt'));
  const jieba = Jieba.withDict(frequentWords(dictionary));
  jieba.loadDict(Buffer.from(localWords.map((word) => `${word} 100000 n\n`).join('')));
  return {
    cut: (text) => jieba.cut(text.toLowerCase(), true).filter(isWord),
    cutForSearch: (text) => jieba.cutForSearch(text.toLowerCase(), true).filter(isWord),
  };
}

const letters = /^[\p{L}\p{N}]+(?:[.][\p{L}\p{N}]+)*$/u;

function isWord(word: string): boolean {
  return letters.test(word);
}

/** The lines `word frequency kind` of at least the frequency; on bytes, since as text the file would take 20 MB for a moment. */
function frequentWords(dictionary: Buffer): Buffer {
  const kept = Buffer.alloc(dictionary.length);
  let length = 0;
  for (let start = 0; start < dictionary.length; ) {
    const newline = dictionary.indexOf(10, start);
    const end = newline === -1 ? dictionary.length : newline + 1;
    const frequency = numberAt(dictionary, dictionary.indexOf(32, start) + 1);
    if (frequency >= leastFrequency) length += dictionary.copy(kept, length, start, end);
    start = end;
  }
  return kept.subarray(0, length);
}

function numberAt(bytes: Buffer, start: number): number {
  let number = 0;
  for (let at = start; at < bytes.length; at += 1) {
    const digit = (bytes[at] ?? 0) - 48;
    if (digit < 0 || digit > 9) break;
    number = number * 10 + digit;
  }
  return number;
}
