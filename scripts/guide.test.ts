import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { clauses } from '../src/domain/procedure/clauses.ts';
import { pictures } from './guide-pictures.ts';

const root = join(import.meta.dirname, '..');
const guide = join(root, 'docs', 'guide');
const pages = readdirSync(guide)
  .filter((name) => name.endsWith('.md'))
  .map((name) => ({ name, text: readFileSync(join(guide, name), 'utf8') }));

/** Every program text a person can meet on a screen. */
const screens = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !/\.test\./.test(name))
  .map((name) => readFileSync(join(root, 'src', name), 'utf8'))
  .join('\n');

const found = (pattern: RegExp) =>
  pages.flatMap(({ name, text }) => [...text.matchAll(pattern)].map(([, word = '']) => ({ name, word })));

test('what the guide prints in bold stands on a screen, letter by letter', () => {
  const bold = found(/\*\*([^*]+)\*\*/g);
  expect(bold.length).toBeGreaterThan(200);
  expect(bold.filter(({ word }) => word !== '粗体' && !screens.includes(word))).toEqual([]);
});

test('every clause that the guide names is one of the opinion', () => {
  const named = found(/(S\d\.\d+)/g);
  expect(named.length).toBeGreaterThan(100);
  const ids = new Set<string>(clauses.map(({ id }) => id));
  expect(named.filter(({ word }) => !ids.has(word))).toEqual([]);
});

test('every picture that a page shows is taken and committed; none is taken that no page shows', () => {
  const shown = [...new Set(found(/\]\(images\/([\w-]+)\.png\)/g).map(({ word }) => word))].toSorted();
  expect(pictures.map(({ name }) => name).toSorted()).toEqual(shown);
  const committed = readdirSync(join(guide, 'images')).map((name) => name.replace(/\.png$/, ''));
  expect(committed.toSorted()).toEqual(shown);
  const bytes = shown.map((name) => statSync(join(guide, 'images', `${name}.png`)).size);
  expect(bytes.reduce((one, other) => one + other, 0)).toBeLessThan(5_000_000);
});

test('every page of the guide that another one names is there, and every picture says in words what it shows', () => {
  const names = new Set(pages.map(({ name }) => name));
  expect(found(/\]\(([\w-]+\.md)\)/g).filter(({ word }) => !names.has(word))).toEqual([]);
  expect(found(/!\[([^\]]*)\]/g).filter(({ word }) => !/\p{Script=Han}{4}/u.test(word))).toEqual([]);
});
