import { useMemo } from 'react';
import { paperOf } from '../../domain/document/papers.ts';
import { packageKindNames } from '../../domain/package/contents.ts';
import type { PackageDraft } from '../../domain/package/package.ts';
import type { ActDefinition, Facts } from '../../domain/procedure/act.ts';
import { isCollective } from '../../domain/procedure/check-act.ts';
import { paperSource } from '../lib/papers.ts';
import { PaperView } from '../ui/paper-view.tsx';

/**
 * What will leave the house with this act: each sealed package, to whom, and word for word what the addressee will see. Computed by the
 * very function that seals it, from what stands in the form.
 */
export function Outgoing({
  definition,
  facts,
  payload,
}: {
  definition: ActDefinition;
  facts: Facts;
  payload: unknown;
}) {
  const packages = useMemo(() => packagesOf(definition, facts, payload), [definition, facts, payload]);
  const source = useMemo(() => paperSource(facts.organisation, facts.state), [facts.organisation, facts.state]);
  if (packages.length === 0) return null;
  const when = isCollective(definition) ? '经确认后' : '办理后';
  return (
    <section className="outgoing" aria-label="将要发出的报送件">
      <h2>
        {when}将封装发出{packages.length}件，对方看到的就是以下内容
      </h2>
      <ul>
        {packages.map((sealed) => (
          <li key={`${sealed.kind}/${sealed.addresseeIds.join()}`}>
            <details>
              <summary>
                <strong>{sealed.title}</strong>
                <span className="quiet">
                  {packageKindNames[sealed.kind]}，发给
                  {sealed.addresseeIds.map((id) => source.nameOf(id) ?? id).join('、')}
                </span>
              </summary>
              <PaperView paper={paperOf(sealed.kind, sealed.content, source)} />
              {(sealed.attachments ?? []).length === 0 ? null : (
                <p>附件：{sealed.attachments?.map(({ name }) => name).join('、')}</p>
              )}
            </details>
          </li>
        ))}
      </ul>
    </section>
  );
}

function packagesOf(definition: ActDefinition, facts: Facts, payload: unknown): readonly PackageDraft[] {
  // Identifiers of what an act creates are the server's; none of them stands in a package.
  return (
    definition.effects?.(payload, facts, () => '')?.packages?.filter((sealed) => sealed.addresseeIds.length > 0) ?? []
  );
}
