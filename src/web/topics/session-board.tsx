import { Link } from 'react-router';
import type { Me } from '../../contract/sign-in.ts';
import { assessmentAnnouncement, voteAnnouncement } from '../../domain/ballot/result-text.ts';
import type { CaseState } from '../../domain/case-state.ts';
import type { Track } from '../../domain/procedure/case.ts';
import { trackOf } from '../../domain/procedure/case.ts';
import { fillsInFor } from '../../domain/procedure/performers.ts';
import { awaitsConfirmation } from '../../domain/procedure/waiting-decisions.ts';
import { obligationStateNames } from '../../domain/procedure/worklist.ts';
import { mattersOn } from '../../domain/session/matters.ts';
import type { SessionState } from '../../domain/session/session-state.ts';
import { isOfSitting } from '../../domain/session/sitting-progress.ts';
import { paths } from '../app/paths.ts';
import { actOfStep } from '../lib/act-kinds.ts';
import { type LoadedCase, useCase, useCases } from '../lib/cases.ts';
import { deriveCase } from '../lib/derived-case.ts';
import { todayInChina, withDateWords } from '../lib/formats.ts';
import type { Linkage } from '../lib/linkage.ts';
import { clauseWords, obligationTones } from '../lib/words.ts';
import { ClauseTag } from '../ui/clause-tag.tsx';
import { ReadOut } from '../ui/read-out.tsx';
import { StateTag } from '../ui/state-tag.tsx';
import { QueryView } from '../ui/states.tsx';

type Props = { me: Me; sessionId: string; session: SessionState; linkage: Linkage };

/** The agenda of a sitting as a board: under each linked topic what the sitting has to do for it, and what is read out afterwards. */
export function SessionBoard({ me, sessionId, session, linkage }: Props) {
  return (
    <section className="section" aria-labelledby="session-board">
      <h2 id="session-board">议程{session.agenda.length > 0 && !session.agendaAdopted ? '（草案）' : ''}</h2>
      {session.agenda.length === 0 ? (
        <Planned me={me} sessionId={sessionId} />
      ) : (
        <ol className="session-board">
          {session.agenda.map(({ no, title, topicId }) => (
            <li key={no}>
              {topicId === undefined ? (
                title
              ) : (
                <>
                  <Link to={paths.caseOf(topicId)}>{title}</Link>
                  <Topic me={me} sessionId={sessionId} topicId={topicId} linkage={linkage} />
                </>
              )}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

/** Before the notice is out there is no draft of an agenda; what the council has put on the sitting is known all the same. */
function Planned({ me, sessionId }: Pick<Props, 'me' | 'sessionId'>) {
  const topics = useCases({ kind: 'topic' });
  return (
    <QueryView query={topics}>
      {(list) => {
        const matters = mattersOn(sessionId, me.bodyId, list);
        if (matters.length === 0) return <p>主任会议没有确定列入本次会议的联动监督议题，议程尚未拟定。</p>;
        return (
          <>
            <p>主任会议已确定列入以下事项；发出会议通知后形成议程草案，开会时提请通过。</p>
            <ol className="session-board">
              {matters.map(({ topicId, title, purpose }) => (
                <li key={`${topicId}/${purpose}`}>
                  <Link to={paths.caseOf(topicId)}>{title}</Link>
                </li>
              ))}
            </ol>
          </>
        );
      }}
    </QueryView>
  );
}

type TopicProps = { me: Me; sessionId: string; topicId: string; linkage: Linkage };

function Topic({ me, sessionId, topicId, linkage }: TopicProps) {
  const loaded = useCase(topicId);
  return (
    <QueryView query={loaded}>
      {(found) => <Matters me={me} sessionId={sessionId} topic={found} linkage={linkage} />}
    </QueryView>
  );
}

function Matters(props: { me: Me; sessionId: string; topic: LoadedCase; linkage: Linkage }) {
  const { me, sessionId, topic, linkage } = props;
  const { view, state, enteredSteps } = topic;
  const own = trackOf(view, me.bodyId);
  const mayFillIn = fillsInFor(me.roles, 'session');
  const matters = deriveCase(view, linkage, todayInChina()).obligations.filter(
    ({ tenantId, performer, stepId }) =>
      tenantId === me.bodyId && performer === 'session' && isOfSitting(stepId, own, sessionId),
  );
  return (
    <>
      <ul className="session-matters">
        {matters.map(({ key, stepId, title, clause, state: standing, why, force }) => {
          const act = actOfStep(stepId, me.level, me.kind);
          const isEntered = enteredSteps.includes(stepId);
          const isOpen = standing === 'ready' || standing === 'due-soon' || standing === 'overdue';
          return (
            <li key={key}>
              {isEntered ? (
                <StateTag tone="soon" text={awaitsConfirmation} />
              ) : (
                <StateTag tone={obligationTones[standing]} text={obligationStateNames[standing]} />
              )}
              {isOpen && mayFillIn && !isEntered && act?.by === 'form' ? (
                <Link to={paths.act(view.id, act.kind)}>{title}</Link>
              ) : (
                <span>{title}</span>
              )}
              {force === 'may' ? <span className="quiet">（可选）</span> : null}
              <ClauseTag id={clause} text={clauseWords(clause)} />
              {standing === 'waiting' ? <span className="quiet">{withDateWords(why)}</span> : null}
            </li>
          );
        })}
      </ul>
      {state === null || own === undefined
        ? null
        : announcementsOf(state, own, sessionId).map(({ title, text }) => (
            <ReadOut key={title} title={title} text={text} />
          ))}
    </>
  );
}

function announcementsOf(
  { deliberation, handling }: CaseState,
  { session, handlingSession }: Track,
  sessionId: string,
): readonly { title: string; text: string }[] {
  const { opinion, resolution, reportAssessment } = deliberation;
  const handled = handling.rounds.at(-1)?.assessment ?? null;
  const votes = [opinion?.vote ?? null, resolution?.vote ?? null].filter((vote) => vote !== null);
  return [
    ...(session?.sessionId === sessionId && reportAssessment !== null
      ? [{ title: '专项工作报告测评结果宣读稿', text: assessmentAnnouncement('专项工作报告', reportAssessment) }]
      : []),
    ...(session?.sessionId === sessionId
      ? votes.map((vote) => ({ title: `表决结果宣读稿：${vote.matter}`, text: voteAnnouncement(vote) }))
      : []),
    ...(handlingSession?.sessionId === sessionId && handled !== null
      ? [{ title: '办理落实情况测评结果宣读稿', text: assessmentAnnouncement('审议意见办理落实情况', handled) }]
      : []),
  ];
}
