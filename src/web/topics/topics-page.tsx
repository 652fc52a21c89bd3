import { Segmented } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { exportTopics } from '../../contract/exports.ts';
import type { CaseView } from '../../domain/procedure/case.ts';
import { topicStandingOf, topicStandingText } from '../../domain/topic/standing.ts';
import { topicDomainNames, topicDomains } from '../../domain/topic/topic.ts';
import { paths } from '../app/paths.ts';
import { useCases } from '../lib/cases.ts';
import { download } from '../lib/client.ts';
import { dateText } from '../lib/formats.ts';
import { DataTable } from '../ui/data-table.tsx';
import { ExportButton } from '../ui/export-button.tsx';
import { LinkButton } from '../ui/link-button.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { StateTag } from '../ui/state-tag.tsx';
import { EmptyView, QueryView } from '../ui/states.tsx';
import './topics.css';

/** The topics of every year that the linkage has settled. */
export function TopicsPage() {
  const topics = useCases({ kind: 'topic' });
  return (
    <>
      <PageHeader
        title="联动监督议题"
        actions={
          <>
            <LinkButton to={paths.board}>联动看板</LinkButton>
            <ExportButton ask={() => download(exportTopics, { query: {} })} />
          </>
        }
      />
      <QueryView
        query={topics}
        isEmpty={(list) => list.length === 0}
        empty={
          <EmptyView
            text="还没有确定的联动监督议题"
            hint="各主任会议审议、市人大常委会主任会议确定议题后，显示在这里。"
          />
        }
      >
        {(list) => <Topics topics={list} />}
      </QueryView>
    </>
  );
}

function Topics({ topics }: { topics: readonly CaseView[] }) {
  const years = [...new Set(topics.map((topic) => topic.year))].toSorted((one, other) => other - one);
  const [year, setYear] = useState(years[0]);
  const shown = topics.filter((topic) => topic.year === year);
  return (
    <>
      {years.length < 2 ? null : (
        <Segmented
          className="year-choice"
          aria-label="年度"
          value={year ?? 0}
          onChange={setYear}
          options={years.map((value) => ({ value, label: `${value}年` }))}
        />
      )}
      <DataTable
        caption={`${year}年联动监督议题`}
        rows={shown}
        rowKey={(topic) => topic.id}
        columns={[
          {
            key: 'name',
            title: '议题',
            isHeading: true,
            render: (topic) => <Link to={paths.caseOf(topic.id)}>{topic.name}</Link>,
          },
          { key: 'domain', title: '领域', render: (topic) => domainName(topic.domain) },
          { key: 'lead', title: '牵头委室', render: (topic) => topic.leadUnitName ?? '—' },
          {
            key: 'date',
            title: '市级审议',
            render: (topic) => (topic.deliberationDate === undefined ? '待定' : dateText(topic.deliberationDate)),
          },
          { key: 'state', title: '状态', render: (topic) => <TopicState topic={topic} /> },
        ]}
      />
    </>
  );
}

const standingTones = { withdrawn: 'off', closed: 'done', 'in-work': 'ready' } as const;

function TopicState({ topic }: { topic: CaseView }) {
  const standing = topicStandingOf(topic);
  return <StateTag tone={standingTones[standing.state]} text={topicStandingText(standing)} />;
}

function domainName(domain: string | undefined): string {
  const known = topicDomains.find((candidate) => candidate === domain);
  return known === undefined ? '—' : topicDomainNames[known];
}
