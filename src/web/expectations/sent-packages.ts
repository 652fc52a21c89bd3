import { useQueries } from '@tanstack/react-query';
import { listPackages, type PackageView } from '../../contract/packages.ts';
import type { PackageKind } from '../../domain/package/contents.ts';
import { call } from '../lib/client.ts';

/** What a county sends up on a topic (S2.1, S2.9, S3.3). */
const kinds = ['plan-comment', 'research-report', 'supervision-results'] as const satisfies readonly PackageKind[];

/** The newest package of that kind that was sent on that topic, with the city's receipt. */
export type SentPackages = (caseId: string, kind: PackageKind) => PackageView | undefined;

export function useSentPackages(): SentPackages {
  const answers = useQueries({
    queries: kinds.map((kind) => ({
      queryKey: ['packages', 'sent', kind],
      queryFn: () => call(listPackages, { query: { box: 'out', kind, sort: 'newest', pageSize: 200 } }),
    })),
  });
  const all = answers.flatMap(({ data }) => data?.packages ?? []);
  return (caseId, kind) => all.find((sealed) => sealed.caseId === caseId && sealed.kind === kind);
}
