import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placedWords } from './placed-words.ts';
import { type SimilarText, similarIndexOf, similarTo } from './similar.ts';
import { similarGroupsOf, similarPairsOf } from './similar-groups.ts';

const text = (id: string, words: string, place = ''): SimilarText => ({ id, words: words.split(' '), place });

const water = [
  text('1', '饮水 管网 水厂 老化', '三台县'),
  text('2', '饮水 管网 水厂 更新', '盐亭县'),
  text('3', '饮水 管网 水厂 检修', '三台县'),
];
const school = [text('4', '食堂 食材 招标'), text('5', '食堂 食材 招标 学生')];
const list = [...water, ...school, text('6', '停车 收费 路边')];

describe('suggestions that are like a text', () => {
  test('come best first, and what shares no word does not come', () => {
    const found = similarTo(similarIndexOf(list), ['食堂', '学生'], { limit: 10, threshold: 0.1 });
    expect(found.map(({ id }) => id)).toEqual(['5', '4']);
  });

  test('are most like themselves', () => {
    const index = similarIndexOf(list);
    for (const { id, words } of list) {
      const [first] = similarTo(index, words, { limit: 1, threshold: 0 });
      expect(first?.id).toBe(id);
      expect(first?.similarity).toBeCloseTo(1, 6);
    }
  });

  test('are not found by a word that more than 15 % of a long list use', () => {
    const long = Array.from({ length: 100 }, (_, at) =>
      text(`${at}`.padStart(3, '0'), at < 16 ? `建议 事项${at}` : `事项${at}`),
    );
    expect(similarTo(similarIndexOf(long), ['建议'], { limit: 5, threshold: 0 })).toEqual([]);
    expect(similarTo(similarIndexOf(long.slice(1)), ['建议'], { limit: 5, threshold: 0 })).toEqual([]);
    expect(similarTo(similarIndexOf(long.slice(2)), ['建议'], { limit: 5, threshold: 0 })).toHaveLength(5);
  });
});

describe('groups of suggestions', () => {
  test('hold one matter of several places together and name the places', () => {
    const groups = similarGroupsOf(similarIndexOf(list), 'across');
    expect(groups.map(({ ids, places }) => ({ ids, places }))).toEqual([
      { ids: ['1', '2', '3'], places: ['三台县', '盐亭县'] },
      { ids: ['4', '5'], places: [] },
    ]);
    expect(groups[0]?.words).toEqual(expect.arrayContaining(['饮水', '管网', '水厂']));
  });

  test('hold only one place each when places are kept apart', () => {
    expect(similarGroupsOf(similarIndexOf(list), 'apart').map(({ ids }) => ids)).toEqual([
      ['1', '3'],
      ['4', '5'],
    ]);
  });

  test('are not tied together by a chain: the first and the last have to be alike as well', () => {
    const chain = ['a b c d', 'c d e f', 'e f g h', 'g h i j'].map((words, at) => text(`${at}`, words));
    const groups = similarGroupsOf(similarIndexOf(chain), 'across');
    expect(groups.every(({ ids }) => ids.length < chain.length)).toBe(true);
  });
});

const words = fc.array(fc.constantFrom(...'水电路桥学医食养农林'), { minLength: 1, maxLength: 6 });
const texts = fc
  .array(fc.record({ words, place: fc.constantFrom('', '三台县', '盐亭县') }), { maxLength: 30 })
  .map((rows) => rows.map((row, at) => ({ id: `${at}`.padStart(2, '0'), ...row })));

describe('whatever the suggestions are', () => {
  test('their order changes nothing', () => {
    fc.assert(
      fc.property(
        texts.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
        ([one, other]) => {
          for (const rule of ['across', 'apart'] as const) {
            expect(similarGroupsOf(similarIndexOf(other), rule)).toEqual(similarGroupsOf(similarIndexOf(one), rule));
          }
        },
      ),
    );
  });

  test('each stands in one group at most, and a group never mixes places when they are kept apart', () => {
    fc.assert(
      fc.property(texts, (list) => {
        const groups = similarGroupsOf(similarIndexOf(list), 'apart');
        const grouped = groups.flatMap(({ ids }) => ids);
        expect(new Set(grouped).size).toBe(grouped.length);
        for (const { ids, places } of groups) {
          expect(new Set(list.filter(({ id }) => ids.includes(id)).map(({ place }) => place)).size).toBe(1);
          expect(places.length).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  test('of two with the same words each finds the other, and they lie in one group', () => {
    fc.assert(
      fc.property(texts, words, (list, same) => {
        const twins = [
          { id: 'x', words: same, place: '' },
          { id: 'y', words: same, place: '' },
        ];
        const index = similarIndexOf([...list, ...twins]);
        expect(similarTo(index, same, { limit: 99, threshold: 0.99 }).map(({ id }) => id)).toEqual(
          expect.arrayContaining(['x', 'y']),
        );
        const groups = similarGroupsOf(index, 'across');
        expect(groups.find(({ ids }) => ids.includes('x'))?.ids).toContain('y');
      }),
    );
  });

  test('looked for in several parts they are the same groups', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 2, max: 5 }), (list, of) => {
        const index = similarIndexOf(list);
        const parts = Array.from({ length: of }, (_, number) => similarPairsOf(index, { number, of }));
        expect(similarGroupsOf(index, 'across', parts)).toEqual(similarGroupsOf(index, 'across'));
      }),
    );
  });

  test('a pair is put together exactly when its cosine reaches the threshold', () => {
    fc.assert(
      fc.property(words, words, fc.array(words, { maxLength: 20 }), (one, other, background) => {
        const index = similarIndexOf([
          { id: 'x', words: one, place: '' },
          { id: 'y', words: other, place: '' },
          // Makes words rarer or more common without ever being alike to anything.
          ...background.map((some, at) => ({
            id: `${at}`,
            words: [...some, ...Array.from({ length: 60 }, (_, of) => `${at}-${of}`)],
            place: '',
          })),
        ]);
        const cosine = similarTo(index, one, { limit: 99, threshold: 0 }).find(({ id }) => id === 'y')?.similarity ?? 0;
        fc.pre(Math.abs(cosine - 0.5) > 1e-3);
        const together = similarGroupsOf(index, 'across').some(({ ids }) => ids.includes('x') && ids.includes('y'));
        expect(together).toBe(cosine > 0.5);
      }),
    );
  });
});

describe('the place of a suggestion', () => {
  const places = [
    { name: '三台县', aliases: ['三台县', '三台'] },
    { name: '盐亭县', aliases: ['盐亭县', '盐亭'] },
  ];
  const cut = (given: string) => given.split(/[ ，]/).filter((word) => word !== '');

  test('is the county it names, in either form, and no word of it', () => {
    expect(placedWords('三台 饮水 安全', places, cut)).toEqual({ words: ['饮水', '安全'], place: '三台县' });
    expect(placedWords('三台县芦溪镇 饮水', places, cut)).toEqual({ words: ['饮水'], place: '三台县' });
  });

  test('is the town when no county is named', () => {
    expect(placedWords('芦溪镇 饮水', places, cut)).toEqual({ words: ['饮水'], place: '芦溪镇' });
  });

  test('is none when several are named, or none', () => {
    expect(placedWords('三台县 盐亭县 饮水', places, cut).place).toBe('');
    expect(placedWords('城镇 乡村 饮水', places, cut)).toEqual({ words: ['城镇', '乡村', '饮水'], place: '' });
  });
});
