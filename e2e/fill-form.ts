import type { Locator, Page } from 'playwright-core';
import { type FormField, type FormInput, fieldAt, objectOf } from '../src/contract/form-fields.ts';

/** An open form: its page, and what the people on it call what a payload refers to by identifier. */
export type OpenForm = { page: Page; nameOf: (id: string | number) => string };

/** Where a control stands in the form: object keys and row numbers from the top. */
type Place = readonly (string | number)[];

/** Fills in a form by its description, control by control as a person would, until it holds the value. */
export async function fillForm(form: OpenForm, input: FormInput, place: Place, value: unknown): Promise<void> {
  const object = objectOf(value);
  if (input.kind === 'variants') {
    const { discriminator, variants } = input;
    const chosen = variants.find((variant) => variant.value === object[discriminator.name]);
    return fillFields(form, [discriminator, ...(chosen?.fields ?? [])], place, object);
  }
  if (input.kind !== 'group') throw new Error(`A ${input.kind} is no form.`);
  if (input.layout !== 'one-list-each') return fillFields(form, input.fields, place, object);
  const isList = ({ input: member }: FormField) => member.kind === 'references';
  const others = input.fields.filter((field) => !isList(field));
  await fillFields(form, others, place, object);
  await standInLists(form, input.fields.filter(isList), place, object);
}

async function fillFields(form: OpenForm, fields: readonly FormField[], place: Place, values: object): Promise<void> {
  for (const field of fields) await fillField(form, field, [...place, field.name], objectOf(values)[field.name]);
}

async function fillField(form: OpenForm, field: FormField, place: Place, value: unknown): Promise<void> {
  if (value === undefined || value === null) return;
  const { input, title } = field;
  const control = controlAt(form, place);
  const named = form.page.getByLabel(title).and(control);
  switch (input.kind) {
    case 'text':
    case 'date':
    case 'number':
      return type(named, String(value));
    case 'boolean':
      return named.setChecked(value === true);
    case 'choice': {
      const label = input.choices.find((choice) => choice.value === value)?.label ?? String(value);
      return choose(form, control, label);
    }
    case 'choices': {
      const wanted = listOf(value).map((one) => input.choices.find((choice) => choice.value === one)?.label ?? '');
      return tick(control, wanted.map(exactly));
    }
    case 'reference':
      await unfold(form, control, title);
      return pick(form, named, form.nameOf(String(value)));
    case 'references':
      return pickAll(form, control, listOf(value));
    case 'numbers':
      return typeEach(control, listOf(value));
    case 'lines':
      return fillLines(form, input.title, place, listOf(value));
    case 'rows':
      return fillRows(form, field, place, listOf(value));
    case 'group':
    case 'variants':
      return fillForm(form, input, place, value);
    case 'computed':
      return;
    case 'files':
      if (listOf(value).length > 0) throw new Error(`${title} is given as files, not as values.`);
  }
}

function controlAt({ page }: OpenForm, place: Place): Locator {
  return page.locator(`[id="${place.join('_')}"]`);
}

function listOf(value: unknown): readonly (string | number)[] {
  return Array.isArray(value) ? value : [];
}

async function type(control: Locator, text: string): Promise<void> {
  if ((await control.inputValue()) !== text) await control.fill(text);
}

/** Few choices are all shown; of more the wanted one is searched for. */
async function choose(form: OpenForm, control: Locator, label: string): Promise<void> {
  const isSearched = await control.evaluate((element) => element instanceof HTMLInputElement);
  if (isSearched) return pick(form, control, label);
  await control.getByRole('radio', { name: label, exact: true }).check();
}

/** What is nearly always right stands there in words, with a button that opens it. */
async function unfold({ page }: OpenForm, control: Locator, title: string): Promise<void> {
  const open = page.getByRole('button', { name: `修改${title}`, exact: true });
  if ((await control.count()) === 0 && (await open.count()) === 1) await open.click();
}

/** By keyboard: the list of a control may still be fading out when the next is asked for. */
async function pick({ page }: OpenForm, control: Locator, name: string): Promise<void> {
  await control.fill(name);
  const list = await control.getAttribute('aria-controls');
  const active = page.locator('.ant-select-dropdown', { has: page.locator(`[id="${list}"]`) }).locator(activeOption);
  for (let steps = 0; steps < 30; steps += 1) {
    const title = await active.first().getAttribute('title');
    if (title !== null && named(name).test(title)) return control.press('Enter');
    await control.press('ArrowDown');
  }
  throw new Error(`No choice is named ${name}.`);
}

const activeOption = '.ant-select-item-option-active';

/** A label that is the name, or the name with what tells two of the same name apart. */
function named(name: string): RegExp {
  return new RegExp(`(^|：|．)${RegExp.escape(name)}($|（)`);
}

function exactly(label: string): RegExp {
  return new RegExp(`^${RegExp.escape(label)}$`);
}

/** As a list to tick where everybody is seen at once, otherwise one by one from the search. */
async function pickAll(form: OpenForm, control: Locator, ids: readonly (string | number)[]): Promise<void> {
  const names = ids.map((id) => form.nameOf(id));
  if ((await control.count()) === 0) return;
  if (await control.evaluate((element) => element instanceof HTMLFieldSetElement)) {
    return names.length === 0 ? undefined : tick(control, names.map(named));
  }
  // What stands there already would be taken away by being picked again.
  for (let left = 60; left > 0 && (await chosenIn(control).count()) > 0; left -= 1) await control.press('Backspace');
  for (const name of names) await pick(form, control, name);
  await control.press('Escape');
}

