import { Form } from 'antd';
import { differencesOf, type PartialCount, paperFigures } from '../../../domain/ballot/paper-count.ts';
import type { Field } from '../../lib/schema-form.ts';
import type { EditorProps } from '../../ui/form/editors.ts';
import { FieldControl } from '../../ui/form/field-control.tsx';
import { ListFrame } from '../../ui/form/row-list.tsx';
import './paper-count.css';

/** A column of figures for each of the two tellers, and beside them whether they agree. */
export function TellersTable({ field, options, name, path }: EditorProps) {
  const form = Form.useFormInstance();
  const written: unknown = Form.useWatch([...path], { form, preserve: true });
  const tallies = talliesIn(written);
  const fields = field.input.kind === 'rows' && field.input.row.kind === 'group' ? field.input.row.fields : [];
  return (
    <ListFrame field={field}>
      <p className="form-help">两名监票人分别计票，各填一列；不一致的当场标出，共同复核后改正。</p>
      <div className="tellers">
        <Headings fields={fields} />
        <Form.List name={[...name]}>
          {(columns, _operations, { errors }) => (
            <>
              {columns.map((column, index) => (
                <fieldset key={column.key} className="teller" aria-label={`${field.title}第${index + 1}项`}>
                  <div className="teller-head" aria-hidden="true">
                    第{index + 1}名
                  </div>
                  {fields.map((figure) => (
                    <FieldControl
                      key={figure.name}
                      field={figure}
                      options={options}
                      name={[column.name, figure.name]}
                    />
                  ))}
                </fieldset>
              ))}
              <Form.ErrorList errors={errors} className="form-list-error tellers-error" />
            </>
          )}
        </Form.List>
        <Agreement tallies={tallies} fields={fields} />
      </div>
    </ListFrame>
  );
}

/** For the eyes alone: every control has its own label. */
function Headings({ fields }: { fields: readonly Field[] }) {
  return (
    <div className="teller-names" aria-hidden="true">
      <div className="teller-head" />
      {fields.map(({ name, title }) => (
        <span key={name}>{title}</span>
      ))}
    </div>
  );
}

function Agreement({ tallies, fields }: { tallies: readonly PartialCount[]; fields: readonly Field[] }) {
  const differences = new Map(differencesOf(tallies).map((difference) => [difference.key as string, difference]));
  const isWritten = (key: string) =>
    paperFigures.some((figure) => figure.key === key && tallies.every((tally) => tally[figure.key] !== undefined));
  return (
    <div className="teller-marks" role="status" aria-label="两名监票人的计票是否一致">
      <div className="teller-head" />
      {fields.map(({ name, title }) => {
        const difference = differences.get(name);
        if (difference !== undefined) {
          return (
            <span key={name} className="is-differing">
              <span className="visually-hidden">{title}</span>不一致
            </span>
          );
        }
        return (
          <span key={name}>
            {isWritten(name) ? (
              <>
                <span className="visually-hidden">{title}</span>一致
              </>
            ) : null}
          </span>
        );
      })}
    </div>
  );
}

/** The tellers' figures as far as they are numbers. */
export function talliesIn(written: unknown): readonly PartialCount[] {
  if (!Array.isArray(written)) return [];
  return written.map((row: unknown) => {
    // A row of the form is an object of whatever has been typed so far.
    const typed = (row ?? {}) as Readonly<Record<string, unknown>>;
    const figures = paperFigures.flatMap(({ key }) => {
      const figure = typed[key];
      return typeof figure === 'number' && Number.isInteger(figure) ? [[key, figure] as const] : [];
    });
    return Object.fromEntries(figures);
  });
}
