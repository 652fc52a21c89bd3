import { type TopicDomain, topicDomainNames, topicDomains } from './topic.ts';

/** How many of a list are of each domain, all five in the order of the opinion (S1.6). */
export type DomainCount = { domain: TopicDomain; count: number };

export function domainSpreadOf(rows: readonly { domain: TopicDomain }[]): readonly DomainCount[] {
  return topicDomains.map((domain) => ({ domain, count: rows.filter((row) => row.domain === domain).length }));
}

/**
 * What the spread says to S1.6 (既突出重点又涵盖一定的面): the domains that lack, by name; nothing where all five are there or where there is
 * nothing yet.
 */
export function spreadGapText(rows: readonly { domain: TopicDomain }[]): string | undefined {
  const missing = domainSpreadOf(rows).filter(({ count }) => count === 0);
  if (rows.length === 0 || missing.length === 0) return undefined;
  const names = missing.map(({ domain }) => topicDomainNames[domain]).join('、');
  return `没有涉及${names}`;
}

/** The five domains in words, in the order of the opinion: what a spread's counts belong to. */
export const domainRows: readonly string[] = topicDomains.map((domain) => topicDomainNames[domain]);

/** A list as it spreads, with what S1.6 has to say of it. */
export function spreadOf(
  name: string,
  rows: readonly { domain: TopicDomain }[],
): { name: string; counts: readonly number[]; remark: string | undefined } {
  const gap = spreadGapText(rows);
  const remark = gap === undefined ? undefined : `${name}${gap}。`;
  return { name, counts: domainSpreadOf(rows).map(({ count }) => count), remark };
}
