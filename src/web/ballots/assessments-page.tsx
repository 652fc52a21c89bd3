import { useQuery } from '@tanstack/react-query';
import { Checkbox } from 'antd';
import { Link } from 'react-router';
import { type AssessmentEntry, listAssessments } from '../../contract/assessments.ts';
import { gradeNames } from '../../domain/ballot/satisfaction.ts';
import { tenantNameOf } from '../../domain/organisation/facts.ts';
import { paths } from '../app/paths.ts';
import { useAddress } from '../lib/address.ts';
import { call } from '../lib/client.ts';
import { dateText } from '../lib/formats.ts';
import { type Linkage, useLinkage } from '../lib/linkage.ts';
import { useMe } from '../lib/me.ts';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { StateTag } from '../ui/state-tag.tsx';
import { EmptyView, QueryView } from '../ui/states.tsx';
import './ballots.css';

const gradeTones = { satisfied: 'done', 'basically-satisfied': 'soon', unsatisfied: 'overdue' } as const;

/** Satisfaction over time. The share of the dissatisfied is always shown: a good grade does not hide it. */
export function AssessmentsPage() {
  const me = useMe();
  const linkage = useLinkage();
  const query = useQuery({ queryKey: ['assessments'], queryFn: () => call(listAssessments, {}) });
  const address = useAddress();
  const withCounties = address.value('counties') !== 'hidden';
  return (
    <>
      <PageHeader title="满意度测评" lead="历次对专项工作报告、办理落实情况的测评结果，不满意票始终列出。" />
      <QueryView query={linkage}>
        {(facts) => (
          <QueryView
            query={query}
            isEmpty={({ assessments }) => assessments.length === 0}
            empty={
              <EmptyView
                text="还没有测评结果"
                hint="常委会会议对专项工作报告、办理落实情况测评后，结果按时间列在这里。"
              />
            }
          >
            {({ assessments }) => (
              <>
                {me.data?.level === 'city' ? (
                  <p>
                    <Checkbox
                      checked={withCounties}
                      onChange={(event) => address.change({ counties: event.target.checked ? undefined : 'hidden' })}
                    >
                      显示各县（市、区）报送的测评结果
                    </Checkbox>
                  </p>
                ) : null}
                <Assessments
                  entries={assessments.filter(({ bodyId }) => withCounties || bodyId === me.data?.bodyId)}
                  linkage={facts}
                />
              </>
            )}
          </QueryView>
        )}
      </QueryView>
    </>
  );
}

function Assessments({ entries, linkage }: { entries: readonly AssessmentEntry[]; linkage: Linkage }) {
  const columns: readonly Column<AssessmentEntry>[] = [
    {
      key: 'topic',
      title: '议题',
      isHeading: true,
      width: '9rem',
      render: ({ caseId, topicName, year }) => (
        <Link to={paths.caseOf(caseId)}>
          {year}年 {topicName}
        </Link>
      ),
    },
    {
      key: 'body',
      title: '测评的人大常委会',
      width: '9rem',
      render: ({ bodyId }) => tenantNameOf(linkage.organisation, bodyId),
    },
    { key: 'of', title: '测评对象', width: '8rem', render: objectOf },
    { key: 'on', title: '日期', width: '8rem', render: ({ on }) => (on === null ? '见报送件' : dateText(on)) },
    { key: 'bar', title: '票数', width: '18rem', render: (entry) => <Votes entry={entry} /> },
    {
      key: 'grade',
      title: '等次',
      render: ({ grade }) =>
        grade === null ? '只公布票数' : <StateTag tone={gradeTones[grade]} text={gradeNames[grade]} />,
    },
  ];
  return (
    <DataTable
      caption="历次满意度测评"
      columns={columns}
      rows={entries}
      rowKey={({ caseId, bodyId, of, round }) => `${caseId}/${bodyId}/${of}/${round ?? 0}`}
    />
  );
}

function objectOf({ of, round }: AssessmentEntry): string {
  if (of === 'report') return '专项工作报告';
  return round === null || round === 1 ? '办理落实情况' : `办理落实情况（第${round}轮）`;
}

const parts = [
  { key: 'satisfied', title: '满意' },
  { key: 'basicallySatisfied', title: '基本满意' },
  { key: 'unsatisfied', title: '不满意' },
  { key: 'invalid', title: '无效' },
] as const;

/** The papers as a bar of their shares, and in words: nobody has to tell colours apart. */
function Votes({ entry }: { entry: AssessmentEntry }) {
  const total = parts.reduce((sum, { key }) => sum + entry[key], 0);
  const percent = total === 0 ? 0 : Math.round((entry.unsatisfied * 1000) / total) / 10;
  return (
    <>
      <span className="votes" aria-hidden="true">
        {parts.map(({ key }) =>
          entry[key] === 0 ? null : <span key={key} className={`votes-${key}`} style={{ flexGrow: entry[key] }} />,
        )}
      </span>
      <span className="votes-words">
        {parts
          .filter(({ key }) => key !== 'invalid' || entry.invalid > 0)
          .map(({ key, title }) => `${title}${entry[key]}`)
          .join('，')}
        （不满意占{percent}%）
      </span>
    </>
  );
}
