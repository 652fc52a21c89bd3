import { Form, Select } from 'antd';
import { objectOf } from '../../../contract/form-fields.ts';
import type { Field } from '../../lib/schema-form.ts';
import { EachList, withoutField } from '../../ui/form/each-list.tsx';
import type { EditorProps } from '../../ui/form/editors.ts';
import { FieldControl } from '../../ui/form/field-control.tsx';
import type { Place } from '../../ui/form/row-list.tsx';
import { useDeskFacts } from '../desk-facts.ts';
import { Results } from './county-papers.tsx';
import './county-papers.css';

/** County by county what its session decided, and which of the demands above takes it up. A county absorbs nobody's results. */
export function AbsorbedResults({ field, options, name, path }: EditorProps) {
  const { own, state } = useDeskFacts();
  const form = Form.useFormInstance();
  const rows: unknown = Form.useWatch([...path], { form, preserve: true });
  const demands: unknown = Form.useWatch([...path.slice(0, -1), 'demands'], { form, preserve: true });
  const { input } = field;
  if (own.level !== 'city' || input.kind !== 'rows' || input.each === undefined) return null;
  const rest = withoutField(input.row, input.each);
  const fields = rest.kind === 'group' ? rest.fields : [];
  const { countyResults } = state.deliberation;
  const tenantAt = (index: unknown) => objectOf(Array.isArray(rows) ? rows[Number(index)] : undefined).tenantId;
  return (
    <EachList
      field={field}
      row={rest}
      each={input.each}
      choices={options.county ?? []}
      renderRow={(place) => {
        const results = countyResults[String(tenantAt(place.path.at(-1)))];
        return (
          <>
            {results === undefined ? null : (
              <details className="absorbed-opinion">
                <summary>该县（市、区）的审议意见</summary>
                <Results results={results} />
              </details>
            )}
            <div className="absorbed-fields">
              {fields.map((member) =>
                member.input.kind === 'numbers' ? (
                  <DemandNos key={member.name} field={member} place={place} demands={demands} />
                ) : (
                  <FieldControl
                    key={member.name}
                    field={member}
                    options={options}
                    name={[...place.name, member.name]}
                  />
                ),
              )}
            </div>
          </>
        );
      }}
      name={name}
      path={path}
    />
  );
}

function DemandNos({ field, place, demands }: { field: Field; place: Place; demands: unknown }) {
  const choices = (Array.isArray(demands) ? demands : []).map((row, index) => {
    const { problem } = objectOf(row);
    return { value: index + 1, label: `第${index + 1}项：${typeof problem === 'string' ? problem : ''}` };
  });
  return (
    <Form.Item name={[...place.name, field.name]} label={field.title} required={field.required}>
      <Select<number[]>
        mode="multiple"
        showSearch={{ optionFilterProp: 'label' }}
        placeholder="选择吸纳于哪几项要求；不吸纳的，写明理由"
        options={choices}
        aria-label={field.title}
      />
    </Form.Item>
  );
}
