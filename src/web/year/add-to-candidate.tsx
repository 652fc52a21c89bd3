import { Select } from 'antd';
import type { CandidateView } from '../../contract/suggestions.ts';
import { useFeedback } from '../ui/feedback.tsx';
import type { SuggestionRow } from './suggestion-rows.ts';
import { useCandidateChanges } from './suggestions-api.ts';

/** Adds the chosen suggestions to a candidate topic that is there already; their authors are told, so it asks first. */
export function AddToCandidate(props: {
  caseId: string;
  rows: readonly SuggestionRow[];
  candidates: readonly CandidateView[];
  onDone: () => void;
}) {
  const { caseId, rows, candidates, onDone } = props;
  const { message, modal } = useFeedback();
  const { change } = useCandidateChanges(caseId);
  if (candidates.length === 0) return null;
  const add = async (candidate: CandidateView) => {
    const { id, version, title, domain, reason, suggestionIds } = candidate;
    const all = [...suggestionIds, ...rows.map((row) => row.id)];
    await change
      .mutateAsync({ id, version, title, domain, reason, suggestionIds: all })
      .then(() => {
        onDone();
        void message.success(`已并入“${title}”`);
      })
      .catch((error: Error) => void message.error(error.message));
  };
  const ask = (candidate: CandidateView | undefined) => {
    if (candidate === undefined) return;
    modal.confirm({
      title: `把所选的${rows.length}条建议并入“${candidate.title}”？`,
      content: '建议人予以保留，并收到通知。',
      okText: '并入',
      cancelText: '取消',
      onOk: () => add(candidate),
    });
  };
  return (
    <Select<string>
      aria-label="并入已有的候选议题"
      placeholder="并入已有的候选议题"
      className="add-to-candidate"
      value={null as never}
      disabled={rows.length === 0}
      showSearch={{ optionFilterProp: 'label' }}
      options={candidates.map(({ id, title }) => ({ value: id, label: title }))}
      onChange={(id) => ask(candidates.find((one) => one.id === id))}
    />
  );
}
