import { Button } from 'antd';
import { useState } from 'react';
import type { CandidateView } from '../../contract/suggestions.ts';
import type { ListedSuggestion } from '../../domain/topic/suggestion-list.ts';
import { topicDomainNames } from '../../domain/topic/topic.ts';
import { ConfirmButton } from '../ui/confirm-button.tsx';
import { useFeedback } from '../ui/feedback.tsx';
import { ProblemAlert } from '../ui/problem-alert.tsx';
import { CandidateForm } from './candidate-form.tsx';
import { useCandidateChanges } from './suggestions-api.ts';

/** The candidate topics with the authors of all that was merged into them. */
export function Candidates(props: {
  caseId: string;
  candidates: readonly CandidateView[];
  listed: readonly ListedSuggestion[];
  mayMerge: boolean;
}) {
  const { caseId, candidates, listed, mayMerge } = props;
  const { message } = useFeedback();
  const { change, undo } = useCandidateChanges(caseId);
  const [edited, setEdited] = useState<CandidateView>();
  if (candidates.length === 0) {
    return <p className="candidate-none">还没有候选议题。在下面选中相近的建议，合并为候选议题。</p>;
  }
  const rowsOf = ({ suggestionIds }: CandidateView) => {
    const merged = new Set(suggestionIds);
    return listed.filter(({ id }) => merged.has(id));
  };
  const takeOut = async (
    { id, version, title, domain, reason, suggestionIds }: CandidateView,
    row: ListedSuggestion,
  ) => {
    const kept = suggestionIds.filter((one) => one !== row.id);
    await change.mutateAsync({ id, version, title, domain, reason, suggestionIds: kept });
    void message.success(`已移出“${row.title}”`);
  };
  return (
    <>
      <ProblemAlert error={undo.error ?? (edited === undefined ? change.error : null)} />
      <ul className="candidates" aria-label="候选议题">
        {candidates.map((candidate) => (
          <li key={candidate.id} className="card">
            <div className="candidate-head">
              <h3>{candidate.title}</h3>
              <span>{topicDomainNames[candidate.domain]}</span>
            </div>
            <p>{candidate.reason}</p>
            <ul className="merged-rows" aria-label={`并入“${candidate.title}”的建议`}>
              {rowsOf(candidate).map((row) => (
                <li key={row.id}>
                  {row.title}
                  <span className="merged-author">{row.author.name}</span>
                  {mayMerge && candidate.suggestionIds.length > 1 ? (
                    <ConfirmButton
                      question={`把“${row.title}”移出“${candidate.title}”？`}
                      detail="它恢复为单独的建议，建议人会收到通知。"
                      okText="移出"
                      button={{ type: 'link', size: 'small' }}
                      onConfirm={() => takeOut(candidate, row)}
                    >
                      移出
                    </ConfirmButton>
                  ) : null}
                </li>
              ))}
            </ul>
            {mayMerge ? (
              <div className="candidate-deeds">
                <Button onClick={() => setEdited(candidate)}>修改</Button>
                <ConfirmButton
                  question={`撤销“${candidate.title}”的合并？`}
                  detail="建议恢复为单独的建议，建议人会收到通知。"
                  onConfirm={async () => {
                    await undo.mutateAsync(candidate);
                    void message.success('已撤销合并');
                  }}
                >
                  撤销合并
                </ConfirmButton>
              </div>
            ) : null}
          </li>
        ))}
      </ul>
      {edited === undefined ? null : (
        <CandidateForm
          title="修改候选议题"
          rows={rowsOf(edited)}
          initial={edited}
          error={change.error}
          busy={change.isPending}
          onClose={() => setEdited(undefined)}
          onSubmit={(value) =>
            change.mutate(
              { ...value, id: edited.id, version: edited.version, suggestionIds: edited.suggestionIds },
              { onSuccess: () => setEdited(undefined) },
            )
          }
        />
      )}
    </>
  );
}
