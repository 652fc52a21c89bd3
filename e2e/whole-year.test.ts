import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import type { Tenant } from '../src/domain/organisation/tenant.ts';
import {
  playCitySession,
  playCountyConvening,
  playCountySession,
  playSpecialMeeting,
  playWorkReport,
} from '../src/server/cli/story/deliberation-story.ts';
import {
  playCityReport,
  playDeputiesAndExtension,
  playFindings,
  playImplementationPlan,
  playLateReport,
  playSafeguards,
  playTeam,
  playVisits,
  type TopicStory,
} from '../src/server/cli/story/research-story.ts';
import { type Handling, playClosing, playHandOver, playRound } from '../src/server/cli/story/results-story.ts';
import { convene, type Sitting } from '../src/server/cli/story/sitting-story.ts';
import { finishedSessionDay, shifted } from '../src/server/cli/story/story-days.ts';
import { act, type CaseRef, sign } from '../src/server/cli/story/telling.ts';
import { playSecondRound } from '../src/server/cli/story/topic-story.ts';
import { playJointPlan, playSettling, playSolicitation } from '../src/server/cli/story/topics-story.ts';
import { axe } from './axe.ts';
import { type Login, type Seats, takeSeats } from './seats.ts';
import { startStory } from './story.ts';

/** One topic of one city and its county, from the call for topics to its second round, wholly on the screens of eleven people. */
const stage = startStory({ withPeople: 'one-county' });
const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
const session = finishedSessionDay(today, []);
const name = '城区停车管理';
const wanted = {
  year: Number(session.slice(0, 4)),
  topics: [{ name, domain: 'social-governance', deliberationDate: session, lead: '城' }],
  trials: false,
} as const;

let seats: Seats;
let story: Seats['story'];
let county: Tenant;
let yearCase: CaseRef;
let told: TopicStory;
let memberIds: readonly string[];
let citySitting: Sitting;
let countySitting: Sitting;

beforeAll(async () => {
  seats = await takeSeats(stage, today);
  ({ story } = seats);
  const [only] = story.counties;
  if (only === undefined) throw new Error('The city has no county.');
  county = only;
});

test('S1.1 S1.2 both levels call for topics, register suggestions and put their lists forward', async () => {
  yearCase = await playSolicitation(story, wanted);
});

test('S1.3 S1.4 the two levels confer, and the draft of the joint plan goes to the county', async () => {
  await playJointPlan(story, yearCase, wanted);
});

test('S1.4 S1.5 S1.6 both councils decide, the topic is settled, both annual plans are adopted and published', async () => {
  const [topic] = await playSettling(story, yearCase, wanted);
  if (topic === undefined) throw new Error('No topic was settled.');
  told = { topic, name, session, trials: false };
});

test('S2.1 S2.2 the implementation plan is drafted, commented on by the county and approved', async () => {
  await playImplementationPlan(story, told);
});

test('S2.3 a research team of both levels is formed', async () => {
  memberIds = await playTeam(story, told);
});

test('S2.6 S2.7 S5.4 S5.5 deputies are invited, one brings a concern, the county does research of its own', async () => {
  await playDeputiesAndExtension(story, told);
});

test('S5.1 S5.2 S5.3 guidance, exchange, the answer to the deputy, and a major matter reported to the party', async () => {
  await playSafeguards(story, told);
});

test('S2.4 S2.5 the county and a department of the city are visited', async () => {
  await playVisits(story, told, memberIds);
  const payload = {
    places: [{ kind: 'department', organId: seats.departmentId }],
    forms: ['briefing', 'talk'],
    units: ['停车管理的主管部门'],
    memberIds: memberIds.slice(0, 2),
    notes: '听取汇报。',
  };
  await act(story, { by: story.city, in: told.topic, kind: 'record-visit', on: shifted(session, -66), payload });
});

test('S2.8 both levels record what they found', async () => {
  await playFindings(story, told);
});

test("S2.8 S2.9 S2.10 the city's report is final; the county's, which comes late, is answered all the same", async () => {
  await playCityReport(story, told);
  await playLateReport(story, told);
});