function chosenIn(control: Locator): Locator {
  return control
    .locator('xpath=ancestor::*[contains(concat(" ", @class, " "), " ant-select ")][1]')
    .locator('.ant-select-selection-item');
}

/** Ticks exactly those, by the button for everybody where most of them are wanted. */
async function tick(list: Locator, wanted: readonly RegExp[]): Promise<void> {
  const boxes = list.getByRole('checkbox');
  const everybody = list.getByRole('button', { name: /^全部(?!取消)/ });
  if (wanted.length > (await boxes.count()) / 2 && (await everybody.count()) === 1) await everybody.click();
  for (const [index, { label, checked }] of (await boxesIn(boxes)).entries()) {
    const isWanted = wanted.some((pattern) => pattern.test(label));
    if (isWanted !== checked) await boxes.nth(index).setChecked(isWanted);
  }
  const found = (await boxesIn(boxes)).filter(({ checked }) => checked).length;
  if (found !== wanted.length) throw new Error(`${found} ticked, wanted: ${wanted.join(' ')}`);
}

function boxesIn(boxes: Locator): Promise<{ label: string; checked: boolean }[]> {
  return boxes.evaluateAll((found) =>
    (found as HTMLInputElement[]).map((box) => ({
      label: box.labels?.[0]?.textContent?.trim() ?? '',
      checked: box.checked,
    })),
  );
}

async function typeEach(control: Locator, values: readonly (string | number)[]): Promise<void> {
  for (const value of values) {
    await control.fill(String(value));
    await control.press('Enter');
  }
}

async function fillLines(form: OpenForm, title: string, place: Place, lines: readonly unknown[]): Promise<void> {
  const standing = form.page.locator(`input[id^="${place.join('_')}_"]`);
  for (let surplus = (await standing.count()) - lines.length; surplus > 0; surplus -= 1) {
    const line = standing.last().locator('xpath=ancestor::*[contains(concat(" ", @class, " "), " form-line ")][1]');
    await line.getByRole('button', { name: /^删除/ }).click();
  }
  const existing = await standing.count();
  await addRows(form, title, lines.length - existing);
  for (const [index, line] of lines.entries()) await type(controlAt(form, [...place, index]), String(line));
}

async function fillRows(form: OpenForm, field: FormField, place: Place, rows: readonly unknown[]): Promise<void> {
  const { input, title } = field;
  if (input.kind !== 'rows') return;
  const { row, each, layout } = input;
  // They stand there as they were written elsewhere.
  if (layout === 'standing') return;
  if (each !== undefined) return fillEachRow(form, { field, row, each }, place, rows);
  const standing = form.page.getByRole('group', { name: new RegExp(`^${RegExp.escape(title)}第\\d+项$`) });
  // Rows that were begun from what is known are begun anew: what is ticked in them is not what is wanted.
  const kept =
    row.kind === 'group' && row.fields.some(({ input: member }) => member.kind === 'references') ? 0 : rows.length;
  for (let surplus = (await standing.count()) - kept; surplus > 0; surplus -= 1) {
    await standing.last().getByRole('button', { name: /^删除/ }).first().click();
  }
  await addRows(form, title, rows.length - (await standing.count()));
  for (const [index, value] of rows.entries()) await fillForm(form, row, [...place, index], value);
}

async function addRows({ page }: OpenForm, title: string, missing: number): Promise<void> {
  const add = page.getByRole('button', { name: `添加${title}`, exact: true });
  for (let left = missing; left > 0; left -= 1) await add.click();
}

type EachRow = { field: FormField; row: FormInput; each: string };

/** The rows stand in the form, each under the name of its thing. */
async function fillEachRow(form: OpenForm, { field, row, each }: EachRow, place: Place, rows: readonly unknown[]) {
  const frame = form.page.getByRole('group', { name: field.title }).first();
  const heads = await frame
    .locator('.each-row')
    .evaluateAll((found) => found.map((entry) => entry.getAttribute('aria-label') ?? ''));
  for (const value of rows) {
    const { [each]: id, ...rest } = objectOf(value);
    const thing = fieldAt(row, [each])?.title ?? each;
    const index = heads.findIndex((head) => named(form.nameOf(String(id))).test(head));
    if (index < 0) throw new Error(`No row of ${field.title} for ${thing} ${String(id)}: ${heads.join('; ')}`);
    await fillForm(form, row, [...place, index], rest);
  }
}

/** Everybody into the first list, then those who stand in another. */
async function standInLists(form: OpenForm, lists: readonly FormField[], place: Place, values: object): Promise<void> {
  const [first, ...others] = lists;
  const table = controlAt(form, place);
  if (first === undefined) return;
  if (listOf(objectOf(values)[first.name]).length > 0) {
    await table.getByRole('button', { name: new RegExp(`^全部${first.title}`) }).click();
  }
  for (const list of others) {
    for (const id of listOf(objectOf(values)[list.name])) {
      await table.getByRole('radio', { name: `${form.nameOf(id)}：${list.title}`, exact: true }).check();
    }
  }
}
