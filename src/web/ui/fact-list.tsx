import type { ReactNode } from 'react';

type Facts = readonly (readonly [name: string, value: ReactNode | undefined])[];

/** Names and values under a heading. */
export function FactList({ title, facts }: { title: string; facts: Facts }) {
  return (
    <section className="section" aria-label={title}>
      <h2>{title}</h2>
      <FactRows facts={facts} />
    </section>
  );
}

/** Names and values; what has no value is left out. */
export function FactRows({ facts }: { facts: Facts }) {
  return (
    <dl className="facts">
      {facts.map(([name, value]) =>
        value === undefined ? null : (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
    </dl>
  );
}
