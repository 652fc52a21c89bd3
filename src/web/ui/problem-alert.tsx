import { ProblemError } from '../lib/client.ts';
import { basisText, withDateWords } from '../lib/formats.ts';
import { MessageBox } from './message-box.tsx';

/** Why the last try did not succeed, each refusal with its clause. Read out as soon as it appears. */
export function ProblemAlert({ error }: { error: Error | null }) {
  if (error === null) return null;
  return (
    <MessageBox
      type="error"
      role="alert"
      title={error instanceof ProblemError ? error.problem.title : '没有完成'}
      description={<Lines error={error} />}
    />
  );
}

function Lines({ error }: { error: Error }) {
  if (!(error instanceof ProblemError)) return <p>请稍候重试；如果反复出现，请把发生的时间告诉系统管理员。</p>;
  const { refusals = [], detail, clause } = error.problem;
  if (refusals.length === 0) return <p>{`${detail ?? ''}${clause === undefined ? '' : `（${basisText(clause)}）`}`}</p>;
  return (
    <ul className="refusals">
      {refusals.map((refusal) => (
        <li key={`${refusal.code}-${refusal.text}`}>
          {withDateWords(refusal.text)}（{basisText(refusal.clause)}）
        </li>
      ))}
    </ul>
  );
}
