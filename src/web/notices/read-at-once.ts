import type { listNotices } from '../../contract/notices.ts';
import type { ResponseOf } from '../../contract/route.ts';

export type Listed = ResponseOf<typeof listNotices>;
/** Unread notices by their ids, or all of them. */
export type Marked = { ids: string[] } | { all: true };

/** A list of notices as it stands once these are read; it may hold only some of them, the count is of all. */
export function withRead(listed: Listed, marked: Marked): Listed {
  const isMarked = (id: string) => 'all' in marked || marked.ids.includes(id);
  return {
    ...listed,
    notices: listed.notices.map((notice) => (isMarked(notice.id) ? { ...notice, isRead: true } : notice)),
    unread: 'all' in marked ? 0 : Math.max(0, listed.unread - marked.ids.length),
  };
}
