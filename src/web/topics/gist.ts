import { dateText } from '../lib/formats.ts';
import { type FieldInput, listOf, membersOf } from '../lib/schema-form.ts';
import type { NameOf } from '../ui/value-view.tsx';

/** A line is read at a glance; what is longer stands under 内容. */
const limit = { facts: 4, letters: 28, names: 3 } as const;

const people: readonly string[] = ['member', 'council-member', 'team-member', 'person', 'deputy'];

/** What an act says, in one line: its short fields as they are, long texts by their beginning, lists by their number. */
export function gistOf(input: FieldInput, value: unknown, nameOf: NameOf): string {
  return factsIn(input, value, nameOf).slice(0, limit.facts).join('；');
}

function factsIn(input: FieldInput, value: unknown, nameOf: NameOf): string[] {
  return membersOf(input, value).flatMap(({ field, value: member }) => {
    if (member === undefined || member === null || member === '' || field.input.kind === 'computed') return [];
    if (field.input.kind === 'group' && field.input.layout === 'one-list-each') {
      return [`${field.title}：${countsIn(field.input, member)}`];
    }
    if (field.input.kind === 'group' || field.input.kind === 'variants') return factsIn(field.input, member, nameOf);
    const words = wordsOf(field.input, member, nameOf);
    return words === '' ? [] : [`${field.title}：${words}`];
  });
}

/** A vote by name: how many stand in each list. */
function countsIn(input: FieldInput, value: unknown): string {
  return membersOf(input, value)
    .filter(({ field }) => field.input.kind === 'references')
    .map((list) => `${list.field.title}${listOf(list.value).length}`)
    .join('，');
}

function wordsOf(input: FieldInput, value: unknown, nameOf: NameOf): string {
  switch (input.kind) {
    case 'boolean':
      return value === true ? '是' : '';
    case 'date':
      return dateText(String(value));
    case 'choice':
      return labelOf(input.choices, value);
    case 'choices':
      return listOf(value)
        .map((entry) => labelOf(input.choices, entry))
        .join('、');
    case 'reference':
      return shortened(nameOf(String(value)) ?? '');
    case 'references':
      return namesIn(
        listOf(value).map((id) => nameOf(String(id)) ?? ''),
        people.includes(input.widget) ? '人' : '个',
      );
    case 'lines':
      return namesIn(listOf(value).map(String), '个');
    case 'rows':
    case 'files':
      return counted(listOf(value).length, '项');
    case 'group':
    case 'variants':
      return '';
    default:
      return shortened(String(value));
  }
}

/** A few are named; many are counted. */
function namesIn(names: readonly string[], unit: string): string {
  return names.length > limit.names ? counted(names.length, unit) : names.map(shortened).join('、');
}

function counted(count: number, unit: string): string {
  return count === 0 ? '' : `${count}${unit}`;
}

function shortened(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').replace(/。$/, '');
  return line.length > limit.letters ? `${line.slice(0, limit.letters)}……` : line;
}

function labelOf(choices: readonly { value: string; label: string }[], value: unknown): string {
  return choices.find((choice) => choice.value === value)?.label ?? String(value);
}
