import { Button, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import type { Finding } from '../../../domain/research/finding.ts';
import { StateTag } from '../../ui/state-tag.tsx';
import { useIsNarrow } from '../../ui/use-is-phone.ts';
import { findingMarks, type NamedFinding } from './finding-words.ts';

/** What a text does with a finding, in its own words. */
export type PanelWords = {
  open: string;
  left: string;
  cite: string;
  begin: string;
  all: (count: number) => string;
  leave: string;
  none: (count: number) => string;
};

type Props = {
  all: readonly NamedFinding[];
  /** Those that are still to be dealt with. */
  openIds: ReadonlySet<string>;
  /** Where the text speaks of a finding. */
  placeOf: (findingId: string) => string | undefined;
  /** The rows of the text, in their order. */
  places: readonly { title: string; text: string }[];
  words: PanelWords;
  /** What more there is to say of a finding. */
  noteOf?: (findingId: string) => ReactNode;
  /** In the row at that place, or each in a row of its own. */
  onCite: (findings: readonly Finding[], index: number | undefined) => void;
  onLeave: (findingId: string) => void;
};

/** Every finding with where a text speaks of it, and how many are left. Beside the text, folded above it on a phone. */
export function FindingsPanel(props: Props) {
  const { all, openIds, words, onCite } = props;
  const isNarrow = useIsNarrow();
  const [isAll, setAll] = useState(false);
  if (all.length === 0) return null;
  const open = all.filter(({ finding }) => openIds.has(finding.id));
  const meter = `${words.open}${open.length}／${all.length}`;
  const content = (
    <>
      <div className="report-meter">
        <button type="button" aria-pressed={!isAll} onClick={() => setAll(false)}>
          {meter}
        </button>
        <button type="button" aria-pressed={isAll} onClick={() => setAll(true)}>
          全部{all.length}
        </button>
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
            {words.all(open.length)}
          </Button>
        ) : null}
      </div>
      {!isAll && open.length === 0 ? (
        <p className="form-help" role="status">
          {words.none(all.length)}
        </p>
      ) : (
        <ul className="report-finding-list">
          {(isAll ? all : open).map((named) => (
            <FindingItem key={named.finding.id} named={named} {...props} />
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

const newRow = 'new';

function FindingItem({
  named,
  openIds,
  placeOf,
  places,
  words,
  noteOf,
  onCite,
  onLeave,
}: Props & { named: NamedFinding }) {
  const { finding } = named;
  const { id, title, description } = finding;
  const isOpen = openIds.has(id);
  const place = placeOf(id);
  return (
    <li>
      <p className="report-finding-head">
        <strong>{title}</strong>
        {isOpen ? <StateTag tone="soon" text={words.open} /> : null}
        {isOpen || place === undefined ? null : <StateTag tone="done" text={place} />}
        {isOpen || place !== undefined ? null : <StateTag tone="off" text={words.left} />}
      </p>
      <p className="quiet">{findingMarks(named)}</p>
      {noteOf?.(id)}
      <details>
        <summary>具体情况</summary>
        <p>{description}</p>
      </details>
      {isOpen ? (
        <div className="report-finding-deeds">
          <Select<string>
            size="small"
            value={null}
            aria-label={`“${title}”${words.cite}`}
            placeholder={`${words.cite}…`}
            options={choicesOf(places, words)}
            onChange={(chosen) => onCite([finding], chosen === newRow ? undefined : Number(chosen))}
          />
          <Button size="small" onClick={() => onLeave(id)}>
            {words.leave}
            <span className="visually-hidden">“{title}”</span>
          </Button>
        </div>
      ) : null}
    </li>
  );
}

/** So much of a row tells it apart. */
const startLength = 14;

function choicesOf(places: Props['places'], words: PanelWords): { value: string; label: string }[] {
  return [
    { value: newRow, label: words.begin },
    ...places.map(({ title, text }, index) => {
      const start = text.length > startLength ? `${text.slice(0, startLength)}…` : text;
      return { value: String(index), label: `${title}${start === '' ? '' : `：${start}`}` };
    }),
  ];
}
