import * as contract from '../../contract/notices.ts';
import { offsetWithin } from '../../contract/paging.ts';
import { type NoticeKind, noticeDays, noticeKindNames, noticeKindsFor } from '../../domain/notice/notice.ts';
import type { Actor } from '../../domain/organisation/actor.ts';
import type { Trx } from '../db/database.ts';
import type { App } from '../http/app-parts.ts';
import { registerRoute } from '../http/route.ts';
import { momentCell, sendTable, type TableColumn, tableRowLimit } from '../http/table-file.ts';
import { heardTasks } from '../tasks/own-tasks.ts';
import { countNotices, listDeclined, listNotices, type NoticeFilter } from './notice-queries.ts';
import { markRead, saveDeclined } from './notice-store.ts';

/** What a person is told, has read, and wants to be told. */
export function registerNoticeRoutes(app: App): void {
  registerRoute(app, contract.listNotices, async ({ actor, at, query, read }) =>
    read(async (trx) => {
      const all = await unreadFilter(trx, actor, at);
      const filter = narrowed(all, query);
      const { sort, pageSize } = query;
      const total = await countNotices(trx, actor, filter);
      const shown = { oldestFirst: sort === 'oldest', limit: pageSize, offset: offsetWithin(query, total) };
      return {
        notices: await listNotices(trx, actor, filter, shown),
        total,
        unread: await countNotices(trx, actor, all),
        pageSize,
      };
    }),
  );

  registerRoute(app, contract.exportNotices, (call) =>
    call.read(async (trx) => {
      const { actor, query } = call;
      const filter = narrowed(await unreadFilter(trx, actor, call.at), query);
      const shown = { oldestFirst: query.sort === 'oldest', limit: tableRowLimit + 1, offset: 0 };
      const table = { name: '通知', columns: noticeColumns, rows: await listNotices(trx, actor, filter, shown) };
      return sendTable(trx, call, table, { list: 'notices', detail: query });
    }),
  );

  registerRoute(app, contract.markNoticesRead, async ({ actor, at, body, write }) =>
    write(async (trx) => {
      const all = await unreadFilter(trx, actor, at);
      await markRead(trx, actor, { ...all, ids: 'ids' in body ? body.ids : null, at });
      return { unread: await countNotices(trx, actor, all) };
    }),
  );

  registerRoute(app, contract.readNoticeChoice, async ({ actor, read }) => read((trx) => choiceOf(trx, actor)));

  registerRoute(app, contract.changeNoticeChoice, async ({ actor, body, write }) =>
    write(async (trx) => {
      const offered = noticeKindsFor(actor);
      await saveDeclined(
        trx,
        actor,
        [...new Set(body.declined)].filter((kind) => offered.includes(kind)),
      );
      return choiceOf(trx, actor);
    }),
  );
}

/** What is unread for the actor at that moment: of the kinds that concern him and that he has not declined. */
async function unreadFilter(trx: Trx, actor: Actor, at: string) {
  const declined = await listDeclined(trx, actor);
  const kinds = noticeKindsFor(actor).filter((kind) => !declined.includes(kind));
  const since = new Date(new Date(at).getTime() - noticeDays * 86_400_000).toISOString();
  return { kinds, since, isUnread: true, ...heardTasks(actor) };
}

type Narrowing = { kind?: NoticeKind | undefined; unread?: 'true' | undefined };

function narrowed(all: NoticeFilter, { kind, unread }: Narrowing): NoticeFilter {
  const kinds = kind === undefined ? all.kinds : all.kinds.filter((one) => one === kind);
  return { ...all, kinds, isUnread: unread === 'true' };
}

const noticeColumns: readonly TableColumn<contract.NoticeView>[] = [
  { title: '时间', width: 18, value: ({ at }) => momentCell(at) },
  { title: '种类', width: 16, value: ({ kind }) => noticeKindNames[kind] },
  { title: '内容', width: 80, value: ({ text }) => text },
  { title: '阅读', width: 8, value: ({ isRead }) => (isRead ? '已读' : '未读') },
];

async function choiceOf(trx: Trx, actor: Actor) {
  const declined = await listDeclined(trx, actor);
  return { kinds: noticeKindsFor(actor).map((kind) => ({ kind, wanted: !declined.includes(kind) })) };
}
