import type { z } from 'zod';
import type { changeSettings as changeContract } from '../../contract/organisation.ts';
import { type SettingKey, settingFields, settingKeys } from '../../domain/organisation/setting-fields.ts';
import { defaultSettings } from '../../domain/procedure/settings.ts';
import { refuse } from '../../domain/refusal.ts';
import type { Trx } from '../db/database.ts';
import { uuidv7 } from '../db/uuid.ts';
import { ConflictError, RefusedError } from '../errors.ts';
import { recordAudit } from '../http/audit-store.ts';
import { type AdministeredBy, requireLinkageDuty } from './administration.ts';
import { lockOrganisation, openOrganisation, raiseVersion } from './organisation-store.ts';
import { defaultBasis, listSettingsVersions, type SettingsVersion } from './settings-queries.ts';
import { insertSettings } from './settings-store.ts';

/**
 * Adds a version of the settings of the whole linkage. They parametrise the procedure, which is the system administrator's to keep; every
 * change says on what it rests, because ten bodies live by it.
 */
export async function changeSettings(
  trx: Trx,
  by: AdministeredBy,
  change: z.output<typeof changeContract.body>,
): Promise<SettingsVersion> {
  requireLinkageDuty(by.actor, ['system-admin']);
  const { cityCode, personId } = by.actor;
  await openOrganisation(trx);
  await lockOrganisation(trx, cityCode);
  const [current] = await listSettingsVersions(trx, cityCode);
  const { version, ...settings } = current?.settings ?? defaultSettings;
  if (version !== change.version)
    throw new ConflictError('settings/changed', '设置在您填写期间已有新的版本，请刷新后重试。');
  const changed = settingKeys.filter(
    (key) => change.settings[key] !== undefined && change.settings[key] !== settings[key],
  );
  requireBasis(changed, change.basis);
  await insertSettings(trx, cityCode, {
    id: uuidv7(),
    version: version + 1,
    settings: { ...settings, ...withoutUndefined(change.settings) },
    basis: { ...(current?.basis ?? defaultBasis()), ...withoutUndefined(change.basis) },
    madeBy: personId,
    at: by.at,
  });
  await raiseVersion(trx, cityCode);
  await recordAudit(trx, by, {
    category: 'administration',
    action: 'settings-changed',
    subject: `第${version + 1}版`,
    detail: { changed: Object.fromEntries(changed.map((key) => [key, [settings[key], change.settings[key]]])) },
  });
  const [made] = await listSettingsVersions(trx, cityCode);
  if (made === undefined) throw new Error('The settings version vanished inside its own transaction.');
  return made;
}

function requireBasis(changed: readonly SettingKey[], basis: Partial<Record<SettingKey, string>>): void {
  if (changed.length === 0) {
    throw new RefusedError([refuse('settings/unchanged', '监督法 §8', '没有任何一项设置改变，不形成新的版本。')]);
  }
  const silent = changed.filter((key) => basis[key] === undefined);
  if (silent.length === 0) return;
  throw new RefusedError(
    silent.map((key) => {
      const text = `改变“${settingFields[key].title}”须写明依据，例如主任会议的决定或者本级的办法。`;
      return refuse('settings/no-basis', '监督法 §8', text, `basis.${key}`);
    }),
  );
}

function withoutUndefined<Value extends object>(
  value: Value,
): { [Key in keyof Value]?: Exclude<Value[Key], undefined> } {
  // A cast: the entries that remain are exactly those whose value is given.
  return Object.fromEntries(Object.entries(value).filter(([, given]) => given !== undefined)) as never;
}
