import { describe, expect, test } from 'vitest';
import { emptinessOf } from './empty-answer.ts';

describe('an answer with substance (S4.3)', () => {
  test.each([
    '10月底前新增公共停车位300个',
    '年底前完成老旧小区管网改造',
    '由住房和城乡建设局牵头，逐小区摸排并建立台账',
    '投入资金两百万元整治背街小巷',
    '高度重视，成立专班，六月前整改到位12处',
    '修订水源地保护条例实施细则',
    '拆除违法建筑，关停排污口',
    '与自然资源局联合巡查河道',
  ])('says what, how much, when or who: %s', (text) => {
    expect(emptinessOf(text)).toBeUndefined();
  });
});

describe('an empty answer (S4.3)', () => {
  test.each([
    '高度重视，认真研究。',
    '我们将高度重视，认真研究，积极推进有关工作。',
    '进一步加强领导，压实责任，狠抓落实，确保取得实效！',
    '高度重视，1月底前认真落实整改。',
    '市政府高度重视，成立领导小组，认真研究，统筹推进，抓好落实。',
    '第1项：严格落实',
    '高度重视，一个月内整改到位。',
  ])('is set phrases and nothing else: %s', (text) => {
    expect(emptinessOf(text)).toContain('套话');
  });

  test('names the phrases it found', () => {
    expect(emptinessOf('高度重视，认真研究。')).toBe('除“高度重视”“认真研究”等套话外没有具体措施');
  });

  test.each(['开展专项治理行动，完善停车管理办法', '加大巡查执法，形成长效管理'])(
    'has no figure, no time and nobody to do it: %s',
    (text) => {
      expect(emptinessOf(text)).toBe('没有写明可以检查的举措，也没有数量、时间和具体承办单位');
    },
  );

  test('naming oneself is not naming who does it', () => {
    const speaker = { names: ['示例市住房和城乡建设局', '市住建局'] };
    expect(emptinessOf('市住建局加大日常巡查的执法监管', speaker)).toContain('具体承办单位');
    expect(emptinessOf('市交通局加大日常巡查的执法监管', speaker)).toBeUndefined();
  });

  test('is too short to say anything', () => {
    expect(emptinessOf('落实。')).toBe('没有具体措施');
  });
});
