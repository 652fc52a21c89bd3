import { Form } from 'antd';
import { Suspense } from 'react';
import { objectOf } from '../../../contract/form-fields.ts';
import { findingsForOpinion, findingsWithoutDemand } from '../../../domain/session/opinion-findings.ts';
import type { EditorProps } from '../../ui/form/editors.ts';
import { ListFrame } from '../../ui/form/row-list.tsx';
import { useSetValue } from '../../ui/form/set-value.ts';
import { useDeskFacts } from '../desk-facts.ts';
import { Repeats } from '../loaded-later.ts';
import { namedFindings } from './finding-words.ts';
import { FindingsPanel, type PanelWords } from './findings-panel.tsx';
import { OrderedRows } from './ordered-rows.tsx';
import { useLeaving } from './use-leaving.ts';
import './report-desk.css';

const words: PanelWords = {
  open: '未提出要求',
  left: '不提出要求',
  cite: '作为依据',
  begin: '新起一项',
  all: (count) => `为其余${count}项各起一项`,
  leave: '不提出要求',
  none: (count) => `${count}项问题都已提出要求，或者说明了不提出的理由。`,
};

type Demand = { problem: string; findingIds: readonly string[] };

/** Problem, demand, organ and the findings it rests on, row by row; beside them the findings of the report, with those that lead to no demand yet. */
export function DemandsEditor({ field, options, name, path }: EditorProps) {
  const facts = useDeskFacts();
  const { research, deliberation } = facts.state;
  const form = Form.useFormInstance();
  const setValue = useSetValue();
  const withoutPath = [...path.slice(0, -1), 'withoutDemand'];
  const written: unknown = Form.useWatch([...path], { form, preserve: true });
  const rows = Array.isArray(written) ? written : [];
  const demands = rows.map(demandIn);
  const left: unknown = Form.useWatch(withoutPath, { form, preserve: true });
  const without = leftIn(left);
  const leave = useLeaving(withoutPath, Array.isArray(left) ? left : []);
  const wanted = new Set(findingsForOpinion(research).map(({ id }) => id));
  const [onlyOrgan, ...others] = deliberation.organIds;
  const organId = others.length === 0 ? onlyOrgan : undefined;
  return (
    <div className="report-desk">
      <FindingsPanel
        all={namedFindings(facts).filter(({ finding }) => wanted.has(finding.id))}
        openIds={new Set(findingsWithoutDemand(demands, without, research).map(({ id }) => id))}
        placeOf={(id) => {
          const index = demands.findIndex(({ findingIds }) => findingIds.includes(id));
          return index < 0 ? undefined : `第${index + 1}项`;
        }}
        places={demands.map(({ problem }, index) => ({ title: `第${index + 1}项`, text: problem }))}
        words={words}
        noteOf={(id) => <Repeated ids={[id]} />}
        onCite={(findings, index) => {
          const ids = findings.map(({ id }) => id);
          const cited = (row: unknown) => [...new Set([...demandIn(row).findingIds, ...ids])];
          const begun = findings.map(({ id, title }) => ({ problem: title, organId, findingIds: [id] }));
          setValue(
            path,
            index === undefined
              ? [...rows, ...begun]
              : rows.map((row, place) => (place === index ? { ...objectOf(row), findingIds: cited(row) } : row)),
          );
        }}
        onLeave={leave}
      />
      <ListFrame field={field}>
        <p className="form-help">审议意见中“存在的主要问题”按各项的问题依次列出，不另填写。</p>
        <OrderedRows
          field={field}
          options={options}
          name={name}
          unit="项"
          blank={{ organId, findingIds: [] }}
          noteOf={(index) => <Repeated ids={demands[index]?.findingIds ?? []} />}
        />
      </ListFrame>
    </div>
  );
}

function Repeated({ ids }: { ids: readonly string[] }) {
  return (
    <Suspense fallback={null}>
      <Repeats ids={ids} />
    </Suspense>
  );
}

function demandIn(row: unknown): Demand {
  const { problem, findingIds } = objectOf(row);
  return {
    problem: typeof problem === 'string' ? problem : '',
    findingIds: Array.isArray(findingIds) ? findingIds.map(String) : [],
  };
}

function leftIn(rows: unknown): readonly { findingId: string }[] {
  return (Array.isArray(rows) ? rows : []).flatMap((row) => {
    const { findingId } = objectOf(row);
    return typeof findingId === 'string' ? [{ findingId }] : [];
  });
}
