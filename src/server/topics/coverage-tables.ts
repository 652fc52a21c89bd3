import { dayText } from '../../domain/calendar/day-text.ts';
import { type OrganisationFacts, personNameOf } from '../../domain/organisation/facts.ts';
import type { CaseView } from '../../domain/procedure/case.ts';
import { type CoverageRow, visitFormNames, visitForms } from '../../domain/research/coverage.ts';
import { placeNameOf } from '../../domain/research/places.ts';
import type { Visit } from '../../domain/research/research-state.ts';
import type { TableColumn } from '../http/table-file.ts';

const kindNames = { county: '县（市、区）', park: '园区', department: '部门' } satisfies Record<
  CoverageRow['place']['kind'],
  string
>;

export const coverageColumns: readonly TableColumn<CoverageRow>[] = [
  { title: '地点', width: 24, value: ({ name }) => name },
  { title: '类别', width: 14, value: ({ place }) => kindNames[place.kind] },
  ...visitForms.map(
    (form): TableColumn<CoverageRow> => ({
      title: visitFormNames[form],
      width: 30,
      value: (row) => daysIn(row, form),
    }),
  ),
  {
    title: '县级延伸调研',
    width: 18,
    value: ({ place, extensionOn }) => {
      if (place.kind !== 'county') return null;
      return extensionOn === undefined ? '未登记' : dayText(extensionOn);
    },
  },
  { title: '发现问题', width: 10, kind: 'number', value: ({ findings }) => findings },
];

/** The days of all visits in that form; where S2.4 asks for one on site that has not been made, that it is missing. */
function daysIn({ visits, isGap }: CoverageRow, form: Visit['forms'][number]): string | null {
  const days = visits[form].map(({ on }) => dayText(on)).join('、');
  if (days !== '') return days;
  return form === 'site' && isGap ? '未开展' : null;
}

export type VisitRow = { visit: Visit; view: CaseView; organisation: OrganisationFacts };

export const visitColumns: readonly TableColumn<VisitRow>[] = [
  { title: '日期', width: 12, kind: 'date', value: ({ visit }) => visit.on },
  {
    title: '地点',
    width: 24,
    value: ({ visit, view, organisation }) =>
      visit.places.map((place) => placeNameOf(place, { view, organisation })).join('、'),
  },
  { title: '形式', width: 24, value: ({ visit }) => visit.forms.map((form) => visitFormNames[form]).join('、') },
  { title: '走访的单位', width: 40, value: ({ visit }) => visit.units.join('、') },
  {
    title: '参加人员',
    width: 40,
    value: ({ visit, organisation }) => visit.memberIds.map((id) => personNameOf(organisation, id)).join('、'),
  },
  { title: '情况', width: 60, value: ({ visit }) => visit.notes },
];
