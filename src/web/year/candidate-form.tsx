import { Modal } from 'antd';
import { mergeSuggestions } from '../../contract/suggestions.ts';
import type { ListedSuggestion } from '../../domain/topic/suggestion-list.ts';
import { FormFromSchema } from '../ui/form/form-from-schema.tsx';
import { ProblemAlert } from '../ui/problem-alert.tsx';

const schema = mergeSuggestions.body.omit({ suggestionIds: true });

/** What the office writes of a candidate topic; the suggestions and their authors stand above it. */
export function CandidateForm(props: {
  title: string;
  rows: readonly ListedSuggestion[];
  initial: { title: string; domain: string; reason: string };
  error: Error | null;
  busy: boolean;
  onSubmit: (value: { title: string; domain: ListedSuggestion['domain']; reason: string }) => void;
  onClose: () => void;
}) {
  const { title, rows, initial, error, busy, onSubmit, onClose } = props;
  return (
    <Modal open title={title} footer={null} onCancel={onClose} width={640}>
      <ProblemAlert error={error} />
      <ul className="merged-rows" aria-label="合并的建议">
        {rows.map((row) => (
          <li key={row.id}>
            {row.title}
            <span className="merged-author">{row.author.name}</span>
          </li>
        ))}
      </ul>
      <FormFromSchema schema={schema} initial={initial} submitText="保存候选议题" busy={busy} onSubmit={onSubmit} />
    </Modal>
  );
}
