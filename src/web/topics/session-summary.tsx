import type { ReactNode } from 'react';
import type { Me } from '../../contract/sign-in.ts';
import { voteAnnouncement } from '../../domain/ballot/result-text.ts';
import { memberIdsOn, personNameOf } from '../../domain/organisation/facts.ts';
import { presenceGroups } from '../../domain/session/presence.ts';
import type { NamedVote, SessionState } from '../../domain/session/session-state.ts';
import { quorumOf } from '../../domain/session/thresholds.ts';
import type { LoadedCase } from '../lib/cases.ts';
import { dateText, daysText, monthDay, todayInChina } from '../lib/formats.ts';
import type { PeopledLinkage } from '../lib/linkage.ts';
import { FactRows } from '../ui/fact-list.tsx';
import { NameList } from '../ui/name-list.tsx';
import { ReadOut } from '../ui/read-out.tsx';
import { StateTag } from '../ui/state-tag.tsx';
import { EmptyView } from '../ui/states.tsx';
import { SessionBoard } from './session-board.tsx';

const stateWords = { none: '未召集', convened: '已召集', open: '进行中', closed: '已闭会' } as const;
const stateTones = { none: 'off', convened: 'waiting', open: 'ready', closed: 'done' } as const;

/** A sitting: when, what is on it, who was there when, how it voted. */
export function SessionSummary({ me, loaded, linkage }: { me: Me; loaded: LoadedCase; linkage: PeopledLinkage }) {
  const { state } = loaded;
  if (state === null) return <EmptyView text="您的角色不能查看会议内容" />;
  const { session } = state;
  const name = (id: string) => personNameOf(linkage.organisation, id);
  const observers = observersIn(session, linkage);
  const facts: readonly (readonly [string, ReactNode | undefined])[] = [
    ['会期', session.opens === '' ? undefined : daysText(session)],
    ['会议通知', session.noticeOn === null ? '尚未发出' : dateText(session.noticeOn)],
    ['法定人数', quorumText(session, me.bodyId, linkage)],
    ['主持', session.chairId === null ? undefined : name(session.chairId)],
    ['请假', session.excused.map((entry) => `${name(entry.personId)}（${entry.reason}）`).join('、') || undefined],
    ['列席', observers.length === 0 ? undefined : <NameList key="observers" names={observers} unit="人" />],
  ];
  return (
    <>
      <section className="section" aria-label="会议情况">
        <div className="section-head">
          <h2>会议情况</h2>
          <StateTag tone={stateTones[session.state]} text={stateWords[session.state]} />
        </div>
        <FactRows facts={facts} />
      </section>
      <SessionBoard me={me} sessionId={loaded.view.id} session={session} linkage={linkage} />
      {session.presence.length === 0 ? null : (
        <section className="section" aria-label="出席">
          <h2>出席</h2>
          <ul className="presence">
            {presenceGroups(session.presence).map(({ day, from, until, personIds }) => (
              <li key={`${day}/${from}/${until}`}>
                <strong>
                  {session.opens === session.closes ? '' : `${monthDay(day)} `}
                  {until === null ? `${from}到会，在场` : `${from}—${until}`}（{personIds.length}人）
                </strong>
                <NameList names={personIds.map(name)} unit="人" />
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

/** Who attends without a vote, each with his house; those on leave with their reason. */
function observersIn({ observers }: SessionState, { organisation }: PeopledLinkage): readonly string[] {
  const shortNames = new Map(organisation.tenants.map(({ id, shortName }) => [id, shortName]));
  return observers.map(({ name, tenantId, leave }) => {
    const house = tenantId === undefined ? undefined : shortNames.get(tenantId);
    const notes = [
      ...(house === undefined || name.startsWith(house) ? [] : [house]),
      ...(leave === undefined ? [] : [`请假：${leave}`]),
    ];
    return notes.length === 0 ? name : `${name}（${notes.join('，')}）`;
  });
}

/** Who is in the room now against the quorum (SES-08); nothing before the sitting is open and after it is closed. */
function quorumText({ state, opens, presence }: SessionState, bodyId: string, { organisation }: PeopledLinkage) {
  const today = todayInChina();
  const members = memberIdsOn(organisation, bodyId, state === 'none' || opens === '' ? today : opens);
  const needed = quorumOf(members.length);
  const rule = `全体组成人员${members.length}人，过半数${needed}人`;
  if (state !== 'open') return rule;
  const there = new Set(presence.filter(({ until }) => until === null).map(({ personId }) => personId));
  const present = members.filter((personId) => there.has(personId)).length;
  return `${rule}；现在在场${present}人，${present >= needed ? '符合法定人数' : '不足法定人数，不能表决'}`;
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
      <ReadOut title="表决结果宣读稿" text={voteAnnouncement(vote)} />
    </section>
  );
}
