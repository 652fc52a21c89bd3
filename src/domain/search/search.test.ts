import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { excerptOf } from './excerpt.ts';
import { searchKindOf } from './search-kinds.ts';
import { searchableOf } from './searchable.ts';

describe('what can be found of an act', () => {
  test('is its heading and every sentence of it, no ids and no codes', () => {
    const payload = {
      title: '停车难',
      domain: 'livelihood',
      rows: [{ id: '0190', text: '车位不足' }, { text: '车位不足' }],
    };
    expect(searchableOf(payload)).toEqual({ heading: '停车难', body: '车位不足' });
  });

  test('of a receipt is what was sent', () => {
    expect(
      searchableOf({ packageId: 'x', from: { name: '甲县' }, content: { title: '调研报告', text: '情况' } }),
    ).toEqual({
      heading: '调研报告',
      body: '甲县\n情况',
    });
  });

  test('lies under one kind; a receipt under what was signed for', () => {
    expect(searchKindOf('record-finding')).toBe('finding');
    expect(searchKindOf('receive-package/demands')).toBe('package');
    expect(searchKindOf('open-session')).toBe('other');
  });
});

describe('an excerpt', () => {
  test('begins near the first word that was found and marks every one', () => {
    const text = `${'前'.repeat(60)}农村饮水安全，饮水难`;
    const parts = excerptOf(text, ['饮水', '饮水安全']);
    expect(parts[0]?.text).toBe('…');
    expect(parts.filter(({ isHit }) => isHit).map((part) => part.text)).toEqual(['饮水安全', '饮水']);
  });

  test('loses and adds nothing of a short text, whatever is looked for', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 60, unit: fc.constantFrom(...'饮水安全abA1。') }),
        fc.array(fc.constantFrom('饮水', '水', 'a', '安全')),
        (text, words) => {
          const parts = excerptOf(text, words);
          expect(parts.map((part) => part.text).join('')).toBe(text);
          expect(
            parts.filter(({ isHit }) => isHit).every((part) => words.some((word) => word === part.text.toLowerCase())),
          ).toBe(true);
        },
      ),
    );
  });
});
