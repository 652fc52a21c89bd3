import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { axe } from './axe.ts';
import { screenshot } from './browser.ts';
import { giveReasons, startStory } from './story.ts';

const story = startStory({ withPeople: true });
const { pageOf, post, confirmAsChair } = story;
let yearId: string;
/** A sitting that begins today, convened and announced; tests open it in the browser. */
let sittingId: string;
const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

beforeAll(async () => {
  sittingId = await conveneToday();
});

type Answer = { state?: string; code?: string; enteredId?: string; caseId?: string; createdCaseIds?: string[] };
type Refused = { refusals?: { code: string; force: string }[] };

/** Takes an act, giving a reason for every rule in principle it departs from: which ones, depends on the day the test runs. */
async function take(page: Page, caseId: string, kind: string, body: object): Promise<Answer> {
  const path = `/cases/${caseId}/acts/${kind}`;
  const first = await post<Answer & Refused>(page, path, { ...body, on: today });
  if (first.state !== undefined) return first;
  const reasons = Object.fromEntries((first.refusals ?? []).map(({ code }) => [code, '示例：浏览器测试的理由']));
  const second = await post<Answer>(page, path, { ...body, on: today, reasons });
  if (second.state === undefined) throw new Error(`${kind}: ${JSON.stringify(second)}`);
  return second;
}

async function conveneToday(): Promise<string> {
  const [office, chair] = [await pageOf('510700.office'), await pageOf('510700.chair')];
  const { caseId = '' } = await post<Answer>(office, '/years', { year: Number(today.slice(0, 4)) });
  yearId = caseId;
  const council = await councilOf(chair);
  const entered = await take(office, caseId, 'convene-session', {
    payload: { number: '第四十五次会议', opens: today, closes: today, items: [] },
    meeting: { date: today, name: '主任会议', chairId: council[0], presentIds: council },
  });
  const recorded = await post<Answer>(chair, `/entered-acts/${entered.enteredId}/confirmation`, {});
  const [created = ''] = recorded.createdCaseIds ?? [];
  await take(office, created, 'send-session-notice', { payload: { matters: [{ title: '示例事项' }], note: '' } });
  return created;
}

async function councilOf(chair: Page): Promise<string[]> {
  const { appointments } = await (
    await chair.context().request.get(`${story.product.url}/api/linkage/appointments`)
  ).json();
  const me = await (await chair.context().request.get(`${story.product.url}/api/me`)).json();
  const posts: { personId: string; tenantId: string; post: string }[] = appointments;
  const council = posts.filter(
    ({ tenantId, post }) => tenantId === me.tenantId && ['chair', 'vice-chair', 'secretary-general'].includes(post),
  );
  return [me.personId, ...council.map(({ personId }) => personId).filter((id) => id !== me.personId)];
}

test('who came is ticked in one list, and the quorum is told while it is filled in', async () => {
  const office = await pageOf('510700.office');
  await office.goto(`/cases/${sittingId}/acts/open-session`);
  const list = office.getByRole('group', { name: '出席的组成人员' });
  await list.getByText(/还差\d+人/).waitFor();
  await list.getByRole('button', { name: /^全部到会/ }).click();
  await list.getByText(/已选(\d+)人，共\1人.*已经够数/).waitFor();
  const everybody = await list.getByRole('checkbox').count();
  await list.getByRole('searchbox').fill((await list.getByRole('listitem').last().innerText()).trim());
  await list.getByRole('checkbox').first().focus();
  await office.keyboard.press('Space');
  await list.getByText(`已选${everybody - 1}人，共${everybody}人`).waitFor();
  expect(await axe(office)).toEqual([]);
  await office.keyboard.press('Space');

  await office.getByRole('combobox', { name: '主持人' }).click();
  await office.keyboard.press('Enter');
  // Heads of the four organs stand there by name; the sitting deliberates nothing, so no county is expected.
  const rows = office.getByRole('group', { name: /^列席人员第\d+项$/ });
  for (const row of await rows.all()) expect(await row.getByLabel('姓名').inputValue()).not.toBe('');
  expect(await rows.count()).toBe(4);
  await giveReasons(office);
  await office.getByRole('button', { name: '登记，提请确认' }).click();
  await office.getByText('“会议开会”已登记，待确认').waitFor();
  await confirmAsChair('会议开会');
});

test('a vote by name is a table on a phone: one stand each, counted while it is filled in', async () => {
  const office = await pageOf('510700.office', 390);
  await office.goto(`/cases/${sittingId}/acts/adopt-agenda`);
  // The agenda is what the notice told.
  await office.getByLabel('事项').waitFor();
  expect(await office.getByLabel('事项').inputValue()).toBe('示例事项');
  await office.getByLabel('表决时间').fill('09:30');
  await office.getByText(/^尚未登记\d+$/).waitFor();
  await office.getByRole('button', { name: /^全部赞成/ }).click();
  await office.getByText(/^尚未登记0$/).waitFor();
  const table = office.getByRole('table', { name: /^表决/ });
  const everybody = (await table.getByRole('row').count()) - 1;
  const first = table.getByRole('row').nth(1);
  await first.getByRole('radio', { name: /：赞成$/ }).focus();
  await office.keyboard.press('ArrowRight');
  expect(await first.getByRole('radio', { name: /：反对$/ }).isChecked()).toBe(true);
  await office.getByText(new RegExp(`^赞成${everybody - 1}$`)).waitFor();
  await office.getByText('按目前登记：通过').waitFor();
  expect(await office.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
  expect(await axe(office)).toEqual([]);
  await screenshot(office, 'vote-by-name-390');
  await office.getByRole('button', { name: '登记，提请确认' }).click();
  await office.getByText('“通过会议议程”已登记，待确认').waitFor();
  expect(story.browser.pageErrors).toEqual([]);
});

type Available = { acts: { kind: string; refusals: { force: string }[] }[] };

test.each(['510700.office', '510703.office'])('every sheet open to %s names each control in Chinese', async (login) => {
  const office = await pageOf(login);
  let opened = 0;
  for (const caseId of login.startsWith('510700') ? [yearId, sittingId] : [yearId]) {
    for (const kind of await kindsOpenTo(office, caseId)) {
      await office.goto(`/cases/${caseId}/acts/${kind}`);
      await office.getByRole('button', { name: /^确认办理|^登记/ }).waitFor();
      for (const add of await office.getByRole('button', { name: /^添加/ }).all()) await add.click();
      expect(await unnamedControls(office), kind).toEqual([]);
      expect(await axe(office), kind).toEqual([]);
      opened += 1;
    }
  }
  expect(opened).toBeGreaterThan(1);
});

async function kindsOpenTo(page: Page, caseId: string): Promise<string[]> {
  const answer = await page.context().request.get(`${story.product.url}/api/cases/${caseId}/available-acts`);
  const { acts }: Available = await answer.json();
  return acts.filter(({ refusals }) => refusals.every(({ force }) => force !== 'must')).map(({ kind }) => kind);
}

/** What is filled in and has no name in Chinese letters. */
function unnamedControls(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('main input, main textarea')]
      .filter((control) => control.offsetParent !== null)
      .map((control) => ({
        control,
        name: `${control.getAttribute('aria-label') ?? ''}${[...(control.labels ?? [])].map((label) => label.textContent).join('')}`,
      }))
      .filter(({ name }) => !/\p{Script=Han}/u.test(name))
      .map(({ control }) => control.outerHTML),
  );
}
