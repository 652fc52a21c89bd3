import { Link } from 'react-router';
import type { Me } from '../../contract/sign-in.ts';
import type { CaseView } from '../../domain/procedure/case.ts';
import type { Expectation } from '../../domain/procedure/city-expects.ts';
import { courseOf } from '../../domain/procedure/expectation-course.ts';
import { fillsInFor } from '../../domain/procedure/performers.ts';
import { obligationStateNames } from '../../domain/procedure/worklist.ts';
import { forceText } from '../../domain/refusal.ts';
import { cityDayOf } from '../../domain/session/county-session.ts';
import { paths } from '../app/paths.ts';
import { actOfStep } from '../lib/act-kinds.ts';
import { useCase } from '../lib/cases.ts';
import { dateWithWeekday, distanceText } from '../lib/formats.ts';
import { clauseWords, obligationTones, reasonOf } from '../lib/words.ts';
import { ClauseTag } from '../ui/clause-tag.tsx';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { DateWithReason } from '../ui/date-with-reason.tsx';
import { StateTag } from '../ui/state-tag.tsx';
import type { SentPackages } from './sent-packages.ts';

type Props = {
  me: Me;
  topic: CaseView;
  expectations: readonly Expectation[];
  sent: SentPackages;
  today: string;
};

/** One topic: what the city's plan asks of the counties, then what is expected by when and how it stands. */
export function ExpectedTopic({ me, topic, expectations, sent, today }: Props) {
  const city = cityDayOf(topic);
  return (
    <section className="section" aria-label={`${topic.year}年：${topic.name}`}>
      <div className="section-head">
        <h2>
          <Link to={paths.caseOf(topic.id)}>{topic.name}</Link>
        </h2>
        <span className="quiet">
          {city === undefined
            ? '市级审议时间待定'
            : `市级${city.isPlanned ? '计划' : ''}${dateWithWeekday(city.opens)}审议${city.isPlanned ? '（会期待定）' : ''}`}
        </span>
      </div>
      <Tasks caseId={topic.id} />
      <DataTable
        caption={`市里对本级在${topic.year}年“${topic.name}”上的要求`}
        rows={expectations}
        rowKey={({ stepId }) => stepId}
        columns={columnsFor({ me, topic, sent, today })}
      />
    </section>
  );
}

/** The plan's own words for the counties, as it was sent to this one. */
function Tasks({ caseId }: { caseId: string }) {
  const plan = useCase(caseId).data?.state?.research.plan ?? undefined;
  const isApproved = useCase(caseId).data?.state?.research.planApproved === true;
  if (plan === undefined || plan.countyTasks.trim() === '') return null;
  return (
    <div className="expected-tasks">
      <h3>实施方案对县（市、区）的要求{isApproved ? '' : '（征求意见稿）'}</h3>
      <p className="value-text">{plan.countyTasks}</p>
    </div>
  );
}

function columnsFor(shown: Omit<Props, 'expectations'>): readonly Column<Expectation>[] {
  const { me, topic, sent, today } = shown;
  return [
    {
      key: 'title',
      title: '要求',
      isHeading: true,
      width: '14rem',
      render: (one) => <Title one={one} me={me} caseId={topic.id} />,
    },
    {
      key: 'state',
      title: '状态',
      width: '6.5rem',
      render: ({ state }) => <StateTag tone={obligationTones[state]} text={obligationStateNames[state]} />,
    },
    { key: 'due', title: '期限', width: '15rem', render: (one) => <Due one={one} today={today} /> },
    {
      key: 'clause',
      title: '依据',
      width: '8rem',
      render: ({ clause, force, dueForce }) => (
        <>
          <ClauseTag id={clause} text={clauseWords(clause)} /> {forceText(force, dueForce)}
        </>
      ),
    },
    {
      key: 'course',
      title: '办理情况',
      width: '13rem',
      render: (one) => <Course one={one} topic={topic} sent={sent} />,
    },
  ];
}

function Title({ one, me, caseId }: { one: Expectation; me: Me; caseId: string }) {
  const act = actOfStep(one.stepId, me.level, me.kind);
  if (one.state === 'done' || act?.by !== 'form' || !fillsInFor(me.roles, one.by)) return <>{one.title}</>;
  return <Link to={paths.act(caseId, act.kind)}>{one.title}</Link>;
}

function Due({ one: { due, explanation, state }, today }: { one: Expectation; today: string }) {
  if (due === undefined) return <>期限待定</>;
  return (
    <>
      <DateWithReason date={due} reason={reasonOf(explanation)} text={dateWithWeekday(due)} />
      {state === 'done' ? null : <span className="quiet expected-distance">{distanceText(today, due)}</span>}
    </>
  );
}

/** When it was done; where it travels, whether the city has signed for it; otherwise what it waits for. */
function Course({ one, topic, sent }: { one: Expectation; topic: CaseView; sent: SentPackages }) {
  const { packageKind } = one;
  const sealed = packageKind === undefined ? undefined : sent(topic.id, packageKind);
  const [receivedOn] = (sealed?.addressees ?? []).flatMap(({ receivedOn: on }) => on ?? []);
  const course = courseOf(one, sealed === undefined ? undefined : { sealedOn: sealed.sealedOn, receivedOn });
  if (sealed === undefined) return <>{course.rest}</>;
  return (
    <>
      <Link to={paths.packageOf(sealed.id)} className="expected-link">
        {course.sent}
      </Link>
      ，{course.rest}
    </>
  );
}
