import { domainSpreadOf, spreadGapText } from '../../domain/topic/domain-spread.ts';
import { type TopicDomain, topicDomainNames, topicDomains } from '../../domain/topic/topic.ts';
import { clauseWords } from '../lib/words.ts';
import { ClauseTag } from '../ui/clause-tag.tsx';
import { Icon } from '../ui/icons.tsx';
import './domain-spread.css';

export type SpreadList = { name: string; rows: readonly { domain: TopicDomain }[] };

/** How lists spread over the five domains (S1.6): counts with bars, and below them which domain lacks. */
export function DomainSpread({ lists }: { lists: readonly SpreadList[] }) {
  const spreads = lists.map(({ name, rows }) => {
    const counts = domainSpreadOf(rows);
    return { name, counts, most: Math.max(1, ...counts.map(({ count }) => count)), gap: spreadGapText(rows) };
  });
  return (
    <section className="domain-spread" aria-label="领域分布">
      <table>
        <caption>
          领域分布 <ClauseTag id="S1.6" text={clauseWords('S1.6')} />
        </caption>
        <thead>
          <tr>
            <th scope="col">领域</th>
            {spreads.map(({ name }) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {topicDomains.map((domain, index) => (
            <tr key={domain}>
              <th scope="row">{topicDomainNames[domain]}</th>
              {spreads.map(({ name, counts, most }) => (
                <td key={name}>
                  <Bar count={counts[index]?.count ?? 0} most={most} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {spreads.map(({ name, gap }) =>
        gap === undefined ? null : (
          <p key={name} className="spread-gap">
            <Icon name="info" size={14} />
            {`${name}${gap}。`}
          </p>
        ),
      )}
    </section>
  );
}

function Bar({ count, most }: { count: number; most: number }) {
  return (
    <span className="spread-bar">
      <span className="spread-count">{count}</span>
      <span className="spread-track" aria-hidden="true">
        <span style={{ width: `${(100 * count) / most}%` }} />
      </span>
    </span>
  );
}
