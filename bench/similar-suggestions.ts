import type { NamedPlace } from '../src/domain/topic/placed-words.ts';
import { audiences, faults, frames, phrases, subjects, titles } from './similar-matters.ts';

/** A generated suggestion and what it truly is: subject, fault, and the county it names. */
export type Generated = { id: string; title: string; text: string; matter: string; county: string };

export const counties: readonly NamedPlace[] = '涪城区 游仙区 安州区 江油市 三台县 盐亭县 梓潼县 平武县 北川县'
  .split(' ')
  .map((name) => ({
    name,
    aliases: [name, name.slice(0, 2)],
  }));
const towns = '塔水镇 芦溪镇 许州镇 青莲镇 富驿镇 龙安镇 擂鼓镇 新桥镇 魏城镇 石马镇 柏梓镇 卧龙镇'.split(' ');

/** The same seed gives the same texts on every machine. */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * Suggestions in which nothing tells the matters apart at sight: few matters are asked for by many and many by few; each text takes only some
 * of the words of its subject and fault and seldom their names; it shares a third of its words with other matters of the same subject, of the same fault or
 * of a neighbouring subject; a third names no place, the rest one of nine counties in either form of its name, some with a town; and half name people who
 * have nothing to do with the matter.
 */
export function generateSuggestions(count: number, seed: number): Generated[] {
  const next = random(seed);
  return Array.from({ length: count }, (_, index) => {
    const subject = pickSkewed(subjects, next);
    const fault = pickSkewed(faults, next);
    const county = next() < 0.33 ? undefined : pick(counties, next);
    return {
      id: String(index).padStart(7, '0'),
      ...written(subject, fault, placeText(county, next), next),
      matter: `${subject[0]}/${fault[0]}`,
      county: county?.name ?? '',
    };
  });
}

/** A title, why it is needed and why it can be done: two paragraphs that draw their words anew. */
function written(subject: readonly string[], fault: readonly string[], place: string, next: () => number) {
  const title = pick(titles, next)(`${place}${pick(subject, next)}`, pick(fault, next));
  const sentences = [
    ...sentencesOf(some(subject, 5, next), some(fault, 4, next), place, next),
    ...(next() < 0.5 ? [`${pick(audiences, next)}反映尤其强烈。`] : []),
    ...sentencesOf(some(subject, 4, next), some(fault, 3, next), '', next),
    // Words of something else, said by the way.
    ...(next() < 0.5 ? [`与${some(pick(subjects, next), 2, next).join('、')}也有关系。`] : []),
    `${pick(phrases, next)}。`,
  ];
  return { title, text: sentences.join('') };
}

function sentencesOf(
  subject: readonly string[],
  fault: readonly string[],
  place: string,
  next: () => number,
): string[] {
  return [
    pick(frames, next)(`${place}${subject.slice(0, 2).join('、')}`, fault.slice(0, 2).join('、')),
    `${pick(phrases, next)}。`,
    pick(frames, next)(subject.slice(2).join('、'), fault.slice(2).join('、')),
  ];
}

function placeText(county: NamedPlace | undefined, next: () => number): string {
  if (county === undefined) return '';
  const town = next() < 0.4 ? pick(towns, next) : '';
  return `${pick(county.aliases, next)}${town}`;
}

function pick<Item>(items: readonly Item[], next: () => number): Item {
  const item = items[Math.floor(next() * items.length)];
  if (item === undefined) throw new Error('There is nothing to pick from.');
  return item;
}

/** The first are several times as frequent as the last. */
function pickSkewed<Item>(items: readonly Item[], next: () => number): Item {
  return pick(items.slice(0, Math.max(1, Math.ceil(items.length * next() ** 0.5))), next);
}

function some(items: readonly string[], count: number, next: () => number): string[] {
  const rest = [...items];
  return Array.from(
    { length: Math.min(count, rest.length) },
    () => rest.splice(Math.floor(next() * rest.length), 1)[0] ?? '',
  );
}
