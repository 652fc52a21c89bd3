import type { PublishedEntry } from './calendar-feed-store.ts';

/** Clients ask again after so many seconds, as far as they listen. */
const askAgainAfter = 6 * 3600;

/** A calendar as iCalendar text (RFC 5545): all-day entries, folded lines of at most 75 octets. `addressOf`: where the entry's case is shown. */
export async function calendarFile(
  name: string,
  entries: readonly PublishedEntry[],
  addressOf: (caseId: string) => string | undefined,
): Promise<string> {
  // Loaded with the first calendar that is asked for.
  const { default: ical, ICalEventStatus, ICalEventTransparency } = await import('ical-generator');
  const calendar = ical({ name, prodId: { company: 'Liandu', product: 'Liandu', language: 'ZH' }, ttl: askAgainAfter });
  for (const { entry, sequence, changedAt, isCancelled } of entries) {
    const url = addressOf(entry.caseId);
    calendar.createEvent({
      id: `${entry.uid}@liandu`,
      sequence,
      stamp: new Date(changedAt),
      lastModified: new Date(changedAt),
      allDay: true,
      // Midnight UTC without a time zone is written as the plain day.
      start: new Date(`${entry.starts}T00:00:00Z`),
      end: new Date(Date.parse(`${entry.ends}T00:00:00Z`) + 86_400_000),
      summary: isCancelled ? `已取消：${entry.summary}` : entry.summary,
      description: [entry.description, ...(url === undefined ? [] : [url])].filter((part) => part !== '').join('\n'),
      status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      // A day on which something is due is not a day on which somebody is busy.
      transparency: ICalEventTransparency.TRANSPARENT,
      ...(url === undefined ? {} : { url }),
    });
  }
  return `${calendar.toString()}\r\n`;
}
