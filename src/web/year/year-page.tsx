import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { openYear } from '../../contract/cases.ts';
import type { Me } from '../../contract/sign-in.ts';
import { readsContents } from '../../domain/organisation/actor.ts';
import type { CaseView } from '../../domain/procedure/case.ts';
import { paths } from '../app/paths.ts';
import { useCases } from '../lib/cases.ts';
import { call, newIdempotencyKey } from '../lib/client.ts';
import { todayInChina } from '../lib/formats.ts';
import { type Linkage, useLinkage } from '../lib/linkage.ts';
import { actorOf, has, useMe } from '../lib/me.ts';
import { LinkButton } from '../ui/link-button.tsx';
import { NumberEntry } from '../ui/number-entry.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { ProblemAlert } from '../ui/problem-alert.tsx';
import { EmptyView, QueryView } from '../ui/states.tsx';
import { Clashes } from './clash-list.tsx';
import { clashesOf } from './clashes.ts';
import { Slack } from './slack.tsx';
import { Timeline } from './timeline.tsx';
import { eventsOf, sittingsOf } from './year-events.ts';
import './year.css';

/** A year at a glance: topics and sittings by month, the room that is left, what does not go together. */
export function YearPage() {
  const me = useMe();
  const cases = useCases({});
  const linkage = useLinkage();
  return (
    <>
      <PageHeader title="年度安排" lead="议题和会议按月份排列；余量和冲突按现在的日期即时推算。" />
      {me.data === undefined ? null : <OpenYear me={me.data} />}
      <QueryView query={linkage}>
        {(facts) => (
          <QueryView
            query={cases}
            isEmpty={(list) => list.length === 0}
            empty={<EmptyView text="还没有建立年度" hint="市人大常委会办公室建立年度后，各方即可开展议题征集。" />}
          >
            {(list) => <Years cases={list} linkage={facts} />}
          </QueryView>
        )}
      </QueryView>
    </>
  );
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
      </div>
      {topics.length === 0 ? (
        <EmptyView
          text={`${year}年还没有确定联动监督议题`}
          hint="征集、会商、各主任会议审议后由市人大常委会主任会议确定。"
        />
      ) : (
        <>
          <Clashes clashes={clashesOf(topics, sittings, linkage, todayInChina())} />
          <Timeline
            year={year}
            topics={topics}
            events={eventsOf(topics, linkage, todayInChina())}
            sittings={sittings}
          />
          <Slack topics={topics} />
        </>
      )}
    </>
  );
}

function OpenYear({ me }: { me: Me }) {
  const client = useQueryClient();
  const [year, setYear] = useState(Number(todayInChina().slice(0, 4)) + 1);
  const open = useMutation({
    mutationFn: () => call(openYear, { body: { year }, idempotencyKey: newIdempotencyKey() }),
    onSuccess: () => client.invalidateQueries(),
  });
  if (!(has(me, 'office-clerk') && me.kind === 'body' && me.level === 'city')) return null;
  return (
    <details className="open-year">
      <summary>建立新的年度</summary>
      <ProblemAlert error={open.error} />
      <div className="open-year-form">
        <NumberEntry
          aria-label="年度"
          value={year}
          min={2000}
          max={2100}
          onChange={(value) => setYear(value ?? year)}
        />
        <Button type="primary" loading={open.isPending} onClick={() => open.mutate()}>
          建立{year}年度
        </Button>
      </div>
    </details>
  );
}
