import type { Page, Response } from 'playwright-core';
import { expect } from 'vitest';
import { meetingSchema } from '../src/contract/act-route.ts';
import { type ActKind, actSchemas } from '../src/contract/acts.ts';
import { formOf, objectOf } from '../src/contract/form-fields.ts';
import { satisfactionRules } from '../src/domain/ballot/satisfaction-rule.ts';
import type { CaseState } from '../src/domain/case-state.ts';
import { unmetBefore } from '../src/domain/handling/unmet-before.ts';
import type { OrganisationFacts } from '../src/domain/organisation/facts.ts';
import type { CaseView } from '../src/domain/procedure/case.ts';
import { type Stance, stanceNames } from '../src/domain/topic/consultation.ts';
import type { Player } from '../src/server/cli/story/cast.ts';
import { axe } from './axe.ts';
import { screenshot } from './browser.ts';
import { fillForm } from './fill-form.ts';
import { answered, confirmEntry, isPostTo } from './story.ts';

/** One person of the story before an open page: what is looked up comes over the API, what is done is done on the screen. */
type Seat = { player: Player; page: Page; organisation: OrganisationFacts };

type Sheet = { on: string; payload: object; reasons: Readonly<Record<string, string>>; meeting?: object };

/**
 * The same person, acting through the screens alone: an act on its sheet, a confirmation in the queue, a receipt where the package
 * stands, a year on the page of the year. Every answer is read off the screen as well.
 */
export function onScreens(player: Player, page: Page, organisation: OrganisationFacts): Player {
  const seat = { player, page, organisation };
  return {
    ...player,
    // What the screen's own request was answered with is what the story would have been answered.
    post: async <Body>(path: string, body: unknown) => (await performed(seat, path, objectOf(body))) as Body,
    attempt: () => Promise.reject(new Error('This story tells no refusals.')),
  };
}

async function performed(seat: Seat, path: string, body: object): Promise<unknown> {
  const [, thing, id = '', , kind = ''] = path.split('/').slice(1);
  switch (thing) {
    case 'years':
      return openYear(seat, path, Number(objectOf(body).year));
    case 'entered-acts':
      return confirmEntered(seat);
    case 'packages':
      return signFor(seat, path, id, objectOf(body).on);
    case 'cases':
      if (path.endsWith('/consultation')) return convene(seat, path, id);
      if (path.endsWith('/opinions')) return sayOpinion(seat, path, id, objectOf(body));
      // The story's own body of an act; `telling.ts` has built it.
      return takeAct(seat, path, { caseId: id, kind: kind as ActKind }, body as Sheet);
    default:
      throw new Error(`No screen does ${path}.`);
  }
}

/**
 * Goes on within the product as by a link, which leaves the router's own words in the history: what stands open is not opened anew, as at
 * a desk. Opens the product where it is not yet.
 */
async function onward(page: Page, path: string): Promise<void> {
  if (page.url() === 'about:blank') {
    await page.goto(path);
    return;
  }
  await page.evaluate((to) => {
    const state = { usr: null, key: crypto.randomUUID(), idx: history.length };
    history.pushState(state, '', to);
    dispatchEvent(new PopStateEvent('popstate', { state }));
  }, path);
}

async function openYear({ page }: Seat, path: string, year: number): Promise<unknown> {
  await onward(page, '/year');
  await page.getByText('补建以前的年度').click();
  await page.getByLabel('以前的年度').click();
  await page.getByTitle(`${year}年`, { exact: true }).click();
  const got = await answered(page, path, () => page.getByRole('button', { name: `补建${year}年度` }).click());
  await page.getByText(`${year}年还没有确定联动监督议题`).waitFor();
  return got;
}

async function confirmEntered({ page }: Seat): Promise<unknown> {
  await onward(page, '/confirmations');
  return confirmEntry(page, page.getByRole('article'));
}

async function signFor({ page }: Seat, path: string, packageId: string, on: unknown): Promise<unknown> {
  if (typeof on === 'string' && on < today()) return signForEarlier(page, path, packageId, on);
  await onward(page, '/packages');
  const link = page.locator(`a[href="/packages/${packageId}"]`);
  const entry = page.locator('tr, li.card').filter({ has: link });
  const got = await answered(page, path, () => entry.getByRole('button', { name: /^签收/ }).click());
  await entry.getByText(/年.*签收$/).waitFor();
  return got;
}

/** The present day in Beijing. */
function today(): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());
}

