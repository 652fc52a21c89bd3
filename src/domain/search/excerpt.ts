export type ExcerptPart = { text: string; isHit: boolean };

/** So much is shown before the first word that was found, and in all. */
const before = 24;
const length = 120;

/** The place of a text where the first of the words stands, with every word of them marked. Longer words win over those inside them. */
export function excerptOf(text: string, words: readonly string[]): readonly ExcerptPart[] {
  const wanted = [...new Set(words.filter((word) => word !== '').map((word) => word.toLowerCase()))].sort(
    (one, other) => other.length - one.length,
  );
  const plain = text.replace(/\s+/gu, ' ');
  const lower = plain.toLowerCase();
  const found = wanted.map((word) => lower.indexOf(word)).filter((at) => at >= 0);
  const first = found.length === 0 ? 0 : Math.min(...found);
  const start = Math.max(0, first - before);
  const shown = plain.slice(start, start + length);
  const parts = markedIn(shown, wanted);
  return [
    ...(start > 0 ? [{ text: '…', isHit: false }] : []),
    ...parts,
    ...(start + length < plain.length ? [{ text: '…', isHit: false }] : []),
  ];
}

function markedIn(text: string, wanted: readonly string[]): ExcerptPart[] {
  const lower = text.toLowerCase();
  const parts: ExcerptPart[] = [];
  let plain = '';
  for (let at = 0; at < text.length; ) {
    const hit = wanted.find((word) => lower.startsWith(word, at));
    if (hit === undefined) {
      plain += text[at];
      at += 1;
      continue;
    }
    if (plain !== '') parts.push({ text: plain, isHit: false });
    plain = '';
    parts.push({ text: text.slice(at, at + hit.length), isHit: true });
    at += hit.length;
  }
  if (plain !== '') parts.push({ text: plain, isHit: false });
  return parts;
}
