import type { Stamp } from '../procedure/act.ts';
import { idOf } from '../procedure/act-ids.ts';
import type { Finding, FindingSource } from './finding.ts';
import type { ExtensionResearch } from './research-state.ts';

/** A problem as it is written down with the extension research it was found in (S2.7). */
export type FoundInExtension = Pick<Finding, 'title' | 'description' | 'severity'>;

/** They stand in the county's ledger like every other finding, each with where it came from; the county is their place. */
export function findingsOfExtension(
  found: readonly FoundInExtension[],
  extension: ExtensionResearch,
  stamp: Stamp,
): readonly Finding[] {
  return found.map((one, index) => ({
    ...one,
    id: `${idOf('f', stamp)}-${index + 1}`,
    place: { kind: 'county', tenantId: stamp.tenantId },
    source: sourceOf(extension),
  }));
}

/** 延伸调研（2026-10-01至2026-10-03，示例镇、示例街道）: also the city reads it with the report that cites the finding. */
export function sourceOf({ id, from, until, places }: ExtensionResearch): FindingSource {
  const days = from === until ? from : `${from}至${until}`;
  return { extensionId: id, text: `延伸调研（${days}，${places.join('、')}）` };
}
