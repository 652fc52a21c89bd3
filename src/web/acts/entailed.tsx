import { isPlainDate } from '../../domain/calendar/counting.ts';
import type { ActDefinition, Facts } from '../../domain/procedure/act.ts';
import type { CaseView } from '../../domain/procedure/case.ts';
import { datesOfDeliberation, datesOfSession, type EntailedDate } from '../../domain/procedure/entailed-dates.ts';
import { dateWithWeekday } from '../lib/formats.ts';
import type { Typed } from '../lib/schema-form.ts';
import { clauseWords, reasonOf } from '../lib/words.ts';
import { ClauseTag } from '../ui/clause-tag.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { DateWithReason } from '../ui/date-with-reason.tsx';
import { SessionRoom } from './session-room.tsx';

type Props = { definition: ActDefinition; facts: Facts; payload: Typed; cases: readonly CaseView[] };

/** What the days in the form entail, before anything is decided: only where a form fixes days that others are counted from. */
export function Entailed({ definition, facts, payload, cases }: Props) {
  if (definition.kind === 'draft-joint-plan') return <OfPlan facts={facts} payload={payload} />;
  if (definition.kind === 'convene-session') return <OfSession facts={facts} payload={payload} cases={cases} />;
  return null;
}

function OfPlan({ facts, payload }: Pick<Props, 'facts' | 'payload'>) {
  const topics = rowsOf(payload.topics).flatMap(({ name, deliberationDate }) =>
    typeof deliberationDate === 'string' && isPlainDate(deliberationDate)
      ? [{ name: String(name ?? ''), dates: datesOfDeliberation(facts.view.tracks, deliberationDate, facts) }]
      : [],
  );
  const [first] = topics;
  if (first === undefined) return null;
  const counties = facts.view.tracks.filter(({ kind, level }) => kind === 'body' && level === 'county').length;
  return (
    <section className="entailed" aria-label="按所填审议时间推算">
      <h2>按所填审议时间推算</h2>
      <DataTable
        caption="各议题的相关日期"
        rows={first.dates}
        rowKey={keyOf}
        columns={[
          {
            key: 'step',
            title: '步骤',
            isHeading: true,
            width: '15rem',
            render: ({ level, scheduled }) => (
              <>
                {level === 'county' ? `各县（市、区）（${counties}个）：` : '市级：'}
                {scheduled.title} <ClauseTag id={scheduled.clause} text={clauseWords(scheduled.clause)} />
              </>
            ),
          },
          ...topics.map(({ name, dates }, index) => ({
            key: `${index}`,
            title: name || `第${index + 1}项`,
            render: (entry: EntailedDate) => <Due entry={dates.find((other) => keyOf(other) === keyOf(entry))} />,
          })),
        ]}
      />
    </section>
  );
}

function Due({ entry }: { entry: EntailedDate | undefined }) {
  const due = entry?.scheduled.due;
  if (due === undefined) return <>—</>;
  return <DateWithReason date={due} reason={reasonOf(entry?.scheduled.explanation)} text={dateWithWeekday(due)} />;
}

function keyOf({ level, scheduled }: EntailedDate): string {
  return `${level}/${scheduled.key}`;
}

function OfSession({ facts, payload, cases }: Omit<Props, 'definition'>) {
  const session = typedSession(payload);
  const topics = rowsOf(payload.items).flatMap(({ topicId, purpose }) => {
    const topic = cases.find(({ id }) => id === topicId);
    return topic === undefined || purpose === 'handling' ? [] : [topic];
  });
  if (topics.length === 0) return null;
  return (
    <>
      <SessionRoom topics={topics} session={session} facts={facts} />
      {session === undefined ? null : (
        <section className="entailed" aria-label="按所填会期推算">
          <h2>按所填会期推算</h2>
          {topics.map((topic) => (
            <SessionDates key={topic.id} topic={topic} facts={facts} session={session} />
          ))}
        </section>
      )}
    </>
  );
}

function typedSession({ opens, closes }: Typed): { opens: string; closes: string } | undefined {
  if (typeof opens !== 'string' || !isPlainDate(opens)) return undefined;
  return { opens, closes: typeof closes === 'string' && isPlainDate(closes) && closes >= opens ? closes : opens };
}

function SessionDates(props: { topic: CaseView; facts: Facts; session: { opens: string; closes: string } }) {
  const { topic, facts, session } = props;
  const changes = datesOfSession(topic, facts.own.tenantId, session, facts);
  const own = changes.filter(({ tenantId, newDue }) => tenantId === facts.own.tenantId && newDue !== undefined);
  const others = new Set(
    changes.filter(({ tenantId }) => tenantId !== facts.own.tenantId).map(({ tenantId }) => tenantId),
  );
  return (
    <>
      <h3>{topic.name}</h3>
      <dl className="facts entailed-dates">
        {own.map(({ key, title, newDue, newExplain }) => (
          <div key={key}>
            <dt>{title}</dt>
            <dd>
              <DateWithReason date={newDue ?? ''} reason={reasonOf(newExplain)} text={dateWithWeekday(newDue ?? '')} />
            </dd>
          </div>
        ))}
      </dl>
      {others.size === 0 ? null : <p className="quiet">另有{others.size}个单位的日期随之推算，确定后在看板中查看。</p>}
    </>
  );
}

function rowsOf(value: unknown): readonly Record<string, unknown>[] {
  return Array.isArray(value)
    ? (value.filter((row) => typeof row === 'object' && row !== null) as Record<string, unknown>[])
    : [];
}
