import { domainRows, spreadOf } from '../../domain/topic/domain-spread.ts';
import type { TopicDomain } from '../../domain/topic/topic.ts';
import { clauseWords } from '../lib/words.ts';
import { ClauseTag } from '../ui/clause-tag.tsx';
import { SpreadTable } from '../ui/spread-table.tsx';

export type SpreadList = { name: string; rows: readonly { domain: TopicDomain }[] };

/** How lists spread over the five domains (S1.6), and which domain lacks. */
export function DomainSpread({ lists }: { lists: readonly SpreadList[] }) {
  return (
    <SpreadTable
      title="领域分布"
      basis={<ClauseTag id="S1.6" text={clauseWords('S1.6')} />}
      rowTitle="领域"
      rows={domainRows}
      lists={lists.map(({ name, rows }) => spreadOf(name, rows))}
    />
  );
}
