import type { AppointmentView, listCalendarYears, readSettings } from '../../contract/organisation.ts';
import type { ResponseOf } from '../../contract/route.ts';
import { postNames } from '../../domain/organisation/facts.ts';
import { type SettingKey, settingFields, settingKeys, showSetting } from '../../domain/organisation/setting-fields.ts';
import { momentCell, type TableColumn } from '../http/table-file.ts';

export const appointmentColumns: readonly TableColumn<AppointmentView>[] = [
  { title: '姓名', width: 12, value: ({ personName }) => personName },
  { title: '单位', width: 30, value: ({ tenantName }) => tenantName },
  { title: '职务', width: 16, value: ({ post }) => postNames[post] },
  { title: '办公室、委室', width: 28, value: ({ unitName }) => unitName },
  { title: '自', width: 12, kind: 'date', value: ({ from }) => from },
  { title: '至', width: 12, kind: 'date', value: ({ until }) => until },
];

type SettingsAsRead = ResponseOf<typeof readSettings>;
type Version = SettingsAsRead['current'];
type SettingRow = { version: Version; isCurrent: boolean; key: SettingKey };

/** Every setting of every version, the present one first. */
export function settingRowsOf({ current, earlier }: SettingsAsRead): readonly SettingRow[] {
  return [current, ...earlier].flatMap((version) =>
    settingKeys.map((key) => ({ version, isCurrent: version === current, key })),
  );
}

export const settingColumns: readonly TableColumn<SettingRow>[] = [
  { title: '版本', width: 8, kind: 'number', value: ({ version }) => version.version },
  { title: '效力', width: 8, value: ({ isCurrent }) => (isCurrent ? '现行' : '历史') },
  { title: '项目', width: 30, value: ({ key }) => settingFields[key].title },
  { title: '设置', width: 30, value: ({ key, version }) => showSetting(key, version.settings) },
  { title: '依据', width: 60, value: ({ key, version }) => version.basis[key] ?? settingFields[key].basis },
  {
    title: '形成时间',
    width: 18,
    value: ({ version: { madeAt } }) => (madeAt === null ? '默认' : momentCell(madeAt)),
  },
  { title: '修改人', width: 14, value: ({ version }) => version.madeByName },
];

type Year = ResponseOf<typeof listCalendarYears>['years'][number];
type DayRow = { year: Year; day: Year['days'][number] };

const dayKindNames = { holiday: '放假', workday: '调休上班' } satisfies Record<DayRow['day']['kind'], string>;

/** Every day that the loaded years name, the latest year first, as their page has them. */
export function calendarRowsOf(years: readonly Year[]): readonly DayRow[] {
  return years
    .toSorted((one, other) => other.year - one.year)
    .flatMap((year) =>
      year.days.toSorted((one, other) => one.day.localeCompare(other.day)).map((day) => ({ year, day })),
    );
}

export const calendarColumns: readonly TableColumn<DayRow>[] = [
  { title: '年份', width: 8, kind: 'number', value: ({ year }) => year.year },
  { title: '日期', width: 12, kind: 'date', value: ({ day }) => day.day },
  { title: '安排', width: 12, value: ({ day }) => dayKindNames[day.kind] },
  { title: '节日', width: 14, value: ({ day }) => day.name },
  { title: '通知', width: 60, value: ({ year }) => year.source },
];
