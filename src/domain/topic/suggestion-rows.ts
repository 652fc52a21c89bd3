import type { OrganisationFacts } from '../organisation/facts.ts';
import type { CaseView, PlainDateText } from '../procedure/case.ts';
import { trackOf } from '../procedure/case.ts';
import type { Fits } from '../search/fits.ts';
import type { Candidate } from './candidate.ts';
import { plannedRowOf } from './suggestion-course.ts';
import { type ListedSuggestion, listedSuggestions } from './suggestion-list.ts';
import { areaOf, namedPlacesOf, placeOfSuggestion } from './suggestion-place.ts';
import { sameName } from './topic.ts';
import type { YearState } from './year-state.ts';

/** How far a suggestion has come, the furthest of its way (S1.1–S1.5). */
export const suggestionStandings = ['free', 'merged', 'listed', 'planned', 'settled'] as const;
export type SuggestionStanding = (typeof suggestionStandings)[number];

export const suggestionStandingNames = {
  free: '尚未合并',
  merged: '已并入候选议题',
  listed: '已列入初步建议',
  planned: '已列入计划建议方案',
  settled: '已确定为议题',
} satisfies Record<SuggestionStanding, string>;

export const suggestionAuthorNames = {
  organ: '机关',
  deputy: '代表',
  member: '组成人员',
  office: '办公室、委室',
  citizen: '公民',
  county: '县级人大',
} satisfies Record<ListedSuggestion['author']['kind'], string>;

/** A suggestion as a list shows it: with its place, the candidate it was merged into, and how far it has come. */
export type SuggestionRow<Merged extends Candidate = Candidate> = ListedSuggestion & {
  place: string;
  /** The day it was made, or the county's list it stands in was sent. */
  on?: PlainDateText;
  candidate: Merged | undefined;
  /** The row of the joint plan, or the topic, that grew from it. */
  planned: string | undefined;
  standing: SuggestionStanding;
};

type Known<Merged extends Candidate> = {
  /** Whose list it is: what names no place is of a county as a whole, where the list is a county's. */
  ownId: string;
  view: CaseView;
  year: YearState;
  organisation: OrganisationFacts;
  candidates: readonly Merged[];
};

/** Every suggestion of the year that the body has, in the order in which it came. */
export function suggestionRowsOf<Merged extends Candidate>(known: Known<Merged>): readonly SuggestionRow<Merged>[] {
  const { ownId, view, year, organisation, candidates } = known;
  const merged = new Map(candidates.flatMap((one) => one.suggestionIds.map((id) => [id, one] as const)));
  const listed = new Set(year.preliminary.flatMap(({ suggestionIds }) => suggestionIds));
  const places = namedPlacesOf(organisation.tenants);
  const own = organisation.tenants.find(({ id }) => id === ownId);
  const ownPlace = own?.level === 'county' ? areaOf(own.name) : '';
  return listedSuggestions(year, organisation).map((row) => {
    const candidate = merged.get(row.id);
    const planned = plannedRowOf(row.id, year.jointPlan?.topics ?? null)?.name;
    const isSettled = planned !== undefined && (view.topics ?? []).some(({ name }) => sameName(name, planned));
    const on = row.on ?? sentOn(row, view);
    return {
      ...row,
      ...(on === undefined ? {} : { on }),
      place: placeOfSuggestion(row, places, organisation.tenants) || ownPlace,
      candidate,
      planned,
      standing: furthestOf({ isSettled, planned, isListed: listed.has(row.id), isMerged: candidate !== undefined }),
    };
  });
}

function furthestOf(way: {
  isSettled: boolean;
  planned: string | undefined;
  isListed: boolean;
  isMerged: boolean;
}): SuggestionStanding {
  if (way.isSettled) return 'settled';
  if (way.planned !== undefined) return 'planned';
  if (way.isListed) return 'listed';
  return way.isMerged ? 'merged' : 'free';
}

function sentOn({ author }: ListedSuggestion, view: CaseView): PlainDateText | undefined {
  if (author.kind !== 'county' || author.tenantId === undefined) return undefined;
  return trackOf(view, author.tenantId)?.done['propose-preliminary-list']?.on;
}

/** What a list is narrowed to; what is left out is not asked. */
export type SuggestionFilter = {
  text?: string | undefined;
  domain?: string | undefined;
  author?: string | undefined;
  /** The unit it came from. */
  from?: string | undefined;
  place?: string | undefined;
  standing?: string | undefined;
};

/** The rows that were asked for, in their own order. */
export function chosenSuggestions<Row extends SuggestionRow>(
  rows: readonly Row[],
  filter: SuggestionFilter,
  fits: Fits,
): readonly Row[] {
  const typed = (filter.text ?? '').trim();
  const asked = (wanted: string | undefined, value: string | undefined) => wanted === undefined || wanted === value;
  return rows.filter(
    (row) =>
      asked(filter.domain, row.domain) &&
      asked(filter.author, row.author.kind) &&
      asked(filter.from, row.author.tenantId) &&
      asked(filter.place, row.place === '' ? cityWide : row.place) &&
      asked(filter.standing, row.standing) &&
      (typed === '' || fits(`${row.title} ${row.author.name}`, typed) || row.necessity.includes(typed)),
  );
}

/** The place of what is of the city as a whole, where a list is narrowed to it. */
export const cityWide = 'city';
