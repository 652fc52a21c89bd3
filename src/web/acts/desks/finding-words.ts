import { tenantNameOf } from '../../../domain/organisation/facts.ts';
import type { Facts } from '../../../domain/procedure/act.ts';
import { type Finding, severityNames } from '../../../domain/research/finding.ts';
import { placeNameOf } from '../../../domain/research/places.ts';

/** A finding with what tells it apart on a screen: whose it is and where it was found. */
export type NamedFinding = { finding: Finding; source: string; place: string; isOwn: boolean };

/** Every finding that can be cited, own ones first, then county by county. */
export function namedFindings(facts: Facts): readonly NamedFinding[] {
  const { state, organisation } = facts;
  const { findings, countyFindings } = state.research;
  const place = (finding: Finding) => placeNameOf(finding.place, facts);
  return [
    ...findings.map((finding) => ({ finding, source: '本级', place: place(finding), isOwn: true })),
    ...Object.entries(countyFindings).flatMap(([tenantId, sent]) => {
      const source =
        organisation.tenants.find(({ id }) => id === tenantId)?.shortName ?? tenantNameOf(organisation, tenantId);
      return sent.map((finding) => ({ finding, source, place: place(finding), isOwn: false }));
    }),
  ];
}

/** As a choice of a list: whose it is, what it is, and what tells it apart. */
export function findingLabel(named: NamedFinding): string {
  const { finding, source, isOwn } = named;
  return `${isOwn ? '' : `${source}：`}${finding.title}（${findingMarks(named)}）`;
}

/** 突出，涪城 — and by whom, where that is not the place itself. */
export function findingMarks({ finding, source, place }: NamedFinding): string {
  const from = source === '本级' || source === place ? '' : `，${source}报送`;
  const found = finding.source === undefined ? '' : '，延伸调研';
  return `${severityNames[finding.severity]}，${place}${found}${from}`;
}