/** What came on paper first, on the page of the package itself. */
async function signForEarlier(page: Page, path: string, packageId: string, on: string): Promise<unknown> {
  await onward(page, `/packages/${packageId}`);
  await page.getByRole('button', { name: '补登签收' }).click();
  await page.getByLabel('实际收到日期').fill(on);
  const dialog = page.getByRole('dialog', { name: '补登签收' });
  const got = await answered(page, path, () => dialog.getByRole('button', { name: '签收', exact: true }).click());
  await page.getByText('已签收').first().waitFor();
  return got;
}

async function convene({ page }: Seat, path: string, caseId: string): Promise<unknown> {
  await onward(page, `/cases/${caseId}/consultation`);
  await page.getByRole('button', { name: '发起会商' }).click();
  return answered(page, path, () =>
    page
      .getByRole('dialog')
      .getByRole('button', { name: /发起会商$/ })
      .click(),
  );
}

/** In the cell of the own body, which is the only one that it may fill in. */
async function sayOpinion({ page }: Seat, path: string, caseId: string, said: Said): Promise<unknown> {
  await onward(page, `/cases/${caseId}/consultation`);
  await page
    .getByRole('button', { name: /^填写 / })
    .first()
    .click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(stanceNames[said.stance as Stance], { exact: true }).click();
  await dialog.getByLabel(/^具体意见/).fill(String(said.comment));
  const got = await answered(page, path, () => dialog.getByRole('button', { name: '保存意见' }).click());
  await dialog.waitFor({ state: 'detached' });
  return got;
}

type Said = ReturnType<typeof objectOf>;

/** What is conferred on is closed from the page where it stands. */
const conferring: readonly string[] = ['record-consultation', 'consult-adjustment'];

async function openSheet(page: Page, caseId: string, kind: string): Promise<void> {
  if (!conferring.includes(kind)) return onward(page, `/cases/${caseId}/acts/${kind}`);
  await onward(page, `/cases/${caseId}/consultation`);
  await page.getByRole('link', { name: '结束会商，形成记录' }).click();
}

type Act = { caseId: string; kind: ActKind };

const submitButton = { name: /^(确认办理|登记，提请确认|提交)$/ };

async function takeAct(seat: Seat, path: string, { caseId, kind }: Act, sheet: Sheet): Promise<unknown> {
  const { page } = seat;
  await openSheet(page, caseId, kind);
  await page.getByRole('button', submitButton).waitFor();
  // What was conferred on is no record yet: the sheet itself says what its items are called.
  const items = recordedIn(objectOf(sheet.payload).items);
  const names = new Map([...(await namesFor(seat, caseId)), ...items]);
  const nameOf = (id: string | number) => names.get(String(id)) ?? String(id);
  const on = await setDay(page, sheet);
  await fillForm({ page, nameOf }, formOf(actSchemas[kind]), ['payload'], sheet.payload);
  if (sheet.meeting !== undefined) {
    await fillForm({ page, nameOf }, formOf(meetingSchema), ['meeting'], sheet.meeting);
  }
  if (kind === 'give-verdicts') await readUnmet(seat, caseId);
  if (unseenElsewhere.includes(kind)) await looksRightAtBothWidths(page, kind);
  const { sent, got } = await submitted(seat, path, sheet);
  expect(unordered(sent)).toMatchObject(unordered({ payload: sheet.payload, on }) as object);
  const { state, seq } = got as { state: 'recorded' | 'entered'; seq?: number };
  await page.getByText(state === 'entered' ? /已登记，待确认$/ : new RegExp(`^第${seq}号法定行为`)).waitFor();
  return got;
}

/** Desks that no other story opens. */
const unseenElsewhere: readonly string[] = ['compile-opinion', 'deliberate-again'];

/** A desk, filled in as it stands: nothing to find for axe, and nothing beside the page on a phone. */
async function looksRightAtBothWidths(page: Page, name: string): Promise<void> {
  const desk = page.viewportSize();
  // What was chosen last may still offer its choices.
  await page.keyboard.press('Escape');
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: desk?.height ?? 900 });
    await page.getByRole('button', submitButton).waitFor();
    expect(await page.evaluate((room) => document.documentElement.scrollWidth - room, width)).toBeLessThanOrEqual(0);
    expect(await axe(page)).toEqual([]);
    await screenshot(page, `${name}-${width}`);
  }
  if (desk !== null) await page.setViewportSize(desk);
}

