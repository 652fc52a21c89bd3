import type { Facts } from '../../../domain/procedure/act.ts';
import { namesFor } from '../../../domain/session/observers.ts';
import type { Options } from '../../lib/schema-form.ts';

/** By tenant, several of one tenant each for itself: names that are offered where somebody of it attends. */
export function sittingsOptions(facts: Facts): Options {
  const { organisation, own } = facts;
  const attending = organisation.tenants.filter(({ kind, bodyId }) => kind === 'body' || bodyId === own.bodyId);
  return {
    'name-of-tenant': attending.flatMap((tenant) =>
      namesFor(tenant, facts).map((name) => ({ value: tenant.id, label: name })),
    ),
  };
}
