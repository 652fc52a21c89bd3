import { Button } from 'antd';
import { useState } from 'react';
import type { CandidateView } from '../../contract/suggestions.ts';
import { useFeedback } from '../ui/feedback.tsx';
import { CandidateForm } from './candidate-form.tsx';
import type { SuggestionRow } from './suggestion-rows.ts';
import { useCandidateChanges } from './suggestions-api.ts';

/** Opens the form that makes a candidate topic of the chosen suggestions; what was just merged can be taken back from the message. */
export function MergeButton({
  caseId,
  rows,
  onDone,
}: {
  caseId: string;
  rows: readonly SuggestionRow[];
  onDone: () => void;
}) {
  const { message } = useFeedback();
  const { merge, undo } = useCandidateChanges(caseId);
  const [isOpen, setOpen] = useState(false);
  const [first] = rows;
  const undoMade = (made: CandidateView) => (
    <>
      已合并为候选议题
      <Button type="link" onClick={() => undo.mutate(made, { onError: (error) => void message.error(error.message) })}>
        撤销
      </Button>
    </>
  );
  return (
    <>
      <Button type="primary" disabled={rows.length === 0} onClick={() => setOpen(true)}>
        合并为候选议题
      </Button>
      {isOpen && first !== undefined ? (
        <CandidateForm
          title="合并为候选议题"
          rows={rows}
          initial={{ title: first.title, domain: first.domain, reason: first.necessity }}
          error={merge.error}
          busy={merge.isPending}
          onClose={() => setOpen(false)}
          onSubmit={(value) =>
            merge.mutate(
              { ...value, suggestionIds: rows.map(({ id }) => id) },
              {
                onSuccess: (made) => {
                  setOpen(false);
                  onDone();
                  void message.success({ content: undoMade(made), duration: 8 });
                },
              },
            )
          }
        />
      ) : null}
    </>
  );
}
