import { Button } from 'antd';
import { useState } from 'react';
import { exportItinerary } from '../../contract/itineraries.ts';
import { tilesOf } from '../../domain/organisation/tiles.ts';
import { countyTracksOf } from '../../domain/procedure/case.ts';
import { clashesOf, type Itinerary, type Stop, type Surroundings } from '../../domain/research/itinerary.ts';
import { type ItineraryLimit, plannedSittings } from '../../domain/research/itinerary-limit.ts';
import { countiesToTell, visitRowsOf } from '../../domain/research/itinerary-rows.ts';
import { type VisitPlace, visitPlacesOf, wantedParksOf } from '../../domain/research/visit-places.ts';
import { paths } from '../app/paths.ts';
import type { LoadedCase } from '../lib/cases.ts';
import { download } from '../lib/client.ts';
import { monthDay, todayInChina } from '../lib/formats.ts';
import type { PeopledLinkage } from '../lib/linkage.ts';
import { namesOf } from '../lib/names.ts';
import { Icon } from '../ui/icons.tsx';
import { LinkButton } from '../ui/link-button.tsx';
import { MessageBox } from '../ui/message-box.tsx';
import { ProblemAlert } from '../ui/problem-alert.tsx';
import { TileGrid } from '../ui/tile-grid.tsx';
import { ItineraryCalendar } from './itinerary-calendar.tsx';
import { ItineraryFrame } from './itinerary-frame.tsx';
import { ItineraryStops } from './itinerary-stops.tsx';
import { type FoundItinerary, useKeptItinerary, useSuggestion } from './use-itinerary.ts';

type Shown = {
  loaded: LoadedCase;
  linkage: PeopledLinkage;
  cityId: string;
  found: FoundItinerary;
  untouched: Itinerary;
  limit: ItineraryLimit | undefined;
};

/** Period and leaders, a suggestion, the counties as tiles, the days as a calendar, and every visit as a row. */
export function ItineraryEditor({ loaded, linkage, cityId, found, untouched, limit }: Shown) {
  const { view, state } = loaded;
  const kept = useKeptItinerary(view.id, found, untouched);
  const { plan, change } = kept;
  const places = visitPlacesOf(view, state, linkage.organisation);
  const [parks, setParks] = useState<readonly string[]>(() => wantedParksOf(places, plan, linkage.settings));
  const wanted = places.filter(
    ({ id, kind, visitedOn }) => visitedOn === undefined && (kind === 'county' || parks.includes(id)),
  );
  const around: Surroundings = {
    calendar: linkage.calendar,
    cityId,
    taken: found.taken,
    duties: found.duties,
    sittings: [...found.sittings, ...plannedSittings(view)],
    ...(limit === undefined ? {} : { limit }),
  };
  const clashes = clashesOf(plan, around);
  const names = namesOf(linkage.organisation);
  const counties = linkage.organisation.tenants.filter(({ id }) =>
    countyTracksOf(view).some(({ tenantId }) => tenantId === id),
  );
  const setStops = (stops: readonly Stop[]) => change({ stops });
  return (
    <>
      <ItineraryFrame
        plan={plan}
        team={state?.research.team ?? null}
        names={names}
        calendar={linkage.calendar}
        limit={limit}
        duties={found.duties}
        onChange={change}
      />
      <Suggest caseId={view.id} plan={plan} wanted={wanted} onStops={setStops} />
      <Kept kept={kept} />
      <Tell loaded={loaded} plan={plan} linkage={linkage} />
      <section className="section" aria-label="县域示意图">
        <h2>覆盖情况</h2>
        <p className="quiet">{sumOf(places, plan)}</p>
        <TileGrid
          things={counties}
          places={tilesOf(counties)}
          render={({ id }) => <PlaceTile place={places.find((place) => place.id === id)} plan={plan} />}
        />
      </section>
      <ItineraryStops
        caseId={view.id}
        plan={plan}
        places={places}
        parks={parks}
        onParks={setParks}
        clashes={clashes}
        names={names}
        onStops={setStops}
        ask={async () => {
          await kept.saveNow();
          return download(exportItinerary, { params: { caseId: view.id } });
        }}
      />
      <ItineraryCalendar plan={plan} places={places} around={around} names={names} />
    </>
  );
}

