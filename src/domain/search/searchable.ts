/** What people read of an act: its heading and every sentence typed into it, without ids, dates and codes. */
export function searchableOf(payload: unknown): { heading: string; body: string } {
  const texts = [...new Set(textsIn(payload))];
  const heading = headingIn(payload) ?? texts[0] ?? '';
  return { heading, body: texts.filter((text) => text !== heading).join('\n') };
}

const chinese = /\p{Script=Han}/u;

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return chinese.test(value) ? [value.trim()] : [];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(textsIn);
  return [];
}

const headings = ['title', 'name', 'subject'];

/** Of a receipt, the heading is that of what was sent. */
function headingIn(payload: unknown): string | undefined {
  if (typeof payload !== 'object' || payload === null) return undefined;
  const members = new Map(Object.entries(payload));
  for (const name of headings) {
    const value = members.get(name);
    if (typeof value === 'string' && chinese.test(value)) return value.trim();
  }
  return members.has('content') ? headingIn(members.get('content')) : undefined;
}
