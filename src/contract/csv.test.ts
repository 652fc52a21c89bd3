import { expect, test } from 'vitest';
import { csvOf } from './csv.ts';

test('cells are quoted, and none is taken for a formula whoever typed it', () => {
  expect(
    csvOf([
      ['单位', '他说"好"'],
      ['=1+1', '-5', ''],
    ]),
  ).toBe('"单位","他说""好"""\r\n"\'=1+1","\'-5",""\r\n');
  expect(csvOf([])).toBe('');
});