/** Whoever judges a later round is told of each demand that an earlier one did not find met, and what this verdict makes of it (HAN-08). */
async function readUnmet({ player, page }: Seat, caseId: string): Promise<void> {
  const { state } = await player.get<{ state: CaseState }>(`/api/cases/${caseId}`);
  const before = unmetBefore(state.handling.rounds);
  if (before.length === 0) return;
  const told = page.getByRole('region', { name: '此前没有落实的审议要求' });
  await told.getByRole('heading', { name: `此前没有落实的审议要求（${before.length}项）` }).waitFor();
  await expect.poll(() => told.getByText(/^第\d+轮(已落实|仍未)/).count()).toBe(before.length);
  await screenshot(page, 'verdicts-second-round');
}

/** The day that the sheet will bear: a decision of the council that of its meeting. */
async function setDay(page: Page, sheet: Sheet): Promise<string | undefined> {
  const day = page.getByRole('button', { name: '修改办理日期' });
  if ((await day.count()) === 0) return objectOf(sheet.meeting).date as string | undefined;
  await day.click();
  await page.getByLabel('办理日期').fill(sheet.on);
  return sheet.on;
}

/** What stands at a field that is not filled in as it has to be. */
const complaint = '.ant-form-item-explain-error';

/** Submits until no further reason is asked for: some rules speak only once the sheet is complete, some only on the server. */
async function submitted({ page }: Seat, path: string, { reasons }: Sheet): Promise<{ sent: unknown; got: unknown }> {
  for (let tries = 1; tries <= 3; tries += 1) {
    await giveReasons(page, reasons);
    await page.locator(complaint).first().waitFor({ state: 'detached' });
    const response = await answerTo(page, path);
    if (response?.ok() === true) return { sent: response.request().postDataJSON(), got: await response.json() };
  }
  const said = await page.locator(`${complaint}, .problem-alert, .refusals`).allInnerTexts();
  throw new Error(`${path} is not taken: ${said.join('\n')}`);
}

/** The server's answer to the sheet, or none where the form itself asks for more. */
async function answerTo(page: Page, path: string): Promise<Response | undefined> {
  const answer = page.waitForResponse(isPostTo(path));
  const complained = page.locator(complaint).first().waitFor();
  const click = page.getByRole('button', submitButton).click();
  const [first] = await Promise.all([Promise.race([answer, complained.then(() => undefined)]), click]);
  return first;
}

/** A reason may be asked for until the day is filled in, and then no longer: whatever is gone when its turn comes is passed over. */
async function giveReasons(page: Page, reasons: Sheet['reasons']): Promise<void> {
  const asked = page.getByLabel(/^理由（/);
  for (const id of await asked.evaluateAll((fields) => fields.map((field) => field.id))) {
    const field = page.locator(`[id="${id}"]`);
    const reason = reasons[id.replace(/^reasons_/, '')];
    await page.waitForTimeout(50);
    if ((await field.count()) === 0) continue;
    if (reason === undefined) throw new Error(`The sheet asks for a reason that the story does not give: ${id}`);
    await field.fill(reason);
  }
}

/** What people call everything a sheet of the case may refer to: the people and places of the linkage, cases, and what the own record holds. */
async function namesFor({ player, organisation }: Seat, caseId: string): Promise<ReadonlyMap<string, string>> {
  const [{ state }, { cases }] = await Promise.all([
    player.get<{ state: unknown }>(`/api/cases/${caseId}`),
    player.get<{ cases: CaseView[] }>('/api/cases'),
  ]);
  const { tenants, units, parks, appointments } = organisation;
  return new Map([
    ...appointments.map(({ personId, personName }) => [personId, personName] as const),
    ...[...tenants, ...units, ...parks, ...cases, ...satisfactionRules].map(({ id, name }) => [id, name] as const),
    ...recordedIn(state),
  ]);
}

/** Everything in a record that has an identifier, with the words it goes by. */
function recordedIn(record: unknown): [string, string][] {
  if (typeof record !== 'object' || record === null) return [];
  const { id, key, title, problem, name, matter, text } = objectOf(record);
  const words = [title, problem, name, matter, text].find((word) => typeof word === 'string');
  const own = id ?? key;
  return [
    ...(typeof own === 'string' && words !== undefined ? [[own, String(words)] satisfies [string, string]] : []),
    ...Object.values(record).flatMap(recordedIn),
  ];
}

/** Lists compare without their order: a form keeps that of its choices. */
function unordered(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(unordered).toSorted((one, other) => JSON.stringify(one).localeCompare(JSON.stringify(other)));
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, member]) => [key, unordered(member)] as const);
  return Object.fromEntries(entries.toSorted(([one], [other]) => one.localeCompare(other)));
}
