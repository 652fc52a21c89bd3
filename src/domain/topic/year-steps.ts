import { type CaseView, cityTrackOf, countyTracksOf, type PlainDateText, type Track } from '../procedure/case.ts';
import type { Obligation } from '../procedure/worklist.ts';
import type { YearState } from './year-state.ts';

/** One step of the year of topics over all bodies that a reader sees (S1.1–S1.6). */
export type YearStep = {
  stepId: string;
  title: string;
  clause: string;
  due?: PlainDateText;
  /** The city's own; none where the step is no step of the city. */
  city: Obligation | undefined;
  /** Those of the counties that are seen. */
  counties: readonly Obligation[];
};

/** The steps in the order of the opinion, each with what the bodies owe in it. */
export function yearStepsOf(view: CaseView, obligations: readonly Obligation[]): readonly YearStep[] {
  const city = cityTrackOf(view)?.tenantId;
  const counties = new Set(countyTracksOf(view).map(({ tenantId }) => tenantId));
  const ofBodies = obligations.filter(({ tenantId }) => tenantId === city || counties.has(tenantId));
  return [...Map.groupBy(ofBodies, ({ stepId }) => stepId).values()].flatMap((own) => {
    const [first] = own;
    if (first === undefined) return [];
    const { stepId, title, clause, due } = first;
    return [
      {
        stepId,
        title,
        clause,
        ...(due === undefined ? {} : { due }),
        city: own.find(({ tenantId }) => tenantId === city),
        counties: own.filter(({ tenantId }) => tenantId !== city),
      },
    ];
  });
}

/** What came of the call in one body: S1.1 is its own, S1.2 what it puts forward. */
export type CallStanding = {
  body: Track;
  call: Obligation | undefined;
  list: Obligation | undefined;
  /** Rows of its list, as far as the reader has them: none before it is proposed, `unsigned` until its package is signed for. */
  rows: number | 'unsigned' | undefined;
};

/** How the calls of all bodies that the reader sees stand, the city's first; `own` is the reader's. */
export function callStandingsOf(
  view: CaseView,
  obligations: readonly Obligation[],
  { own, year }: { own: string; year: Pick<YearState, 'preliminary' | 'countyLists'> | null },
): readonly CallStanding[] {
  const city = cityTrackOf(view);
  const bodies = [...(city === undefined ? [] : [city]), ...countyTracksOf(view)];
  return bodies.map((body) => {
    const of = (stepId: string) =>
      obligations.find((obligation) => obligation.tenantId === body.tenantId && obligation.stepId === stepId);
    const list = of('propose-preliminary-list');
    return { body, call: of('open-solicitation'), list, rows: rowsOf(body, list, { own, year }) };
  });
}

function rowsOf(
  body: Track,
  list: Obligation | undefined,
  { own, year }: { own: string; year: Pick<YearState, 'preliminary' | 'countyLists'> | null },
): CallStanding['rows'] {
  if (year === null || list?.state !== 'done') return undefined;
  if (body.tenantId === own) return year.preliminary.length;
  // What the city puts forward is the city's; what a county does is sent to it.
  return body.level === 'city' ? undefined : (year.countyLists[body.tenantId]?.length ?? 'unsigned');
}
