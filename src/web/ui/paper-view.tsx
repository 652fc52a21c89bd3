import type { Paper, PaperPart } from '../lib/papers.ts';
import { type Column, DataTable } from './data-table.tsx';
import { FactRows } from './fact-list.tsx';
import './paper.css';

/** A paper as it is read and printed: headings, paragraphs, numbered items, tables that turn into cards on a phone. */
export function PaperView({ paper }: { paper: Paper }) {
  return (
    <div className="paper-text">
      {paper.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a paper never changes its order
        <Part key={index} part={part} />
      ))}
    </div>
  );
}

function Part({ part }: { part: PaperPart }) {
  switch (part.kind) {
    case 'heading':
      return <h3>{part.text}</h3>;
    case 'text':
      return part.text
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a text never changes its order
          <p key={index} className="paper-paragraph">
            {line.trim()}
          </p>
        ));
    case 'numbered':
      return (
        <ol className="paper-items">
          {part.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ol>
      );
    case 'facts':
      return <FactRows facts={part.facts} />;
    case 'table':
      return (
        <>
          <p className="paper-caption">{part.title}</p>
          <DataTable
            caption={part.title}
            rows={part.rows}
            rowKey={(row) => row.join('\n')}
            columns={columnsOf(part.columns)}
            isNarrow={isNarrow(part)}
          />
        </>
      );
  }
}

/** What a row is about heads it: the first column that is not its number. */
function columnsOf(titles: readonly string[]): Column<readonly string[]>[] {
  const heading = titles[0] === '序号' ? 1 : 0;
  return titles.map((title, index) => ({
    key: title,
    title,
    isHeading: index === heading,
    render: (row) => <span className={classOf(row[index])}>{row[index]}</span>,
  }));
}

const dayPattern = /^\d{4}年\d{1,2}月\d{1,2}日$/;

/** A day is not broken into two lines. */
function classOf(cell = ''): string {
  return dayPattern.test(cell) ? 'paper-cell paper-day' : 'paper-cell';
}

function isNarrow({ columns, rows }: Extract<PaperPart, { kind: 'table' }>): boolean {
  return columns.length <= 3 && rows.flat().every((cell) => cell.length <= 8);
}
