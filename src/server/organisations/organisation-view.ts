import type { z } from 'zod';
import type { readOrganisation, readSettings } from '../../contract/organisation.ts';
import type { ImportPlanView } from '../../contract/workbook.ts';
import { memberIdsOn } from '../../domain/organisation/facts.ts';
import { defaultSettings } from '../../domain/procedure/settings.ts';
import type { LinkageFacts } from './linkage-facts-queries.ts';
import type { LinkageRow, TermRow } from './organisation-queries.ts';
import { defaultBasis, type SettingsVersion } from './settings-queries.ts';
import type { ImportPlan } from './workbook-plan.ts';
import { problemInWords, type WorkbookProblem } from './workbook-read.ts';

type Parts = {
  facts: LinkageFacts;
  linkage: LinkageRow;
  terms: TermRow[];
  populations: ReadonlyMap<string, number>;
  today: string;
};

/** What everybody in the linkage may know of its organisation. */
export function organisationView(parts: Parts): z.output<typeof readOrganisation.response> {
  const { facts, linkage, terms, populations, today } = parts;
  const { tenants, units, parks } = facts.organisation;
  return {
    cityCode: facts.cityCode,
    ...linkage,
    tenants: tenants.map((tenant) => ({
      ...tenant,
      organKind: tenant.organKind ?? null,
      tile: tenant.tile ?? null,
      population: populations.get(tenant.id) ?? null,
      incumbents: tenant.kind === 'body' ? memberIdsOn(facts.organisation, tenant.id, today).length : null,
    })),
    terms,
    units: [...units],
    parks: [...parks],
  };
}

/** All versions of the settings; without any the defaults are in force as version 0. */
export function settingsView(versions: readonly SettingsVersion[]): z.output<typeof readSettings.response> {
  const [current, ...earlier] = versions.map(settingsVersionView);
  const defaults = { settings: defaultSettings, basis: defaultBasis(), madeByName: null, madeAt: null };
  return { current: current ?? settingsVersionView(defaults), earlier };
}

export function settingsVersionView({
  settings: { version, ...settings },
  ...rest
}: Omit<SettingsVersion, 'madeAt'> & { madeAt: string | null }) {
  return { version, settings, ...rest };
}

export function importPlanView(plan: ImportPlan): ImportPlanView {
  const { problems, notes, added, changed, unchanged, missing, accounts } = plan;
  const inWords = (problem: WorkbookProblem) => ({ ...problem, sentence: problemInWords(problem) });
  return { problems: problems.map(inWords), notes: notes.map(inWords), added, changed, unchanged, missing, accounts };
}
