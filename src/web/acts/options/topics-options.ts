import type { Facts } from '../../../domain/procedure/act.ts';
import { stanceNames } from '../../../domain/topic/consultation.ts';
import { listedSuggestions } from '../../../domain/topic/suggestion-list.ts';
import type { Options } from '../../lib/schema-form.ts';

/** Suggestions and what is conferred on (S1). */
export function topicsOptions(facts: Facts): Options {
  const { state, organisation } = facts;
  const listed = listedSuggestions(state.year, organisation);
  return {
    suggestion: listed
      .filter(({ author }) => author.kind !== 'county')
      .map(({ id, title, author }) => ({ value: id, label: `${title}（${author.name}）` })),
    'listed-suggestion': listed.map(({ id, title, author }) => ({
      value: id,
      label: author.kind === 'county' ? `${author.name}报送的初步建议“${title}”` : `${title}（${author.name}）`,
    })),
    'planned-topic': (state.year.jointPlan?.topics ?? []).map(({ key, name }) => ({
      value: key,
      label: `${key}．${name}`,
    })),
    'conferred-item': (facts.consultation?.items ?? []).map(({ key, title, detail }) => ({
      value: key,
      label: title,
      detail: [detail, ...sayingsOf(key, facts)],
    })),
  };
}

/** What the bodies say to one item: how many agree, and word for word who does not simply agree. */
function sayingsOf(key: string, { consultation, organisation }: Facts): string[] {
  const opinions = (consultation?.opinions ?? []).filter((one) => one.key === key);
  const agreed = opinions.filter(({ stance }) => stance === 'agrees').length;
  const others = opinions.filter(({ stance }) => stance !== 'agrees');
  return [
    `${agreed}个单位同意`,
    ...others.map(({ tenantId, stance, comment }) => {
      const who = organisation.tenants.find(({ id }) => id === tenantId)?.shortName ?? '';
      return `${who}${stanceNames[stance]}：${comment}`;
    }),
  ];
}
