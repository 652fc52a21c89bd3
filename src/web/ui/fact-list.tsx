import type { ReactNode } from 'react';

/** Names and values under a heading; what has no value is left out. */
export function FactList({
  title,
  facts,
}: {
  title: string;
  facts: readonly (readonly [string, ReactNode | undefined])[];
}) {
  return (
    <section className="section" aria-label={title}>
      <h2>{title}</h2>
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
    </section>
  );
}
