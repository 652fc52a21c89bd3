import type { CalendarYear } from '../../domain/calendar/legal-days.ts';
import type { Trx } from '../db/database.ts';
import { officialCalendarYears } from './calendar-seed.ts';

/** Loads a year, or replaces what was loaded for it: a year is known whole or not at all. */
export async function saveCalendarYear(
  trx: Trx,
  cityCode: string,
  year: CalendarYear,
  by: { personId: string | null; at: string },
): Promise<void> {
  await trx.run(
    `insert into calendar_year (city_code, year, source, loaded_by, loaded_at) values ($1, $2, $3, $4, $5)
     on conflict (city_code, year) do update set source = excluded.source, loaded_by = excluded.loaded_by, loaded_at = excluded.loaded_at`,
    [cityCode, year.year, year.source, by.personId, by.at],
  );
  await trx.run('delete from calendar_day where city_code = $1 and year = $2', [cityCode, year.year]);
  await trx.run(
    `insert into calendar_day (city_code, year, day, kind, name)
     select $1, $2, day, kind, name from jsonb_to_recordset($3) as row (day date, kind text, name text)`,
    [cityCode, year.year, JSON.stringify(year.days)],
  );
}

/** Loads the official years that the installation knows into a new linkage. Needs a scope that administers the organisation. */
export async function seedCalendar(
  trx: Trx,
  { cityCode, personId, at }: { cityCode: string; personId: string | null; at: string },
): Promise<void> {
  for (const year of officialCalendarYears()) await saveCalendarYear(trx, cityCode, year, { personId, at });
}
