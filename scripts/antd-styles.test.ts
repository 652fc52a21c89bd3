import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { antdFile, stylesByPart } from './antd-styles.ts';

test('every rule goes to the part that all its selectors begin with, and to the shared ones otherwise', () => {
  const parts = stylesByPart(
    [
      '.ant-btn{a:b}',
      '.ant-btn:not(.ant-tag,.ant-x) .ant-tree{a:b}',
      '@media print{.ant-btn{a:b}.ant-btn-x{a:b}}',
      '.ant-input-number-affix{a:b}',
      '.ant-inputs{a:b}',
      '.ant-tree-select-x,.ant-btn{a:b}',
      '@media print{.ant-btn{a:b}.ant-tree{a:b}}',
      '@keyframes antFadeIn{0%{a:b}}',
      '.ant-col{a:b}',
      '.ant-col-md-3{a:b}',
      '.css-var-_R_0_.ant-btn{--a:b}',
    ].join(''),
  );
  expect(Object.fromEntries(parts)).toEqual({
    button: '.ant-btn{a:b}.ant-btn:not(.ant-tag,.ant-x) .ant-tree{a:b}@media print{.ant-btn{a:b}.ant-btn-x{a:b}}',
    'input-number': '.ant-input-number-affix{a:b}',
    col: '.ant-col-md-3{a:b}',
    '':
      '.ant-inputs{a:b}.ant-tree-select-x,.ant-btn{a:b}@media print{.ant-btn{a:b}.ant-tree{a:b}}' +
      '@keyframes antFadeIn{0%{a:b}}.ant-col{a:b}',
  });
});

test('what antd delivers is all given to somebody, and little of it to everybody', async () => {
  const whole = await readFile(antdFile, 'utf8');
  const parts = stylesByPart(whole);
  const given = [...parts.values()].join('');
  const forInstances = [...whole.matchAll(/\.(?:css-var-_R_|data-ant-cssinjs)[^{]*\{[^}]*\}/g)]
    .map(([rule]) => rule)
    .join('');
  expect(given.length + forInstances.length).toBe(whole.length);
  expect(parts.get('')?.length).toBeLessThan(60_000);
  expect(parts.get('select')).toContain('.ant-select-dropdown');
});
