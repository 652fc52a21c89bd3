import type { Width } from '../e2e/browser.ts';

/** What is done on a page before its picture is taken: the words are those on the screen; `{in 34 days}` is a day. */
export type Deed =
  | { click: string; as?: 'button' | 'link' | 'radio' | 'checkbox' | 'option' }
  | { open: string }
  | { fill: string; with: string }
  | { choose: string; option: string }
  | { scrollTo: string }
  | { waitFor: string };

/** One picture of docs/guide/images. */
export type Picture = {
  /** File name without `.png`. */
  name: string;
  /** A login of the demo; none for a page in front of the sign-in. */
  login?: string;
  /** An address; `{topic 饮用水水源保护}` is the id of that topic, `{year 2027}` that of a year's case. */
  page: string;
  width: Width;
  /** Of the window, where its usual one (900, 844) shows too much or too little. */
  height?: number;
  deeds?: readonly Deed[];
  /** What is done after it, for the pictures that follow. */
  after?: readonly Deed[];
  /** Changes the demo and is therefore done only in one that is thrown away afterwards. */
  changes?: true;
};

const researched = '{topic 养老服务体系建设}';
const handled = '{topic 饮用水水源保护}';
const closed = '{topic 城区停车管理}';
const calling = '{year 2027}';

/** Every picture of the guide, in the order in which they are taken: what changes the demo stands last. */
export const pictures: readonly Picture[] = [
  { name: 'sign-in', page: '/sign-in', width: 1440, height: 640 },
  { name: 'my-work', login: '510700.office', page: '/', width: 1440, height: 760 },
  {
    name: 'date-reason',
    login: '510700.office',
    page: `/cases/${researched}?tab=dates`,
    width: 1440,
    height: 640,
    deeds: [{ click: '查看计算依据' }],
  },
  { name: 'search', login: '510700.office', page: '/search?text=水源', width: 1440, height: 620 },
  { name: 'notices', login: '510703.office', page: '/notices', width: 1440, height: 560 },
  { name: 'packages', login: '510703.office', page: '/packages', width: 1440, height: 640 },
  {
    name: 'calendar-feed',
    login: '510703.office',
    page: '/me',
    width: 1440,
    height: 600,
    deeds: [{ scrollTo: '日历订阅' }],
  },

  { name: 'city-office-year', login: '510700.office', page: '/year?year=2026', width: 1440, height: 780 },
  {
    name: 'city-office-suggestions',
    login: '510700.office',
    page: `/cases/${calling}/suggestions`,
    width: 1440,
    height: 760,
  },
  { name: 'city-office-acts', login: '510700.office', page: `/cases/${calling}/acts`, width: 1440, height: 760 },
  { name: 'city-office-board', login: '510700.office', page: `/board/${researched}`, width: 1440, height: 870 },
  { name: 'city-office-sessions', login: '510700.office', page: '/sessions', width: 1440, height: 560 },
  { name: 'city-office-duties', login: '510700.office', page: '/leader-duties', width: 1440, height: 560 },
  {
    name: 'city-committee-research',
    login: '510700.committee5',
    page: `/cases/${researched}?tab=research`,
    width: 1440,
    height: 700,
    deeds: [{ scrollTo: '调研覆盖' }],
  },
  {
    name: 'city-committee-acts',
    login: '510700.committee4',
    page: `/cases/${handled}/acts`,
    width: 1440,
    height: 560,
    deeds: [{ click: '只看可以办理的', as: 'checkbox' }],
  },
  {
    name: 'city-committee-problems',
    login: '510700.committee4',
    page: `/cases/${closed}?tab=problems`,
    width: 1440,
    height: 760,
  },
  {
    name: 'city-committee-compliance',
    login: '510700.committee4',
    page: `/cases/${closed}?tab=compliance`,
    width: 1440,
    height: 760,
  },
  {
    name: 'field-notes',
    login: '510700.office',
    page: `/cases/${researched}/field-notes`,
    width: 390,
    height: 1000,
    deeds: [
      { choose: '地点', option: '其他地点' },
      { fill: '具体地点', with: '示例养老服务中心' },
      { fill: '记录内容', with: '活动室每周只开放两天，老人反映时间太短（示例）。' },
      { waitFor: '断网也能打开本页' },
    ],
  },
  { name: 'county-work', login: '510703.office', page: '/', width: 1440, height: 760 },
  { name: 'county-expectations', login: '510703.office', page: '/expectations', width: 1440, height: 760 },
  { name: 'county-topic', login: '510703.office', page: `/cases/${researched}`, width: 1440, height: 760 },
  {
    name: 'county-report',
    login: '510703.committee1',
    page: `/cases/${researched}/acts/finalise-research-report`,
    width: 1440,
    height: 760,
  },
  { name: 'chair-overview', login: '510700.chair', page: '/board', width: 1440, height: 700 },
  { name: 'chair-assessments', login: '510700.chair', page: '/assessments', width: 1440, height: 640 },
  { name: 'member-topic', login: '510700.member9', page: `/cases/${handled}`, width: 390 },
  { name: 'member-history', login: '510700.member9', page: `/cases/${closed}?tab=history`, width: 1440, height: 600 },
  { name: 'member-interpellation', login: '510781.member9', page: '/interpellations', width: 390 },
  { name: 'deputy', login: '510700.deputy1', page: '/deputies', width: 390 },
  { name: 'deputy-suggest', login: '510700.deputy1', page: `/cases/${calling}/acts/suggest-topic`, width: 390 },
  { name: 'organ-work', login: '510700.gov', page: '/', width: 1440, height: 560 },
  {
    name: 'organ-answers',
    login: '510700.gov',
    page: `/cases/${handled}/acts/answer-demands`,
    width: 1440,
    height: 740,
  },
  { name: 'organ-answers-phone', login: '510700.gov', page: `/cases/${handled}/acts/answer-demands`, width: 390 },
  { name: 'party-packages', login: '510700.party', page: '/packages', width: 1440, height: 560 },
  { name: 'admin-accounts', login: '510700.security', page: '/admin/accounts', width: 1440, height: 600 },
  { name: 'admin-workbook', login: '510700.system', page: '/admin/workbook', width: 1440, height: 560 },
  { name: 'admin-audit', login: '510700.audit', page: '/admin/audit', width: 1440, height: 600 },

  {
    name: 'draft',
    login: '510703.committee1',
    page: `/cases/${researched}/acts/finalise-research-report`,
    width: 1440,
    height: 640,
    deeds: [{ fill: '内容', with: '联合调研和延伸调研的基本情况（示例）。' }, { waitFor: '保存，尚未办理' }],
    changes: true,
  },
  {
    name: 'city-committee-itinerary',
    login: '510700.committee5',
    page: `/cases/${researched}/itinerary`,
    width: 1440,
    height: 900,
    deeds: [{ click: '建议行程', as: 'button' }, { waitFor: '行程已保存。' }, { scrollTo: '覆盖情况' }],
    changes: true,
  },
  { name: 'unfinished', login: '510703.committee1', page: '/', width: 1440, height: 560, changes: true },
  {
    name: 'city-office-entry',
    login: '510700.office',
    page: `/cases/${researched}/acts/convene-session`,
    width: 1440,
    height: 880,
    deeds: [
      { fill: '会议名称', with: '绵阳市人大常委会第四十三次会议' },
      { fill: '召开日期', with: '{in 34 days}' },
      { fill: '闭会日期', with: '{in 34 days}' },
      { click: '全部到会' },
      { choose: '主持人', option: '冯练习一' },
      { scrollTo: '主任会议' },
    ],
    after: [{ click: '登记，提请确认' }, { waitFor: '已登记，待确认' }],
    changes: true,
  },
  { name: 'chair-confirm', login: '510700.chair', page: '/confirmations', width: 390, height: 900 },
];
