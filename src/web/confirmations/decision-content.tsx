import { lazy, Suspense, useState } from 'react';
import type { EnteredActView } from '../../contract/entered-acts.ts';
import type { Me } from '../../contract/sign-in.ts';
import { ChangesByBody } from '../ui/changes-by-body.tsx';
import { Folded, FoldedPaper } from '../ui/folded-paper.tsx';
import { MessageBox } from '../ui/message-box.tsx';
import type { NameOf } from '../ui/value-view.tsx';
import { useDecisionPapers, useMovedDates } from './use-decision-papers.ts';

/** The forms of all kinds of acts weigh more than the page. */
const EntryContent = lazy(async () => ({ default: (await import('./entry-content.tsx')).EntryContent }));

const entryTitle = '登记的内容';
const movedTitle = '改期变动清单';

export type Reading = {
  /** How many papers are still to be opened; undefined while they are not known. */
  left: number | undefined;
  opened: (title: string) => void;
  papers: ReturnType<typeof useDecisionPapers>;
};

/** Keeps count of the papers that somebody has opened before he answers. */
export function useReading(act: EnteredActView, me: Me): Reading {
  const papers = useDecisionPapers(act, me);
  const moved = useMovedDates(act);
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set());
  const titles = [...(papers ?? []).map(({ title }) => title), ...(moved.isWanted ? [movedTitle] : [])];
  // Where a decision has no paper, what the office filled in is all there is to read.
  const wanted = titles.length === 0 ? [entryTitle] : titles;
  const isKnown = papers !== undefined && (!moved.isWanted || moved.data !== undefined);
  return {
    papers,
    left: isKnown ? wanted.filter((title) => !seen.has(title)).length : undefined,
    opened: (title) => setSeen((before) => (before.has(title) ? before : new Set([...before, title]))),
  };
}

/** What was decided on, as papers; and what the office filled in. */
export function DecisionContent(props: { act: EnteredActView; reading: Reading; nameOf: NameOf }) {
  const { act, reading, nameOf } = props;
  const moved = useMovedDates(act);
  return (
    <section aria-label="会议决定的材料" className="decision-content">
      {reading.left === undefined ? <p role="status">正在载入材料……</p> : null}
      {(reading.papers ?? []).map((paper) => (
        <FoldedPaper
          key={paper.title}
          title={paper.title}
          paper={paper.parts}
          onOpened={() => reading.opened(paper.title)}
        />
      ))}
      {moved.data === undefined ? null : (
        <Folded
          title={`${movedTitle}（${moved.data.changes.length}项日期）`}
          onOpened={() => reading.opened(movedTitle)}
        >
          {moved.data.isAsSeen ? (
            <p className="quiet">与提请时核对的清单一致。</p>
          ) : (
            <MessageBox
              type="warning"
              title="清单在提请以后又有变动"
              description="现在确认不会生效，请退回办公室重新核对。"
            />
          )}
          <ChangesByBody changes={moved.data.changes} />
        </Folded>
      )}
      <Folded title={entryTitle} onOpened={() => reading.opened(entryTitle)}>
        <Suspense fallback={<p role="status">正在载入登记的内容……</p>}>
          <EntryContent act={act} nameOf={nameOf} />
        </Suspense>
      </Folded>
    </section>
  );
}
