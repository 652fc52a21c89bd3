import { useQuery } from '@tanstack/react-query';
import { Button, Form } from 'antd';
import { useParams } from 'react-router';
import { readItinerary } from '../../../contract/itineraries.ts';
import { cityTrackOf } from '../../../domain/procedure/case.ts';
import { coverageStanding } from '../../../domain/procedure/coverage-marks.ts';
import type { Place as VisitPlace } from '../../../domain/research/finding.ts';
import { useCase } from '../../lib/cases.ts';
import { call } from '../../lib/client.ts';
import { monthDay, todayInChina } from '../../lib/formats.ts';
import type { EditorProps } from '../../ui/form/editors.ts';
import { FieldList } from '../../ui/form/field-list.tsx';
import { RowList } from '../../ui/form/row-list.tsx';
import type { Desk } from '../desk.ts';

/** A visit that the itinerary planned and nobody has registered, or a county that is still to be covered: what the form would hold. */
type Offer = { key: string; label: string; place: VisitPlace; leaderId?: string; on?: string };

/** S2.4: the places of the visit; what was planned up to today and what is still missing is filled in with one click. */
function Places({ field, options, name, path }: EditorProps) {
  const { caseId = '' } = useParams();
  const form = Form.useFormInstance();
  const offers = useOffers(caseId, options);
  if (field.input.kind !== 'rows') return null;
  const { row } = field.input;
  const fill = ({ place, leaderId, on }: Offer) => {
    const standing: unknown = form.getFieldValue([...path]);
    const rows = Array.isArray(standing) ? standing.filter(isFilled) : [];
    const known = rows.some((one) => JSON.stringify(one) === JSON.stringify(place));
    form.setFieldValue([...path], known ? rows : [...rows, place]);
    if (leaderId !== undefined) addMember(leaderId);
    if (on !== undefined) form.setFieldValue(['on'], on);
  };
  const addMember = (personId: string) => {
    const at = [...path.slice(0, -1), 'memberIds'];
    const standing: unknown = form.getFieldValue(at);
    const ids = Array.isArray(standing) ? standing : [];
    if (!ids.includes(personId)) form.setFieldValue(at, [...ids, personId]);
  };
  return (
    <>
      {offers.length === 0 ? null : (
        <fieldset className="visit-offers" aria-label="填入行程已排定或者尚未覆盖的地点">
          <span className="quiet">填入：</span>
          {offers.map((offer) => (
            <Button key={offer.key} size="small" onClick={() => fill(offer)}>
              {offer.label}
            </Button>
          ))}
        </fieldset>
      )}
      <RowList
        field={field}
        name={name}
        path={path}
        renderRow={(place) => <FieldList input={row} options={options} {...place} />}
      />
    </>
  );
}

function isFilled(row: unknown): boolean {
  return (
    typeof row === 'object' && row !== null && Object.values(row).filter((value) => value !== undefined).length > 1
  );
}

function useOffers(caseId: string, options: EditorProps['options']): readonly Offer[] {
  const loaded = useCase(caseId);
  const itinerary = useQuery({
    queryKey: ['case', caseId, 'itinerary'],
    queryFn: () => call(readItinerary, { params: { caseId } }),
  });
  const view = loaded.data?.view;
  const city = view === undefined ? undefined : cityTrackOf(view);
  if (view === undefined || city === undefined) return [];
  const { left } = coverageStanding(view, city);
  const parkName = new Map((options.park ?? []).map(({ value, label }) => [value, label]));
  const visitedParks = new Set(
    (loaded.data?.state?.research.visits ?? []).flatMap(({ places }) =>
      places.flatMap((place) => (place.kind === 'park' ? [place.parkId] : [])),
    ),
  );
  const stops = (itinerary.data?.saved?.plan.stops ?? []).filter(({ day }) => day <= todayInChina());
  const planned = stops.flatMap(({ placeId, day, leaderId }): Offer[] => {
    const county = left.find(({ tenantId }) => tenantId === placeId);
    const shown = { key: placeId, leaderId, on: day };
    if (county !== undefined) {
      const place = { kind: 'county' as const, tenantId: placeId };
      return [{ ...shown, label: `${monthDay(day)}${county.shortName}（行程）`, place }];
    }
    const park = parkName.get(placeId);
    if (park === undefined || visitedParks.has(placeId)) return [];
    return [{ ...shown, label: `${monthDay(day)}${park}（行程）`, place: { kind: 'park', parkId: placeId } }];
  });
  const open = left.filter(({ tenantId }) => !planned.some(({ key }) => key === tenantId));
  return [
    ...planned,
    ...open.map(({ tenantId, shortName }) => ({
      key: tenantId,
      label: `${shortName}（尚未覆盖）`,
      place: { kind: 'county' as const, tenantId },
    })),
  ];
}

export const desk: Desk = { editors: { places: Places } };
