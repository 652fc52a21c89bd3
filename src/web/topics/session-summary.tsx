import { personNameOf } from '../../domain/organisation/facts.ts';
import type { NamedVote } from '../../domain/session/session-state.ts';
import type { LoadedCase } from '../lib/cases.ts';
import { dateText, daysText, monthDay } from '../lib/formats.ts';
import type { Linkage } from '../lib/linkage.ts';
import { StateTag } from '../ui/state-tag.tsx';
import { EmptyView } from '../ui/states.tsx';

const stateWords = { none: '未召集', convened: '已召集', open: '进行中', closed: '已闭会' } as const;
const stateTones = { none: 'off', convened: 'waiting', open: 'ready', closed: 'done' } as const;

/** A sitting: when, what is on it, who was there when, how it voted. */
export function SessionSummary({ loaded, linkage }: { loaded: LoadedCase; linkage: Linkage }) {
  const { state } = loaded;
  if (state === null) return <EmptyView text="您的角色不能查看会议内容" />;
  const { session } = state;
  const name = (id: string) => personNameOf(linkage.organisation, id);
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['会期', session.opens === '' ? undefined : daysText(session)],
    ['会议通知', session.noticeOn === null ? '尚未发出' : dateText(session.noticeOn)],
    ['主持', session.chairId === null ? undefined : name(session.chairId)],
    ['请假', session.excused.map((entry) => `${name(entry.personId)}（${entry.reason}）`).join('、') || undefined],
    ['列席', session.observers.map((observer) => observer.name).join('、') || undefined],
  ];
  return (
    <>
      <section className="section" aria-label="会议情况">
        <div className="section-head">
          <h2>会议情况</h2>
          <StateTag tone={stateTones[session.state]} text={stateWords[session.state]} />
        </div>
        <dl className="facts">
          {facts.map(([title, value]) =>
            value === undefined ? null : (
              <div key={title}>
                <dt>{title}</dt>
                <dd>{value}</dd>
              </div>
            ),
          )}
        </dl>
      </section>
      <section className="section" aria-label="议程">
        <h2>议程{session.agenda.length > 0 && !session.agendaAdopted ? '（草案）' : ''}</h2>
        {session.agenda.length === 0 ? (
          <p>尚未拟定议程。</p>
        ) : (
          <ol>
            {session.agenda.map((item) => (
              <li key={item.no}>{item.title}</li>
            ))}
          </ol>
        )}
      </section>
      {session.presence.length === 0 ? null : (
        <section className="section" aria-label="出席">
          <h2>出席</h2>
          <ul className="presence">
            {session.presence.map((entry) => (
              <li key={`${entry.personId}/${entry.day}/${entry.from}`}>
                {name(entry.personId)}
                <span className="quiet">
                  {session.opens === session.closes ? '' : `${monthDay(entry.day)} `}
                  {entry.from}—{entry.until ?? '散会'}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {session.votes.map((vote) => (
        <Vote key={`${vote.matter}/${vote.at}`} vote={vote} />
      ))}
      {session.superseded.length === 0 ? null : (
        <section className="section" aria-label="改期">
          <h2>改期</h2>
          <ul>
            {session.superseded.map((entry) => (
              <li key={entry.on}>
                {dateText(entry.on)}改期，原会期{dateText(entry.opens)}至{dateText(entry.closes)}；理由：{entry.reason}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Vote({ vote }: { vote: NamedVote }) {
  return (
    <section className="section" aria-label={`表决：${vote.matter}`}>
      <div className="section-head">
        <h2>表决：{vote.matter}</h2>
        <StateTag tone={vote.passed ? 'done' : 'overdue'} text={vote.passed ? '通过' : '未通过'} />
      </div>
      <p>
        {vote.at}：应到{vote.members}人，实到{vote.present}人；赞成{vote.yes.length}，反对{vote.no.length}，弃权
        {vote.abstain.length}，未按表决器{vote.notPressed.length}。
      </p>
      <p className="quiet">{vote.explanation}</p>
    </section>
  );
}
