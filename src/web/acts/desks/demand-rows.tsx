import { Form } from 'antd';
import type { ComponentType, ReactNode } from 'react';
import type { Demand } from '../../../domain/handling/demand.ts';
import type { Facts } from '../../../domain/procedure/act.ts';
import type { Field, FieldInput } from '../../lib/schema-form.ts';
import { ForAll, withoutField } from '../../ui/form/each-list.tsx';
import type { EditorProps } from '../../ui/form/editors.ts';
import { FieldList } from '../../ui/form/field-list.tsx';
import { ListFrame } from '../../ui/form/row-list.tsx';
import { useDeskFacts } from '../desk-facts.ts';
import { DemandCell } from './demand-cell.tsx';
import './demand-rows.css';

/** A column that is read beside what is filled in. */
type Reading = { title: string; render: (demand: Demand, facts: Facts) => ReactNode };

type Layout = {
  readings: readonly Reading[];
  /** Headings over the controls of a row, with the width each takes at a desk. */
  controls: readonly { title: string; width: string }[];
  /** What stands over all rows. */
  Head?: ComponentType<{ facts: Facts }>;
  /** What stands below the words of a demand. */
  Mark?: ComponentType<{ demand: Demand }>;
};

/**
 * A row for every demand, as a table at a desk: what is asked, what is known of it, and the controls of its answer beside each other. On a
 * phone a row is a card, one below the other. The form is that of the schema; only its look is another.
 */
export function demandRows({ readings, controls, Head, Mark }: Layout): ComponentType<EditorProps> {
  const columns = [
    'minmax(13rem, 2fr)',
    ...readings.map(() => 'minmax(10rem, 1.6fr)'),
    `minmax(0, ${2 + controls.length}fr)`,
  ].join(' ');
  const style = {
    ['--demand-columns' as string]: columns,
    ['--demand-controls' as string]: controls.map(({ width }) => width).join(' '),
  };
  return function DemandRows({ field, options, name, path }: EditorProps) {
    const facts = useDeskFacts();
    const form = Form.useFormInstance();
    const values: unknown = Form.useWatch([...path], { form, preserve: true });
    const rows = Array.isArray(values) ? (values as readonly Record<string, unknown>[]) : [];
    const row = rowOf(field);
    const demandAt = (index: number) => facts.state.handling.demands.find(({ id }) => id === rows[index]?.demandId);
    return (
      <ListFrame field={field}>
        {Head === undefined ? null : <Head facts={facts} />}
        {rows.length > 1 ? (
          <ForAll
            row={row}
            setAll={(member, value) => {
              for (const index of rows.keys()) form.setFieldValue([...path, index, member], value);
            }}
          />
        ) : null}
        <div className="demand-rows" style={style}>
          <Headings titles={['审议要求', ...readings.map(({ title }) => title)]} controls={controls} />
          <Form.List name={[...name]}>
            {(entries, _operations, { errors }) => (
              <>
                {entries.map((entry) => (
                  <DemandRow
                    key={entry.key}
                    demand={demandAt(entry.name)}
                    facts={facts}
                    readings={readings}
                    title={field.title}
                    Mark={Mark}
                  >
                    <FieldList input={row} options={options} name={[entry.name]} path={[...path, entry.name]} />
                  </DemandRow>
                ))}
                {entries.length === 0 ? <p className="nothing-to-choose">目前没有需要填写的审议要求。</p> : null}
                <Form.ErrorList errors={errors} className="form-list-error" />
              </>
            )}
          </Form.List>
        </div>
      </ListFrame>
    );
  };
}

function rowOf({ input }: Field): FieldInput {
  if (input.kind !== 'rows') throw new Error('Only a list has a row for every demand.');
  return withoutField(input.row, 'demandId');
}

/** For the eyes alone: every control has its own label. */
function Headings({ titles, controls }: { titles: readonly string[]; controls: Layout['controls'] }) {
  return (
    <div className="demand-heads" aria-hidden="true">
      {titles.map((title) => (
        <span key={title}>{title}</span>
      ))}
      <span className="demand-controls">
        {controls.map(({ title }) => (
          <span key={title}>{title}</span>
        ))}
      </span>
    </div>
  );
}

function DemandRow(props: {
  demand: Demand | undefined;
  facts: Facts;
  readings: readonly Reading[];
  title: string;
  Mark: Layout['Mark'];
  children: ReactNode;
}) {
  const { demand, facts, readings, title, Mark, children } = props;
  const label = demand === undefined ? title : `第${demand.no}项：${demand.problem}`;
  return (
    <fieldset className="form-row each-row demand-row" aria-label={label}>
      {demand === undefined ? (
        <p className="quiet">（已不在清单中）</p>
      ) : (
        <>
          <div>
            <DemandCell demand={demand} facts={facts} />
            {Mark === undefined ? null : <Mark demand={demand} />}
          </div>
          {readings.map((reading) => (
            <div key={reading.title} className="demand-reading">
              <span className="demand-reading-title">{reading.title}</span>
              {reading.render(demand, facts)}
            </div>
          ))}
        </>
      )}
      <div className="demand-controls">{children}</div>
    </fieldset>
  );
}
