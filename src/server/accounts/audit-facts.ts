import { type AuditEntry, auditActionNames, auditCategoryNames } from '../../contract/audit.ts';
import { enteredStateNames } from '../../contract/entered-acts.ts';
import { attendanceNames, invitationAnswerNames } from '../../contract/invitation-list.ts';
import { gradeNames } from '../../domain/ballot/satisfaction.ts';
import { dueStandingNames } from '../../domain/handling/problem-due.ts';
import { problemStandingNames } from '../../domain/handling/problem-line.ts';
import { promiseStandingNames } from '../../domain/handling/promises.ts';
import { noticeKindNames } from '../../domain/notice/notice.ts';
import type { Role } from '../../domain/organisation/actor.ts';
import { postNames } from '../../domain/organisation/facts.ts';
import { endingSoonDays } from '../../domain/organisation/membership.ts';
import { roleNames } from '../../domain/organisation/separation.ts';
import { type SettingKey, settingFields } from '../../domain/organisation/setting-fields.ts';
import { packageKindNames } from '../../domain/package/contents.ts';
import { severityNames } from '../../domain/research/finding.ts';
import { searchKindNames } from '../../domain/search/search-kinds.ts';
import { suggestionStandingNames } from '../../domain/topic/suggestion-rows.ts';
import { topicDomainNames } from '../../domain/topic/topic.ts';

/** Names of tenants and units by their ids, as far as the details of some entries mention them. */
export type NamesById = ReadonlyMap<string, string>;
type Fact = AuditEntry['facts'][number];

const idPattern = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;

/** What each part of a detail is called; what is not named here (the order of a list) tells an auditor nothing. */
const titles: Readonly<Record<string, string>> = {
  name: '清单',
  rows: '行数',
  box: '收发',
  receipt: '签收',
  kind: '种类',
  category: '类别',
  action: '行为',
  year: '年度',
  domain: '领域',
  standing: '办理结果',
  state: '状态',
  confirmation: '确认情况',
  unread: '已读和未读',
  receipts: '签收记录',
  tenure: '任职情况',
  post: '职务',
  content: '内容种类',
  grade: '结果',
  of: '测评事项',
  counties: '县级测评',
  answer: '答复',
  attendance: '签到',
  place: '地方',
  body: '单位',
  organ: '机关',
  met: '已做完的议题',
  open: '范围',
  organs: '机关的步骤',
  optional: '可选步骤',
  severity: '程度',
  stands: '目前',
  due: '期限',
  repeat: '再次出现',
  view: '显示方式',
  promise: '承诺',
  caseId: '事项',
  tenantId: '单位',
  partyId: '对方单位',
  from: '自',
  until: '至',
  was: '原至',
  source: '依据',
  days: '天数',
  people: '人数',
  added: '新增行数',
  accounts: '账号数',
  count: '个数',
  login: '登录名',
  digest: '文件摘要（前16位）',
};

/** Words of what is recorded by code. Codes of different lists never mean different things under one title. */
const words: Readonly<Record<string, string>> = {
  in: '收到',
  out: '发出',
  waiting: '待签收',
  received: '已签收',
  held: '在任',
  convened: '已确定会期',
  open: '进行中',
  closed: '已结束',
  'in-work': '办理中',
  withdrawn: '已撤销',
  report: '专项工作报告',
  handling: '审议意见办理情况',
  ...gradeNames,
  ...topicDomainNames,
  hidden: '不列',
  city: '全市',
  ...suggestionStandingNames,
  ...packageKindNames,
  ...noticeKindNames,
  ...auditCategoryNames,
  ...auditActionNames,
};

/** Words of codes that mean another thing elsewhere, by the part of the detail they stand in. */
const wordsOf: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  confirmation: enteredStateNames,
  unread: { true: '只看未读' },
  receipts: { true: '包括' },
  tenure: { held: '在任', ending: `${endingSoonDays}日内届满`, all: '全部，含已离任的' },
  post: postNames,
  content: searchKindNames,
  answer: invitationAnswerNames,
  attendance: attendanceNames,
  open: { now: '现在要办理的', late: '逾期的', true: '只看尚未落实和变通的' },
  organs: { shown: '列出', hidden: '不列' },
  optional: { shown: '列出', hidden: '不列' },
  severity: severityNames,
  met: { shown: '同时列出' },
  stands: problemStandingNames,
  due: dueStandingNames,
  repeat: { only: '只列再次出现的' },
  view: { demands: '按审议要求' },
  promise: promiseStandingNames,
};

/** Whether a filter of an exported list is told in words, for the test that asks it of every list. */
export function isToldInWords(key: string, value: string): boolean {
  return key in titles && wordOf(key, value) !== undefined;
}

/**
 * The detail of an entry in words: filters, what a setting and the roles were before, sums. Nothing of it is contents. Ids whose names the
 * reader cannot know stay out.
 */
export function auditFacts(detail: Readonly<Record<string, unknown>>, names: NamesById): Fact[] {
  return Object.entries(detail).flatMap(([key, value]): Fact[] => {
    if (isChangedSettings(key, value))
      return Object.entries(value).flatMap(([one, change]) => settingFact(one, change));
    if (isGrants(value) && (key === 'before' || key === 'after')) {
      return [{ title: key === 'before' ? '原角色' : '现角色', text: grantsText(value, names) }];
    }
    if (key === 'changed' && typeof value === 'number') return [{ title: '变动行数', text: String(value) }];
    if (key === 'administrators' && Array.isArray(value)) return [{ title: '管理员人数', text: String(value.length) }];
    const title = titles[key];
    const text = textOf(key, value, names);
    return title === undefined || text === undefined ? [] : [{ title, text }];
  });
}

/** The ids in the details of entries, to be asked for by name. */
export function idsIn(details: readonly Readonly<Record<string, unknown>>[]): string[] {
  const found = new Set<string>();
  for (const detail of details) {
    for (const value of Object.values(detail)) {
      if (typeof value === 'string' && idPattern.test(value)) found.add(value);
      if (isGrants(value)) for (const { unitId } of value) if (unitId !== null) found.add(unitId);
    }
  }
  return [...found];
}

function wordOf(key: string, code: string): string | undefined {
  return wordsOf[key]?.[code] ?? words[code];
}

function textOf(key: string, value: unknown, names: NamesById): string | undefined {
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return undefined;
  return idPattern.test(value) ? names.get(value) : (wordOf(key, value) ?? value);
}

type Grants = readonly { role: Role; unitId: string | null }[];

function isGrants(value: unknown): value is Grants {
  return (
    Array.isArray(value) &&
    value.every((one) => typeof one === 'object' && one !== null && 'role' in one && 'unitId' in one)
  );
}

function grantsText(grants: Grants, names: NamesById): string {
  if (grants.length === 0) return '无';
  return grants
    .map(({ role, unitId }) => {
      const unit = unitId === null ? undefined : names.get(unitId);
      return unit === undefined ? roleNames[role] : `${roleNames[role]}（${unit}）`;
    })
    .join('、');
}

function isChangedSettings(key: string, value: unknown): value is Record<string, unknown> {
  return key === 'changed' && typeof value === 'object' && value !== null && !Array.isArray(value);
}

function settingFact(key: string, change: unknown): Fact[] {
  if (!(key in settingFields) || !Array.isArray(change)) return [];
  // The proof for the cast: the key was found among the fields, and both values were settings when they were recorded.
  const { title, show } = settingFields[key as SettingKey] as { title: string; show: (value: unknown) => string };
  const [before, after] = change;
  return [{ title, text: `${show(before)}→${show(after)}` }];
}
