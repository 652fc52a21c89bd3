import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import type { ActKind } from '../../contract/acts.ts';
import { paths } from '../app/paths.ts';
import { call } from '../lib/client.ts';
import type { Typed } from '../lib/schema-form.ts';

/** Typing has paused for so long. */
const pause = 400;
const leastText = 4;

/** While a suggestion is being registered: those that ask for the same, so that it is not registered twice without being noticed (S1.2). */
export function SimilarSuggestions({ kind, caseId, payload }: { kind: ActKind; caseId: string; payload: Typed }) {
  const text = usePaused([payload.title, payload.necessity].filter((part) => typeof part === 'string').join('。'));
  const isAsked = kind === 'register-suggestion' && text.length >= leastText;
  const found = useQuery({
    queryKey: ['case', caseId, 'similar-suggestions', text],
    queryFn: async () => {
      // One sheet of a hundred asks this: the others do not wait for its contract.
      const { findSimilarSuggestions } = await import('../../contract/suggestions.ts');
      return (await call(findSimilarSuggestions, { params: { caseId }, body: { text } })).similar;
    },
    enabled: isAsked,
    placeholderData: keepPreviousData,
  });
  const similar = isAsked ? (found.data ?? []) : [];
  return (
    <div role="status" className="similar-suggestions">
      {similar.length === 0 ? null : (
        <>
          <p>
            本年度已有相近的建议，<Link to={paths.suggestionsOf(caseId)}>登记后可以合并为候选议题</Link>：
          </p>
          <ul>
            {similar.map((one) => (
              <li key={one.id}>
                {one.title}（{one.authorName}）
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function usePaused(text: string): string {
  const [paused, setPaused] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(text), pause);
    return () => clearTimeout(timer);
  }, [text]);
  return paused;
}
