import {
  type AskedTopic,
  expectedTopicsOf,
  expectedTopicsShown,
  exportExpectations,
} from '../../contract/expectation-list.ts';
import { withDayTexts } from '../../domain/calendar/day-text.ts';
import type { Actor } from '../../domain/organisation/actor.ts';
import type { CaseView, PlainDateText } from '../../domain/procedure/case.ts';
import type { Expectation } from '../../domain/procedure/city-expects.ts';
import { courseOf, type SentUp } from '../../domain/procedure/expectation-course.ts';
import { obligationStateNames } from '../../domain/procedure/worklist.ts';
import { forceText } from '../../domain/refusal.ts';
import { cityDayOf } from '../../domain/session/county-session.ts';
import { loadCases } from '../acts/act-facts.ts';
import type { Trx } from '../db/database.ts';
import { ForbiddenError } from '../errors.ts';
import type { App } from '../http/app-parts.ts';
import { mustReadContents } from '../http/reading.ts';
import { registerRoute } from '../http/route.ts';
import { sendTable, type TableColumn } from '../http/table-file.ts';
import { linkageFacts } from '../organisations/linkage-facts-queries.ts';
import { listNewestSent } from '../packages/package-queries.ts';
import { listVisitNoticeRows } from './visit-notice-store.ts';

type Row = { topic: CaseView; one: Expectation; sentUp: SentUp | undefined };

const columns: readonly TableColumn<Row>[] = [
  { title: '年度', width: 8, kind: 'number', value: ({ topic }) => topic.year },
  { title: '议题', width: 36, value: ({ topic }) => topic.name },
  {
    title: '市级审议',
    width: 12,
    kind: 'date',
    value: ({ topic }) => cityDayOf(topic)?.opens ?? null,
  },
  { title: '要求', width: 36, value: ({ one }) => one.title },
  { title: '状态', width: 10, value: ({ one }) => obligationStateNames[one.state] },
  { title: '期限', width: 12, kind: 'date', value: ({ one }) => one.due ?? null },
  { title: '依据', width: 14, value: ({ one }) => one.clause },
  { title: '效力', width: 18, value: ({ one }) => forceText(one.force, one.dueForce) },
  { title: '办理情况', width: 50, value: courseText },
  { title: '期限的算法', width: 50, value: ({ one }) => withDayTexts(one.explanation?.arithmetic ?? '') || null },
];

/** What the city expects of a county over all topics, as a spreadsheet. */
export function registerExpectationRoutes(app: App): void {
  registerRoute(app, exportExpectations, async (call) => {
    const { actor, query, today } = call;
    mustReadContents(actor);
    mustBeCounty(actor);
    return call.read(async (trx) => {
      const rows = await rowsOf(trx, expectedTopicsShown(await expectedOf(trx, actor, today), query), actor);
      const table = { name: '市里要求', columns, rows };
      return sendTable(trx, call, table, { list: 'expectations', detail: query });
    });
  });
}

async function expectedOf(trx: Trx, actor: Actor, today: PlainDateText): Promise<readonly AskedTopic[]> {
  const { cityCode, tenantId } = actor;
  const [topics, rules, told] = [
    await loadCases(trx, cityCode, null, 'topic'),
    await linkageFacts(trx, cityCode),
    await listVisitNoticeRows(trx, actor),
  ];
  const noticeOf = (topic: CaseView) => told.find(({ caseId }) => caseId === topic.id)?.notice;
  return expectedTopicsOf(topics, { countyId: tenantId, rules, today, noticeOf });
}

async function rowsOf(trx: Trx, shown: readonly AskedTopic[], actor: Actor): Promise<Row[]> {
  const all = shown.flatMap(({ topic, expectations }) => expectations.map((one) => ({ topic, one })));
  const kinds = new Set(all.flatMap(({ one }) => one.packageKind ?? []));
  const sent = await listNewestSent(trx, actor, [...kinds]);
  return all.map(({ topic, one }) => {
    const sealed = sent.find(({ caseId, kind }) => caseId === topic.id && kind === one.packageKind);
    const sentUp =
      sealed === undefined ? undefined : { sealedOn: sealed.sealedOn, receivedOn: sealed.receivedOn ?? undefined };
    return { topic, one, sentUp };
  });
}

function courseText({ one, sentUp }: Row): string {
  const { sent, rest } = courseOf(one, sentUp);
  return sent === undefined ? rest : `${sent}，${rest}`;
}

function mustBeCounty({ kind, level }: Actor): void {
  if (kind === 'body' && level === 'county') return;
  throw new ForbiddenError('expectations/not-county', '市里要求是对县（市、区）人大常委会的，由其查看。');
}
