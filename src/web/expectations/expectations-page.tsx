import { Checkbox } from 'antd';
import { useState } from 'react';
import {
  type AskedTopic,
  expectedTopicsOf,
  expectedTopicsShown,
  exportExpectations,
  isMet,
} from '../../contract/expectation-list.ts';
import type { Me } from '../../contract/sign-in.ts';
import type { CaseView } from '../../domain/procedure/case.ts';
import type { Expectation } from '../../domain/procedure/city-expects.ts';
import { oneOf, useAddress } from '../lib/address.ts';
import { useCases } from '../lib/cases.ts';
import { download } from '../lib/client.ts';
import { todayInChina } from '../lib/formats.ts';
import { type Linkage, useLinkage } from '../lib/linkage.ts';
import { useMe } from '../lib/me.ts';
import { useVisitNotices } from '../lib/visit-notices.ts';
import { ExportButton } from '../ui/export-button.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { EmptyView, QueryView } from '../ui/states.tsx';
import { ExpectedTopic } from './expected-topic.tsx';
import { useSentPackages } from './sent-packages.ts';
import { ToldVisits } from './told-visits.tsx';
import './expectations.css';

/** What the city expects of this county, by when and why, over all topics on one page (S2.1, S2.8–S2.9, S3.1, S3.3, S3.6). */
export function ExpectationsPage() {
  const me = useMe();
  const linkage = useLinkage();
  const topics = useCases({ kind: 'topic' });
  const { data: person } = me;
  const { data: known } = linkage;
  if (person === undefined) return null;
  return (
    <>
      <PageHeader
        title="市里要求"
        lead="市人大常委会在各联动监督议题上要求本级做的事：做什么、什么时候、依据哪一条、办到哪一步。"
      />
      <QueryView query={known === undefined ? { ...topics, data: undefined } : topics}>
        {(list) => (known === undefined ? null : <Topics me={person} linkage={known} topics={list} />)}
      </QueryView>
    </>
  );
}

function Topics({ me, linkage, topics }: { me: Me; linkage: Linkage; topics: readonly CaseView[] }) {
  const address = useAddress();
  const sent = useSentPackages();
  const [today] = useState(todayInChina);
  const notices = useVisitNotices().data ?? [];
  const noticeOf = (topic: CaseView) => notices.find(({ caseId }) => caseId === topic.id)?.notice;
  const asked = expectedTopicsOf(topics, { countyId: me.tenantId, rules: linkage, today, noticeOf });
  if (asked.length === 0) {
    return <EmptyView text="目前没有联动监督议题" hint="市人大常委会主任会议确定议题后，对本级的要求显示在这里。" />;
  }
  const filter = { met: oneOf(['shown'], address.value('met')) };
  const shown = expectedTopicsShown(asked, filter);
  const open = shown.filter((one) => !isMet(one));
  const met = asked.filter(isMet);
  return (
    <>
      <ToldVisits today={today} />
      <div className="list-count">
        <Sum asked={open} />
        <ExportButton ask={() => download(exportExpectations, { query: filter })} />
      </div>
      {shown.map(({ topic, expectations }) => (
        <ExpectedTopic key={topic.id} me={me} topic={topic} expectations={expectations} sent={sent} today={today} />
      ))}
      {met.length === 0 || open.length === 0 ? null : (
        <Checkbox
          checked={filter.met !== undefined}
          onChange={(event) => address.change({ met: event.target.checked ? 'shown' : undefined })}
        >
          同时显示已全部做完的议题（{met.length}个）
        </Checkbox>
      )}
    </>
  );
}

function Sum({ asked }: { asked: readonly AskedTopic[] }) {
  const all = asked.flatMap(({ expectations }) => expectations);
  const count = (state: Expectation['state']) => all.filter((one) => one.state === state).length;
  const parts = [
    ['已逾期', count('overdue')],
    ['七日内到期', count('due-soon')],
    ['待办理', count('ready')],
    ['等待前面的步骤', count('waiting')],
    ['已完成', count('done')],
  ] as const;
  if (all.length === 0) return <p className="expected-sum">各议题上的要求都已做完。</p>;
  return (
    <p className="expected-sum">
      {asked.length}个议题，共{all.length}项要求：
      {parts.flatMap(([name, number]) => (number === 0 ? [] : [`${name}${number}项`])).join('，')}。
    </p>
  );
}
