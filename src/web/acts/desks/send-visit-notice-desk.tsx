import { useQuery } from '@tanstack/react-query';
import { Button, Form } from 'antd';
import { useParams } from 'react-router';
import { readItinerary } from '../../../contract/itineraries.ts';
import { countyTracksOf } from '../../../domain/procedure/case.ts';
import { visitRowsOf } from '../../../domain/research/itinerary-rows.ts';
import { type SendVisitNotice, visitNotices } from '../../../domain/research/visit-notice-acts.ts';
import { useCase } from '../../lib/cases.ts';
import { call } from '../../lib/client.ts';
import { dateWithWeekday, todayInChina, withDateWords } from '../../lib/formats.ts';
import { useLinkage } from '../../lib/linkage.ts';
import { listOf, type Typed } from '../../lib/schema-form.ts';
import type { EditorProps } from '../../ui/form/editors.ts';
import { FieldList } from '../../ui/form/field-list.tsx';
import { RowList } from '../../ui/form/row-list.tsx';
import { useSetValue } from '../../ui/form/set-value.ts';
import type { Desk, DeskProps } from '../desk.ts';
import './visit-row.css';

export const desk: Desk = { editors: { visits: Visits }, Below };

/** The visits ahead, one row each; the itinerary’s are filled in with one click, and what was typed of places stays. */
function Visits({ field, options, name, path }: EditorProps) {
  const { caseId = '' } = useParams();
  const form = Form.useFormInstance();
  const setValue = useSetValue();
  const planned = usePlanned(caseId);
  if (field.input.kind !== 'rows') return null;
  const { row } = field.input;
  const fill = () => {
    const standing = listOf(form.getFieldValue([...path])) as readonly Typed[];
    const placesOf = (tenantId: string) => standing.find((one) => one?.tenantId === tenantId)?.places;
    setValue(
      path,
      planned.map((visit) => ({ ...visit, places: placesOf(visit.tenantId) ?? visit.places })),
    );
  };
  return (
    <>
      <p className="visit-offers">
        <Button size="small" disabled={planned.length === 0} onClick={fill}>
          按调研行程填入
        </Button>
        <span className="quiet">
          {planned.length === 0 ? '行程中没有今天以后的安排。' : `行程中今天以后的安排${planned.length}处。`}
        </span>
      </p>
      <RowList
        field={field}
        name={name}
        path={path}
        renderRow={(place) => (
          <div className="visit-row">
            <FieldList input={row} options={options} {...place} />
          </div>
        )}
      />
    </>
  );
}

function usePlanned(caseId: string) {
  const view = useCase(caseId).data?.view;
  const linkage = useLinkage().data;
  const itinerary = useQuery({
    queryKey: ['case', caseId, 'itinerary'],
    queryFn: () => call(readItinerary, { params: { caseId } }),
  });
  const stops = itinerary.data?.saved?.plan.stops ?? [];
  if (view === undefined || linkage === undefined) return [];
  return visitRowsOf(stops, {
    counties: countyTracksOf(view),
    parks: linkage.organisation.parks,
    today: todayInChina(),
  });
}

/** Who will be told what: counties whose visit stays as they know it are not written to again. */
function Below({ facts, payload }: DeskProps) {
  const told = visitNotices(sheetOf(payload), facts);
  const silent = countyTracksOf(facts.view).filter(
    ({ tenantId }) => !told.some(({ track }) => track.tenantId === tenantId),
  );
  return (
    <section className="entailed" aria-label="将告知的县（市、区）">
      <h2>将告知{told.length}个县（市、区）</h2>
      <ul>
        {told.map(({ track, notice }) => (
          <li key={track.tenantId}>
            <strong>{track.shortName}</strong>：
            {notice.changes.length === 0
              ? notice.visits.map(({ day }) => dateWithWeekday(day)).join('、')
              : notice.changes.map(withDateWords).join('')}
          </li>
        ))}
      </ul>
      {silent.length === 0 ? null : (
        <p className="quiet">
          不另行告知：{silent.map(({ shortName }) => shortName).join('、')}（没有安排或者没有变动）。
        </p>
      )}
    </section>
  );
}

/** The sheet as far as it is filled in: a row without its county or day tells nobody yet. */
function sheetOf({ visits, memberIds, prepare }: Typed): SendVisitNotice {
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  return {
    visits: (listOf(visits) as readonly (Typed | undefined)[])
      .map((row) => ({
        tenantId: text(row?.tenantId),
        day: text(row?.day),
        leaderId: text(row?.leaderId),
        places: text(row?.places),
      }))
      .filter(({ tenantId, day, leaderId }) => tenantId !== '' && day !== '' && leaderId !== ''),
    memberIds: listOf(memberIds).map(text),
    prepare: text(prepare),
  };
}
