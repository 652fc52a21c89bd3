import { Form } from 'antd';
import { citedAt, openFindings } from '../../../domain/research/report-findings.ts';
import type { EditorProps } from '../../ui/form/editors.ts';
import { ListFrame } from '../../ui/form/row-list.tsx';
import { useSetValue } from '../../ui/form/set-value.ts';
import { useDeskFacts } from '../desk-facts.ts';
import { namedFindings } from './finding-words.ts';
import { FindingsPanel, type PanelWords } from './findings-panel.tsx';
import { OrderedRows } from './ordered-rows.tsx';
import { citationsIn, withFindings } from './report-form.ts';
import { useLeaving } from './use-leaving.ts';
import './report-desk.css';

const words: PanelWords = {
  open: '未引用',
  left: '不写入报告',
  cite: '引用到',
  begin: '新起一段',
  all: (count) => `为其余${count}项各起一段`,
  leave: '不写入',
  none: (count) => `${count}项问题都已写入报告，或者说明了不写入的理由。`,
};

/**
 * A report in paragraphs that number themselves and take their citations along when they are moved or deleted; beside them every finding,
 * with where it stands, cited by one choice.
 */
export function ReportEditor({ field, options, name, path }: EditorProps) {
  const facts = useDeskFacts();
  const form = Form.useFormInstance();
  const setValue = useSetValue();
  const leftOutPath = [...path.slice(0, -1), 'leftOut'];
  const citations = citationsIn(
    Form.useWatch([...path], { form, preserve: true }),
    Form.useWatch(leftOutPath, { form, preserve: true }),
  );
  const { paragraphs, leftOut } = citations;
  const leave = useLeaving(leftOutPath, leftOut);
  const at = citedAt(paragraphs);
  return (
    <div className="report-desk">
      <FindingsPanel
        all={namedFindings(facts)}
        openIds={new Set(openFindings(citations, facts.state.research).map(({ id }) => id))}
        placeOf={(id) => (at.has(id) ? `第${at.get(id)}段` : undefined)}
        places={paragraphs.map(({ text = '' }, index) => ({ title: `第${index + 1}段`, text }))}
        words={words}
        onCite={(findings, index) => setValue(path, withFindings(paragraphs, findings, index))}
        onLeave={leave}
      />
      <ListFrame field={field}>
        {facts.own.level === 'city' ? (
          <p className="form-help">
            一段只引用一项县（市、区）问题的，向该县反馈“采纳”；一段引用多项的，反馈“合并采纳”；列为不写入报告的，反馈“未采纳”和理由。
          </p>
        ) : null}
        <OrderedRows
          field={field}
          options={options}
          name={name}
          unit="段"
          blank={{ part: 'problem', findingIds: [] }}
        />
      </ListFrame>
    </div>
  );
}
