import type { SettingKey } from '../../domain/organisation/setting-fields.ts';
import type { Settings } from '../../domain/procedure/settings.ts';
import type { Trx } from '../db/database.ts';

export type NewSettings = {
  id: string;
  version: number;
  settings: Omit<Settings, 'version'>;
  basis: Readonly<Record<SettingKey, string>>;
  madeBy: string | null;
  at: string;
};

/** A version is added, never edited; acts keep the version they were judged by. */
export async function insertSettings(trx: Trx, cityCode: string, made: NewSettings): Promise<void> {
  await trx.run(
    `insert into settings_version (city_code, id, version, value, basis, made_by, made_at) values ($1, $2, $3, $4, $5, $6, $7)`,
    [cityCode, made.id, made.version, JSON.stringify(made.settings), JSON.stringify(made.basis), made.madeBy, made.at],
  );
}
