import { expect, test } from 'vitest';
import { withoutRulesOf } from './used-styles.ts';

test('styles of parts that are not drawn are left out, and nothing else', () => {
  const kept = [
    '.ant-btn{color:red}',
    '.ant-tree-select-x,.ant-btn{a:b}',
    '.ant-treelike{a:b}',
    '@media print{.ant-tree{a:b}}',
  ];
  const left = ['.ant-tree{a:b}', '.ant-form .ant-tree-node,.ant-tree:not(.a,.b:not(.c)):hover{a:b}'];
  const asked = ['.ant-form:not(.ant-tree){a:b}'];
  expect(withoutRulesOf(['tree'], [kept[0], left[0], kept[1], left[1], kept[2], kept[3], asked[0]].join(''))).toBe(
    [...kept, ...asked].join(''),
  );
  expect(withoutRulesOf([], left.join(''))).toBe(left.join(''));
});
