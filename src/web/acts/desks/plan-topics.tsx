import { Form, Input } from 'antd';
import { lazy, Suspense } from 'react';
import { useParams } from 'react-router';
import { datesOfDeliberation } from '../../../domain/procedure/entailed-dates.ts';
import { useCase, useCases } from '../../lib/cases.ts';
import { periodOfYear, useSpokenDuties } from '../../lib/leader-duties.ts';
import { useLinkage } from '../../lib/linkage.ts';
import { type Field, listOf, type Options, type Typed } from '../../lib/schema-form.ts';
import type { EditorProps } from '../../ui/form/editors.ts';
import { FieldControl } from '../../ui/form/field-control.tsx';
import { RowList } from '../../ui/form/row-list.tsx';
import { fixedSittingsOf } from './plan-rows.ts';
import './plan.css';

/** The form stands before its calendar does: what is known of the year is asked for meanwhile. */
const PlanCalendar = lazy(async () => ({ default: (await import('./plan-calendar.tsx')).PlanCalendar }));

/** The rows of the joint plan under one calendar of the year; numbers are given, not typed. */
export function PlanTopics({ field, options, name, path }: EditorProps) {
  const form = Form.useFormInstance();
  const row = field.input.kind === 'rows' && field.input.row.kind === 'group' ? field.input.row.fields : [];
  const nextKey = () => {
    const keys = listOf(form.getFieldValue([...path])).map((one) => Number((one as Typed | null)?.key ?? 0) || 0);
    return { key: String(Math.max(0, ...keys) + 1) };
  };
  return (
    <>
      <Form.Item name={[...name]} noStyle>
        <Calendar />
      </Form.Item>
      <RowList
        field={field}
        fresh={nextKey}
        name={name}
        path={path}
        renderRow={(place) => <PlanRow fields={row} options={options} name={place.name} />}
      />
    </>
  );
}

function PlanRow(props: { fields: readonly Field[]; options: Options; name: readonly (string | number)[] }) {
  const { fields, options, name } = props;
  const control = (member: string) => {
    const field = fields.find((one) => one.name === member);
    return field === undefined ? null : <FieldControl field={field} options={options} name={[...name, member]} />;
  };
  return (
    <div className="plan-row">
      <Form.Item name={[...name, 'key']} className="visually-hidden">
        <Input aria-label="序号" readOnly tabIndex={-1} />
      </Form.Item>
      <div className="plan-row-name">{control('name')}</div>
      <div className="plan-row-name">{control('domain')}</div>
      {control('leadUnitId')}
      {control('deliberationDate')}
      <div className="plan-row-name">{control('suggestionIds')}</div>
    </div>
  );
}

/** Form hands the rows to its child; what else the calendar shows is known of the year and the linkage. */
function Calendar(rows: { value?: readonly Typed[]; onChange?: (rows: readonly Typed[]) => void }) {
  const { caseId = '' } = useParams();
  const loaded = useCase(caseId).data;
  const linkage = useLinkage().data;
  const cases = useCases({}).data ?? [];
  const duties = useSpokenDuties(periodOfYear(loaded?.view.year ?? 0), loaded !== undefined);
  if (loaded === undefined || linkage === undefined) return null;
  const { year, tracks } = loaded.view;
  const marksOf = (day: string) =>
    datesOfDeliberation(tracks, day, linkage).flatMap(({ level, scheduled }) => {
      const who = level === 'county' ? '各县（市、区）' : '市级';
      return scheduled.due === undefined ? [] : [{ day: scheduled.due, text: `${who}：${scheduled.title}` }];
    });
  return (
    <Suspense fallback={null}>
      <PlanCalendar
        year={year}
        calendar={linkage.calendar}
        sittings={fixedSittingsOf(cases)}
        duties={duties}
        marksOf={marksOf}
        {...rows}
      />
    </Suspense>
  );
}
