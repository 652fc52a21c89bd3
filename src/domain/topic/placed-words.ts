/** A county or park by every name a text may call it, the longest first: 三台县, 三台. */
export type NamedPlace = { name: string; aliases: readonly string[] };

const town = /^.{2,8}(镇|乡|街道|社区|村)$/u;
/** Words that end like a town and are none. */
const noTown = new Set([
  '新农村',
  '行政村',
  '自然村',
  '中心镇',
  '特色小镇',
  '传统村',
  '空心村',
  '贫困村',
  '示范村',
  '城中村',
  '中心村',
]);

/**
 * The words of a text, and its place as a field of its own. Counties and parks are found in the text, towns among its words; neither stays a
 * word. The place is the one county (or park) that is named; without one, the one town. A text that names several counties speaks of the
 * city as a whole and has no place, like one that names none.
 */
export function placedWords(
  text: string,
  places: readonly NamedPlace[],
  cut: (text: string) => readonly string[],
): { words: readonly string[]; place: string } {
  const named = new Set<string>();
  let rest = text;
  for (const { name, aliases } of places) {
    for (const alias of aliases) {
      if (!rest.includes(alias)) continue;
      named.add(name);
      rest = rest.replaceAll(alias, ' ');
    }
  }
  // A single character is rarely a word that tells a matter.
  const words = cut(rest).filter((word) => word.length > 1);
  const towns = new Set(words.filter(isTown));
  const [place = '', ...more] = named.size > 0 ? named : towns;
  return { words: words.filter((word) => !towns.has(word)), place: more.length > 0 ? '' : place };
}

function isTown(word: string): boolean {
  return word.length >= 3 && town.test(word) && !noTown.has(word);
}