/** What the counties know of the plan as it stands, and the sheet that tells them (S2.4). */
function Tell({ loaded: { view, state }, plan, linkage }: Pick<Shown, 'loaded' | 'linkage'> & { plan: Itinerary }) {
  const today = todayInChina();
  const counties = countyTracksOf(view);
  const rows = visitRowsOf(plan.stops, { counties, parks: linkage.organisation.parks, today });
  const told = state?.research.visitsTold ?? {};
  const open = countiesToTell(rows, told, today);
  if (rows.length === 0 && open.length === 0) return null;
  const names = counties.filter(({ tenantId }) => open.includes(tenantId)).map(({ shortName }) => shortName);
  return (
    <div className="itinerary-deeds itinerary-tell">
      <LinkButton to={paths.act(view.id, 'send-visit-notice')} state={{ payload: { visits: rows } }}>
        告知各县（市、区）
      </LinkButton>
      <span>
        {open.length === 0 ? '今天以后的安排，各县（市、区）都已告知。' : `尚未告知或者有变动：${names.join('、')}。`}
      </span>
    </div>
  );
}

function sumOf(places: readonly VisitPlace[], { stops }: Itinerary): string {
  const counties = places.filter(({ kind }) => kind === 'county');
  const visited = counties.filter(({ visitedOn }) => visitedOn !== undefined);
  const planned = counties.filter(
    ({ id, visitedOn }) => visitedOn === undefined && stops.some(({ placeId }) => placeId === id),
  );
  const open = counties.length - visited.length - planned.length;
  return `${counties.length}个县（市、区）：已实地调研${visited.length}个，已安排${planned.length}个，${open === 0 ? '没有遗漏' : `尚未安排${open}个`}。`;
}

function PlaceTile({ place, plan }: { place: VisitPlace | undefined; plan: Itinerary }) {
  const stop = plan.stops.find(({ placeId }) => placeId === place?.id);
  const { tone, text } = tileOf(place?.visitedOn, stop?.day);
  return (
    <div className={`tile tile-${tone}`}>
      <strong>{place?.name}</strong>
      <span className="tile-count">
        <Icon name={tone === 'due-soon' ? 'soon' : tone} size={14} />
        {text}
      </span>
    </div>
  );
}

function tileOf(visitedOn: string | undefined, day: string | undefined) {
  if (visitedOn !== undefined) return { tone: 'done', text: `${monthDay(visitedOn)}已调研` } as const;
  if (day !== undefined) return { tone: 'ready', text: monthDay(day) } as const;
  return { tone: 'due-soon', text: '未安排' } as const;
}

type SuggestProps = {
  caseId: string;
  plan: Itinerary;
  wanted: readonly VisitPlace[];
  onStops: (stops: readonly Stop[]) => void;
};

/** The suggestion is taken over at once and can be taken back: what the clerk had stands again. */
function Suggest({ caseId, plan, wanted, onStops }: SuggestProps) {
  const suggestion = useSuggestion(caseId);
  const [before, setBefore] = useState<readonly Stop[] | undefined>();
  const ask = async () => {
    const { stops } = await suggestion.mutateAsync({ plan, placeIds: wanted.map(({ id }) => id) });
    setBefore(plan.stops);
    onStops(stops);
  };
  const answer = suggestion.data;
  return (
    <div className="itinerary-suggest">
      <div className="itinerary-deeds">
        <Button
          type="primary"
          loading={suggestion.isPending}
          disabled={wanted.length === 0}
          onClick={() => void ask().catch(() => undefined)}
        >
          建议行程
        </Button>
        {before === undefined ? null : (
          <Button
            onClick={() => {
              onStops(before);
              setBefore(undefined);
              suggestion.reset();
            }}
          >
            撤销建议
          </Button>
        )}
        <span className="quiet">
          {wanted.length === 0
            ? '每一个县（市、区）都已经实地调研。'
            : '天数最少，同一带队人、同一县（市、区）不重复安排；勾选“固定”的安排不动。'}
        </span>
      </div>
      <ProblemAlert error={suggestion.error} />
      {answer === undefined ? null : (
        <MessageBox
          role="status"
          type={answer.unplaced.length === 0 ? 'success' : 'warning'}
          title={`共需${answer.days}天${answer.isProven ? '，没有天数更少的安排' : ''}`}
          description={
            answer.unplaced.length === 0
              ? undefined
              : `${wanted
                  .filter(({ id }) => answer.unplaced.includes(id))
                  .map(({ name }) => name)
                  .join('、')}没有合适的日期，请延长起止日期、增加带队人，或者自行安排。`
          }
        />
      )}
    </div>
  );
}

function Kept({ kept }: { kept: ReturnType<typeof useKeptItinerary> }) {
  const words = { untouched: '', waiting: '正在保存……', saved: '行程已保存。', failed: '' };
  return (
    <>
      <p className="quiet" role="status">
        {words[kept.state]}
      </p>
      <ProblemAlert error={kept.error} />
      {kept.isOvertaken ? (
        <p className="itinerary-deeds">
          <Button onClick={() => void kept.takeTheirs()}>采用同事保存的行程</Button>
          <Button onClick={() => void kept.takeMine()}>保存我的安排</Button>
        </p>
      ) : null}
    </>
  );
}
