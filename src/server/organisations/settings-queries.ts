import { type SettingKey, settingFields, settingKeys } from '../../domain/organisation/setting-fields.ts';
import { defaultSettings, type Settings } from '../../domain/procedure/settings.ts';
import type { Trx } from '../db/database.ts';

/** One version of a linkage's settings, complete, with why each was chosen. */
export type SettingsVersion = {
  settings: Settings;
  basis: Record<SettingKey, string>;
  madeByName: string | null;
  madeAt: string;
};

type Row = {
  version: number;
  value: Partial<Settings>;
  basis: Partial<Record<SettingKey, string>>;
  madeByName: string | null;
  madeAt: string;
};

/** All versions, the newest first; none means the defaults are in force. */
export async function listSettingsVersions(trx: Trx, cityCode: string): Promise<SettingsVersion[]> {
  const rows = await trx.rows<Row>(
    `select settings_version.version, settings_version.value, settings_version.basis, person.name as "madeByName",
       settings_version.made_at as "madeAt"
     from settings_version
     left join person on person.city_code = settings_version.city_code and person.id = settings_version.made_by
     where settings_version.city_code = $1 order by settings_version.version desc`,
    [cityCode],
  );
  return rows.map(({ version, value, basis, ...row }) => ({
    ...row,
    settings: { ...defaultSettings, ...value, version },
    basis: { ...defaultBasis(), ...basis },
  }));
}

export async function findCurrentSettings(trx: Trx, cityCode: string): Promise<SettingsVersion | undefined> {
  const [current] = await listSettingsVersions(trx, cityCode);
  return current;
}

/** Why each default is what it is. */
export function defaultBasis(): Record<SettingKey, string> {
  // A cast: fromEntries over all keys of the table gives all of them.
  return Object.fromEntries(settingKeys.map((key) => [key, settingFields[key].basis])) as Record<SettingKey, string>;
}
