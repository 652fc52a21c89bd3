import { Drawer } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { courseStepTexts, suggestionCourseOf } from '../../domain/topic/suggestion-course.ts';
import { suggestionAuthorNames } from '../../domain/topic/suggestion-rows.ts';
import { suggestionSourceNames, topicDomainNames } from '../../domain/topic/topic.ts';
import { emptyYearState } from '../../domain/topic/year-state.ts';
import { paths } from '../app/paths.ts';
import type { LoadedCase } from '../lib/cases.ts';
import { dateText } from '../lib/formats.ts';
import { WayList } from '../ui/way-list.tsx';
import type { SuggestionRow } from './suggestion-rows.ts';

/** One suggestion in full: who brought it, when and from what source, what it says, what became of it. */
export function SuggestionDrawer(props: {
  row: SuggestionRow | undefined;
  loaded: Pick<LoadedCase, 'view' | 'state'>;
  onClose: () => void;
}) {
  const { row, loaded, onClose } = props;
  return (
    <Drawer title={row?.title ?? ''} size={520} open={row !== undefined} onClose={onClose} destroyOnHidden>
      {row === undefined ? null : <Full row={row} loaded={loaded} />}
    </Drawer>
  );
}

function Full({ row, loaded }: { row: SuggestionRow; loaded: Pick<LoadedCase, 'view' | 'state'> }) {
  const { author, on, place, domain, sources, necessity, feasibility } = row;
  const facts: readonly (readonly [string, ReactNode])[] = [
    ['建议人', `${author.name}（${suggestionAuthorNames[author.kind]}）`],
    [author.kind === 'county' ? '报送日期' : '提出日期', on === undefined ? '' : dateText(on)],
    ['地区', place || '全市'],
    ['领域', topicDomainNames[domain]],
    ['来源', sources.map((source) => suggestionSourceNames[source]).join('；')],
    [author.kind === 'county' ? '理由' : '必要性', <Paragraphs key="necessity" text={necessity} />],
    ['可行性', feasibility === '' ? '' : <Paragraphs key="feasibility" text={feasibility} />],
  ];
  return (
    <>
      <dl className="facts">
        {facts.map(([name, value]) =>
          value === '' ? null : (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
      </dl>
      <h2 className="section-title">办理情况</h2>
      <Became row={row} loaded={loaded} />
    </>
  );
}

function Paragraphs({ text }: { text: string }) {
  return <span className="suggestion-text">{text}</span>;
}

function Became({ row, loaded: { view, state } }: { row: SuggestionRow; loaded: Pick<LoadedCase, 'view' | 'state'> }) {
  const { preliminary, jointPlan } = state?.year ?? emptyYearState;
  const { steps, topic } = suggestionCourseOf(row.id, {
    isMerged: row.candidate !== undefined,
    // A county's row is on its own list and on none of ours.
    preliminary: row.author.kind === 'county' ? [] : preliminary,
    planned: jointPlan?.topics ?? null,
    topics: view.topics ?? [],
  });
  const shown = row.author.kind === 'county' ? steps.filter(({ step }) => step !== 'listed') : steps;
  const thing = (step: string) => {
    if (step === 'merged' && row.candidate !== undefined) return <>：{row.candidate.title}</>;
    if (step === 'planned' && row.planned !== undefined) return <>：{row.planned}</>;
    if (step === 'settled' && topic !== null) return <>：{<Link to={paths.caseOf(topic.id)}>{topic.name}</Link>}</>;
    return null;
  };
  return (
    <WayList
      label={`“${row.title}”的办理情况`}
      stages={shown.map(({ step, state: reached }) => ({
        key: step,
        state: reached,
        text: (
          <>
            {courseStepTexts[step][reached]}
            {thing(step)}
          </>
        ),
      }))}
    />
  );
}
