import type { Facts } from '../../domain/procedure/act.ts';
import type { CaseView } from '../../domain/procedure/case.ts';
import { sessionRoomOf } from '../../domain/session/county-session.ts';
import { roomLeftText, roomText, roomTones } from '../lib/session-room-words.ts';
import { clauseWords } from '../lib/words.ts';
import { ClauseTag } from '../ui/clause-tag.tsx';
import { StateTag } from '../ui/state-tag.tsx';

type Session = { opens: string; closes: string };

/** A county's own sitting planned back from the city's, topic by topic, before and while its days are filled in (S3.1). */
export function SessionRoom(props: { topics: readonly CaseView[]; session: Session | undefined; facts: Facts }) {
  const { topics, session, facts } = props;
  const rooms = topics.flatMap((topic) => {
    const room = sessionRoomOf(topic, session, facts.settings);
    return room === undefined ? [] : [{ topic, room }];
  });
  if (facts.own.level === 'city' || rooms.length === 0) return null;
  return (
    <section className="entailed" aria-label="本级会议的余量">
      <h2>
        本级会议应在什么时候 <ClauseTag id="S3.1" text={clauseWords('S3.1')} />
      </h2>
      <dl className="facts">
        {rooms.map(({ topic, room }) => {
          const left = roomLeftText(room);
          return (
            <div key={topic.id}>
              <dt>{topic.name}</dt>
              <dd>
                {roomText(room)}
                {left === undefined ? null : (
                  <>
                    {' '}
                    <StateTag tone={roomTones[room.standing]} text={left} />
                  </>
                )}
              </dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}
