import { useQuery } from '@tanstack/react-query';
import { Checkbox } from 'antd';
import { Link } from 'react-router';
import {
  type AssessmentFilter,
  assessmentsShown,
  exportAssessments,
  trendsOf,
  unsatisfiedShare,
} from '../../contract/assessment-list.ts';
import { type AssessmentEntry, listAssessments } from '../../contract/assessments.ts';
import { rowsOnPage } from '../../contract/list-rows.ts';
import { gradeNames } from '../../domain/ballot/satisfaction.ts';
import { tenantNameOf } from '../../domain/organisation/facts.ts';
import { paths } from '../app/paths.ts';
import { type Address, oneOf, useAddress } from '../lib/address.ts';
import { call, download } from '../lib/client.ts';
import { dateText } from '../lib/formats.ts';
import { type Linkage, useLinkage } from '../lib/linkage.ts';
import { useMe } from '../lib/me.ts';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { ExportButton } from '../ui/export-button.tsx';
import { ChooseField, choicesOf, FilterBar, FindField } from '../ui/list-filters.tsx';
import { ListPages } from '../ui/list-pages.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { StateTag } from '../ui/state-tag.tsx';
import { EmptyView, QueryView } from '../ui/states.tsx';
import { useIsPrinting } from '../ui/use-is-printing.ts';
import { Trends } from './trends.tsx';
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
                {me.data === undefined ? null : (
                  <Assessments entries={assessments} linkage={facts} ownBodyId={me.data.bodyId} />
                )}
              </>
            )}
          </QueryView>
        )}
      </QueryView>
    </>
  );
}

const grades = ['satisfied', 'basically-satisfied', 'unsatisfied'] as const;
const pageSize = 50;
const ofNames = { report: '专项工作报告', handling: '办理落实情况' } as const;
const orderNames = { earliest: '从旧到新', topic: '按议题', unsatisfied: '不满意从多到少' };
function Assessments(props: { entries: readonly AssessmentEntry[]; linkage: Linkage; ownBodyId: string }) {
  const { entries, linkage, ownBodyId } = props;
  const address = useAddress();
  const isPrinting = useIsPrinting();
  const bodyName = (id: string) => tenantNameOf(linkage.organisation, id);
  const filter = filterIn(address);
  const shown = assessmentsShown(entries, ownBodyId, filter);
  const bodies = [...new Set(entries.map(({ bodyId }) => bodyId))];
  return (
    <>
      <FilterBar
        address={address}
        label="筛选测评结果"
        names={['text', 'body', 'of', 'grade']}
        orders={{ asGiven: '从新到旧', others: choicesOf(orderNames) }}
      >
        <FindField address={address} title="议题" />
        {bodies.length < 2 ? null : (
          <ChooseField
            address={address}
            name="body"
            title="人大常委会"
            choices={bodies.map((id) => ({ value: id, label: bodyName(id) }))}
          />
        )}
        <ChooseField address={address} name="of" title="测评对象" choices={choicesOf(ofNames)} />
        <ChooseField address={address} name="grade" title="等次" choices={choicesOf(gradeNames)} />
      </FilterBar>
      <div className="list-count">
        <p role="status">{`共${shown.length}次`}</p>
        <ExportButton ask={() => download(exportAssessments, { query: filter })} />
      </div>
      <Trends trends={trendsOf(shown, ownBodyId)} bodyName={bodyName} />
      {shown.length === 0 ? (
        <EmptyView text="没有符合条件的测评结果" hint="可以放宽或清除筛选条件。" />
      ) : (
        <DataTable
          caption="历次满意度测评"
          columns={columnsWith(bodyName)}
          rows={isPrinting ? shown : rowsOnPage(shown, address.page, pageSize)}
          rowKey={({ caseId, bodyId, of, round }) => `${caseId}/${bodyId}/${of}/${round ?? 0}`}
          sorting={{
            value: filter.sort ?? 'latest',
            onChange: (to) => address.change({ sort: to === 'latest' ? undefined : to }),
          }}
        />
      )}
      <ListPages page={address.page} pageSize={pageSize} total={shown.length} onTurn={address.turnTo} />
    </>
  );
}

/** What is shown, in the words in which its spreadsheet is asked for. */
function filterIn(address: Address): AssessmentFilter {
  return {
    text: address.value('text'),
    body: address.value('body'),
    of: oneOf(['report', 'handling'], address.value('of')),
    grade: oneOf(grades, address.value('grade')),
    counties: oneOf(['hidden'], address.value('counties')),
    sort: address.value('sort'),
  };
}

function columnsWith(bodyName: (id: string) => string): readonly Column<AssessmentEntry>[] {
  return [
    {
      key: 'topic',
      title: '议题',
      isHeading: true,
      width: '9rem',
      sorts: { ascending: 'topic' },
      render: ({ caseId, topicName, year }) => (
        <Link to={paths.caseOf(caseId)}>
          {year}年 {topicName}
        </Link>
      ),
    },
    { key: 'body', title: '测评的人大常委会', width: '9rem', render: ({ bodyId }) => bodyName(bodyId) },
    { key: 'of', title: '测评对象', width: '8rem', render: objectOf },
    {
      key: 'on',
      title: '日期',
      width: '8rem',
      sorts: { ascending: 'earliest', descending: 'latest' },
      render: ({ on }) => (on === null ? '未报送日期' : dateText(on)),
    },
    {
      key: 'bar',
      title: '票数',
      width: '18rem',
      sorts: { descending: 'unsatisfied' },
      render: (entry) => <Votes entry={entry} />,
    },
    {
      key: 'grade',
      title: '等次',
      render: ({ grade }) =>
        grade === null ? '只公布票数' : <StateTag tone={gradeTones[grade]} text={gradeNames[grade]} />,
    },
  ];
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
        （不满意占{unsatisfiedShare(entry).toFixed(2)}%）
      </span>
    </>
  );
}
