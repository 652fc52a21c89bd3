import { Button, Segmented, Select } from 'antd';
import { useState } from 'react';
import type { Finding } from '../../../domain/research/finding.ts';
import { citedAt, openFindings } from '../../../domain/research/report-findings.ts';
import { StateTag } from '../../ui/state-tag.tsx';
import { useIsNarrow } from '../../ui/use-is-phone.ts';
import { useDeskFacts } from '../desk-facts.ts';
import { findingMarks, type NamedFinding, namedFindings } from './finding-words.ts';
import type { Citations, Paragraph } from './report-form.ts';

/** A place in the report, or a paragraph of its own. */
type Cite = (findings: readonly Finding[], index: number | undefined) => void;
type Props = { citations: Citations; onCite: Cite; onLeave: (findingId: string) => void };

/** Every finding with where the report speaks of it, and how many are still to be dealt with. Beside the paragraphs, folded above them on a phone. */
export function ReportFindings({ citations, onCite, onLeave }: Props) {
  const facts = useDeskFacts();
  const isNarrow = useIsNarrow();
  const [isAll, setAll] = useState(false);
  const all = namedFindings(facts);
  if (all.length === 0) return null;
  const openIds = new Set(openFindings(citations, facts.state.research).map(({ id }) => id));
  const open = all.filter(({ finding }) => openIds.has(finding.id));
  const meter = `未引用${open.length}／${all.length}`;
  const content = (
    <>
      <div className="report-meter">
        <Segmented
          aria-label="显示哪些问题"
          value={isAll ? 'all' : 'open'}
          onChange={(shown) => setAll(shown === 'all')}
          options={[
            { value: 'open', label: meter },
            { value: 'all', label: `全部${all.length}` },
          ]}
        />
        {open.length > 1 ? (
          <Button
            size="small"
            onClick={() =>
              onCite(
                open.map(({ finding }) => finding),
                undefined,
              )
            }
          >
            为其余{open.length}项各起一段
          </Button>
        ) : null}
      </div>
      {!isAll && open.length === 0 ? (
        <p className="form-help" role="status">
          {all.length}项问题都已写入报告，或者说明了不写入的理由。
        </p>
      ) : (
        <ul className="report-finding-list">
          {(isAll ? all : open).map((named) => (
            <FindingItem key={named.finding.id} named={named} citations={citations} onCite={onCite} onLeave={onLeave} />
          ))}
        </ul>
      )}
    </>
  );
  if (!isNarrow) {
    return (
      <aside className="report-findings" aria-label="发现的问题">
        <h2>发现的问题</h2>
        {content}
      </aside>
    );
  }
  return (
    <details className="report-findings">
      <summary>发现的问题（{meter}）</summary>
      {content}
    </details>
  );
}

function FindingItem({ named, citations, onCite, onLeave }: Props & { named: NamedFinding }) {
  const { finding } = named;
  const { id, title, description } = finding;
  const paragraphNo = citedAt(citations.paragraphs).get(id);
  const isLeft = citations.leftOut.some(({ findingId }) => findingId === id);
  return (
    <li>
      <p className="report-finding-head">
        <strong>{title}</strong>
        {paragraphNo === undefined ? null : <StateTag tone="done" text={`第${paragraphNo}段`} />}
        {isLeft ? <StateTag tone="off" text="不写入报告" /> : null}
        {paragraphNo === undefined && !isLeft ? <StateTag tone="soon" text="未引用" /> : null}
      </p>
      <p className="quiet">{findingMarks(named)}</p>
      <details>
        <summary>具体情况</summary>
        <p>{description}</p>
      </details>
      {paragraphNo !== undefined || isLeft ? null : (
        <div className="report-finding-deeds">
          <Select<string>
            size="small"
            value={null}
            aria-label={`“${title}”引用到`}
            placeholder="引用到…"
            options={placesIn(citations.paragraphs)}
            onChange={(place) => onCite([finding], place === newParagraph ? undefined : Number(place))}
          />
          <Button size="small" onClick={() => onLeave(id)}>
            不写入<span className="visually-hidden">“{title}”</span>
          </Button>
        </div>
      )}
    </li>
  );
}

const newParagraph = 'new';
/** So much of a paragraph tells it apart. */
const startLength = 14;

function placesIn(paragraphs: readonly Paragraph[]): { value: string; label: string }[] {
  return [
    { value: newParagraph, label: '新起一段' },
    ...paragraphs.map(({ text = '' }, index) => {
      const start = text.length > startLength ? `${text.slice(0, startLength)}…` : text;
      return { value: String(index), label: `第${index + 1}段${start === '' ? '' : `：${start}`}` };
    }),
  ];
}
