import { Segmented } from 'antd';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import type { Me } from '../../contract/sign-in.ts';
import { readsContents } from '../../domain/organisation/actor.ts';
import type { CaseView } from '../../domain/procedure/case.ts';
import { daysAheadOf, dutyClashes } from '../../domain/topic/duty-clashes.ts';
import { clashesOfYear } from '../../domain/topic/year-clashes.ts';
import { eventsOf, sittingsOf } from '../../domain/topic/year-events.ts';
import { paths } from '../app/paths.ts';
import { useCases } from '../lib/cases.ts';
import { firstStepsOf } from '../lib/first-steps.ts';
import { todayInChina } from '../lib/formats.ts';
import { periodOfYear, useSpokenDuties } from '../lib/leader-duties.ts';
import { type Linkage, useLinkage } from '../lib/linkage.ts';
import { actorOf, useMe } from '../lib/me.ts';
import { LinkButton } from '../ui/link-button.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { EmptyView, QueryView } from '../ui/states.tsx';
import { Clashes } from './clash-list.tsx';
import { OpenEarlierYear, OpenNextYear } from './open-year.tsx';
import { Slack } from './slack.tsx';
import { Timeline } from './timeline.tsx';
import { YearCourse } from './year-course.tsx';
import './year.css';

/** A year at a glance: topics and sittings by month, the room that is left, what does not go together. */
export function YearPage() {
  const me = useMe();
  const cases = useCases({});
  const linkage = useLinkage();
  const opened = (cases.data ?? []).filter(({ kind }) => kind === 'year').map(({ year }) => year);
  const person = cases.data === undefined ? undefined : me.data;
  return (
    <>
      <PageHeader
        title="年度安排"
        lead="议题和会议按月份排列；余量和冲突按现在的日期即时推算。"
        actions={person === undefined || opened.length === 0 ? null : <OpenNextYear me={person} opened={opened} />}
      />
      <QueryView query={linkage}>
        {(facts) => (
          <QueryView
            query={cases}
            isEmpty={(list) => list.length === 0}
            empty={me.data === undefined ? null : <NoYear me={me.data} opened={opened} />}
          >
            {(list) => <Years cases={list} linkage={facts} />}
          </QueryView>
        )}
      </QueryView>
      {person === undefined ? null : <OpenEarlierYear me={person} opened={opened} />}
    </>
  );
}

function NoYear({ me, opened }: { me: Me; opened: readonly number[] }) {
  const { text, hint, isToOpen } = firstStepsOf(me);
  const action = isToOpen ? { action: <OpenNextYear me={me} opened={opened} /> } : {};
  return <EmptyView text={text} hint={hint} {...action} />;
}

function Years({ cases, linkage }: { cases: readonly CaseView[]; linkage: Linkage }) {
  const [search, setSearch] = useSearchParams();
  const me = useMe().data;
  const reads = me !== undefined && readsContents(actorOf(me));
  const years = [...new Set(cases.map((view) => view.year))].toSorted((one, other) => other - one);
  const current = Number(todayInChina().slice(0, 4));
  const fallback = years.includes(current) ? current : (years[0] ?? current);
  const year = Number(search.get('year') ?? fallback);
  const topics = cases.filter((view) => view.kind === 'topic' && view.year === year);
  const yearCase = cases.find((view) => view.kind === 'year' && view.year === year);
  const sittings = sittingsOf(topics);
  const duties = useSpokenDuties(periodOfYear(year), reads && me.kind === 'body');
  return (
    <>
      <div className="year-bar">
        <Segmented
          aria-label="年度"
          value={year}
          onChange={(value) => setSearch({ year: String(value) }, { replace: true })}
          options={years.map((value) => ({ value, label: `${value}年` }))}
        />
        {yearCase === undefined ? null : <LinkButton to={paths.caseOf(yearCase.id)}>议题征集和确定</LinkButton>}
        {yearCase === undefined || !reads ? null : (
          <LinkButton to={paths.suggestionsOf(yearCase.id)}>建议和候选议题</LinkButton>
        )}
        {reads && me.kind === 'body' ? <LinkButton to={paths.duties}>领导其他公务</LinkButton> : null}
      </div>
      {topics.length === 0 ? (
        <p className="year-lead">
          {year}年还没有确定联动监督议题：征集、会商、各主任会议审议后由市人大常委会主任会议确定。
        </p>
      ) : (
        <>
          <Clashes
            clashes={[
              ...clashesOfYear(topics, sittings, linkage, todayInChina()),
              ...dutyClashes(daysAheadOf(topics, me?.tenantId ?? '', todayInChina()), duties, me?.tenantId ?? ''),
            ]}
          />
          <Timeline
            year={year}
            topics={topics}
            events={eventsOf(topics, linkage, todayInChina())}
            sittings={sittings}
          />
          <Slack year={year} topics={topics} settings={linkage.settings} />
        </>
      )}
      {me === undefined || yearCase === undefined ? null : (
        <Course isOver={topics.length > 0}>
          <YearCourse key={yearCase.id} me={me} view={yearCase} linkage={linkage} />
        </Course>
      )}
    </>
  );
}

/** Once the topics are settled, how they came about is looked up. */
function Course({ isOver, children }: { isOver: boolean; children: ReactNode }) {
  if (!isOver) return children;
  return (
    <details className="year-course">
      <summary>议题征集和确定的经过</summary>
      {children}
    </details>
  );
}
