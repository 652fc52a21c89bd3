import { currentRound } from '../../../domain/handling/rounds.ts';
import { dateText } from '../../lib/formats.ts';
import type { Desk, DeskProps } from '../desk.ts';
import { FoundInFollowUps } from './demand-cell.tsx';
import './desk-paper.css';

/** The committee's comment, and what its follow-ups found, lie beside the report that answers them. */
export const desk: Desk = { papers: { title: '人大有关委室的意见', Content: Comments } };

function Comments({ facts }: DeskProps) {
  const { comments, followUps } = currentRound(facts.state);
  if (comments.length === 0) return <p className="quiet">还没有签收的意见。</p>;
  return (
    <>
      {comments.map((comment) => (
        <article key={`${comment.on}${comment.text}`} className="desk-paper">
          <p className="quiet">{dateText(comment.on)}</p>
          <p className="value-text">{comment.text}</p>
        </article>
      ))}
      <FoundInFollowUps found={followUps.filter(({ problems }) => problems !== '')} />
    </>
  );
}
