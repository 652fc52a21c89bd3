import type { MotionView } from '../../contract/interpellations.ts';
import { momentText } from '../lib/formats.ts';
import { StateTag } from '../ui/state-tag.tsx';

/** Who has signed, and how far that is from what the law asks. */
export function Signing({ motion }: { motion: MotionView }) {
  const { signatures, missing, explain, needed, state } = motion;
  const counted = signatures.filter(({ counts }) => counts).length;
  return (
    <div className="motion-signing">
      <p aria-live="polite">
        <strong>
          {counted}人签名，须{needed}人以上
        </strong>
        {missing === 0 ? <StateTag tone="done" text="达到人数" /> : <StateTag tone="soon" text={`还差${missing}人`} />}
      </p>
      <p className="quiet">{explain}</p>
      {signatures.length === 0 ? (
        <p className="quiet">还没有人签名。</p>
      ) : (
        <ul className="motion-names" aria-label="签名的组成人员">
          {signatures.map(({ personId, personName, signedAt, counts }) => (
            <li key={personId}>
              {personName}
              <span className="quiet">
                {momentText(signedAt)}
                {counts ? '' : `（${state === 'signing' ? '现' : '提出时'}已不是组成人员，不计入）`}
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
