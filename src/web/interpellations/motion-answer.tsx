import type { MotionView } from '../../contract/interpellations.ts';
import { answerGivenText } from '../../domain/handling/handling-state.ts';
import { dateText } from '../lib/formats.ts';
import { FileLinks } from '../ui/file-links.tsx';
import { StateTag } from '../ui/state-tag.tsx';

type Answer = MotionView['answers'][number];

/** What the organ answered, where those who put the motion read it (监督法 §53). */
export function MotionAnswer({ answer, organName }: { answer: Answer; organName: string }) {
  const { isAgain, isRecorded, on, text, attachments, dissatisfiedNames } = answer;
  const title = `${organName}${isAgain ? '再作的答复' : '的答复'}`;
  return (
    <section className="motion-answer" aria-label={title}>
      <div className="section-head">
        <h3>{title}</h3>
        {isRecorded ? null : <StateTag tone="soon" text="待办公室登记" />}
      </div>
      <p className="quiet">
        {dateText(on)}，{answerGivenText(answer)}
      </p>
      <p className="value-text">{text}</p>
      <FileLinks files={attachments} />
      {isRecorded ? <p className="quiet">{heldOf(dissatisfiedNames)}</p> : null}
    </section>
  );
}

function heldOf(names: readonly string[]): string {
  return names.length === 0 ? '提出质询案的组成人员没有表示不满意。' : `对答复不满意的：${names.join('、')}。`;
}