test('S3.1 both councils fix their sessions, the county within the seven days with its reason', async () => {
  const { city } = story;
  citySitting = await convene(story, {
    body: city,
    yearCase,
    decidedOn: shifted(session, -76),
    opens: session,
    closes: shifted(session, 1),
    items: [{ topicId: told.topic.id, purpose: 'deliberation', title: `听取和审议“${name}”专项工作报告` }],
  });
  countySitting = await playCountyConvening(story, told, yearCase, county);
});

test('S3.1 S3.2 S3.3 the county hears its government, assesses, forms its opinion and sends its results', async () => {
  await playWorkReport(story, told, county, countySitting.opens);
  await playCountySession(story, told, countySitting);
});

test('S3.4 S3.5 the city has the report of its government, and a special meeting hears the county', async () => {
  await playWorkReport(story, told, story.city, citySitting.opens);
  await sign(story, story.city, shifted(citySitting.opens, -3));
  await playSpecialMeeting(story, told);
});

test('S3.5 S3.6 S3.7 the city sits for two days: hearing, county, inquiry, assessment, and its opinion by vote', async () => {
  await playCitySession(story, told, citySitting);
});

function handlingOf({ body, closes }: Sitting): Handling {
  return { told, body, base: closes, yearCase };
}

test("S4.1 S4.2 S4.3 S4.4 the county's demands are handled to its satisfaction and its track is closed", async () => {
  const handling = handlingOf(countySitting);
  await playHandOver(story, handling);
  await playRound(story, { ...handling, from: 10, round: 1, satisfied: true });
  await playClosing(story, handling, 112);
});

test('S4.1 the city hands over; what was sent is read, and the auditor sees who of the own committee did', async () => {
  await playHandOver(story, handlingOf(citySitting));
  const party = await read('519900.party', `“${name}”监督结果`, '工作取得阶段性成效，但与群众期盼还有差距。');
  expect(await axe(party)).toEqual([]);
  const audit = seats.pageOf('519900.audit');
  await audit.goto('/admin/audit?category=reading');
  const before = await readingsIn(audit);
  await read('519900.office', `${county.shortName}关于“${name}”的调研报告`, `${county.shortName}${name}短板明显`);
  await audit.reload();
  await expect.poll(() => readingsIn(audit)).toBe(before + 1);
});

/** How many packages the committee's own people have opened, on the auditor's screen. */
async function readingsIn(audit: Page): Promise<number> {
  const table = audit.getByRole('table', { name: '审计日志' });
  await table.getByRole('row').nth(1).waitFor();
  return table.getByRole('row').filter({ hasText: '查阅报送件' }).count();
}

/** Opens a package from the list of what came. */
async function read(login: Login, title: string, content: string): Promise<Page> {
  const page = seats.pageOf(login);
  await page.goto('/packages');
  await page.getByRole('link', { name: title }).click();
  await page.getByText(content).first().waitFor();
  return page;
}

test('S4.2 S4.3 S4.4 its government promises, proves and reports; the session is not satisfied', async () => {
  await playRound(story, { ...handlingOf(citySitting), from: 10, round: 1, satisfied: false });
});

test('S4.5 S5.6 one next step is chosen, the second round satisfies, and the track is closed', async () => {
  await playSecondRound(story, handlingOf(citySitting));
});

test('S1.1–S5.6 the procedure reports of the year and of the topic show no clause that was not kept', async () => {
  const office = seats.pageOf('519900.office');
  for (const { id } of [yearCase, told.topic]) {
    await office.goto(`/cases/${id}?tab=compliance`);
    const counts = office.getByRole('list', { name: '合计' });
    await counts.getByText(/^已落实 \d+$/).waitFor();
    expect(await counts.getByText(/^(未落实|尚未到期)/).allInnerTexts()).toEqual([]);
    expect(await axe(office)).toEqual([]);
  }
  expect(stage.browser.pageErrors).toEqual([]);
});
