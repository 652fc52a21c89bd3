import { objectOf } from '../../../contract/form-fields.ts';
import { isPlainDate } from '../../../domain/calendar/counting.ts';
import type { OrganisationStructure } from '../../../domain/organisation/facts.ts';
import type { CaseView } from '../../../domain/procedure/case.ts';
import type { DatedTopic, FixedSitting } from '../../../domain/topic/plan-clashes.ts';
import { type TopicDomain, topicDomains } from '../../../domain/topic/topic.ts';
import { listOf, type Typed } from '../../lib/schema-form.ts';

/** Every sitting that the reader knows of, once: of the own body by its own case, of others by the topics that sit on it. */
export function fixedSittingsOf(cases: readonly CaseView[]): readonly FixedSitting[] {
  const all = cases.flatMap(({ tracks }) =>
    tracks
      .filter(({ kind }) => kind === 'body')
      .flatMap(({ tenantId, shortName, level, session, handlingSession }) =>
        [session, handlingSession].flatMap((held) =>
          held === undefined
            ? []
            : [{ id: held.sessionId, tenantId, shortName, level, opens: held.opens, closes: held.closes }],
        ),
      ),
  );
  const once = new Map(all.map((one) => [`${one.tenantId}/${one.id}`, one]));
  return [...once.values()].map(({ id: _id, ...sitting }) => sitting);
}

/** The rows of the form as the rules see them; what is not filled in yet is left out. */
export function datedTopicsOf(value: unknown, { units }: Pick<OrganisationStructure, 'units'>): readonly DatedTopic[] {
  return listOf(value).map((one, index): DatedTopic => {
    const row = (typeof one === 'object' && one !== null ? one : {}) as Typed;
    const { name, leadUnitId, deliberationDate: day } = row;
    const unit = units.find(({ id }) => id === leadUnitId);
    return {
      key: String(index),
      name: typeof name === 'string' && name !== '' ? name : `第${index + 1}项议题`,
      ...(unit === undefined ? {} : { leadUnitId: unit.id, leadUnitName: unit.name }),
      ...(typeof day === 'string' && isPlainDate(day) ? { day } : {}),
    };
  });
}

/** The domains of the rows, as far as they are chosen. */
export function domainsOf(value: unknown): readonly { domain: TopicDomain }[] {
  return listOf(value).flatMap((one) => {
    const domain = topicDomains.find((known) => known === objectOf(one).domain);
    return domain === undefined ? [] : [{ domain }];
  });
}
