import { stanceNames } from '../../domain/topic/consultation.ts';
import { momentText } from '../lib/formats.ts';
import { StateTag } from '../ui/state-tag.tsx';
import { type Said, stanceTones } from './conferring.ts';

/** What one body has said to one item, and who wrote it down. */
export function OpinionView({ said }: { said: Said | undefined }) {
  if (said === undefined) return <p className="quiet">尚未填写。</p>;
  return (
    <div className="opinion">
      <StateTag tone={stanceTones[said.stance]} text={stanceNames[said.stance]} />
      {said.comment === '' ? null : <p className="opinion-comment">{said.comment}</p>}
      <p className="quiet">
        {said.enteredBy === 'city' ? '电话、书面意见，市人大常委会办公室代填：' : ''}
        {said.saidByName}，{momentText(said.saidAt)}
      </p>
    </div>
  );
}
