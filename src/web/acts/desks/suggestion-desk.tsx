import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Form } from 'antd';
import { useEffect, useState } from 'react';
import { Link, useParams } from 'react-router';
import { findSimilarSuggestions } from '../../../contract/suggestions.ts';
import { checkMerger } from '../../../domain/topic/candidate.ts';
import { paths } from '../../app/paths.ts';
import { call } from '../../lib/client.ts';
import { useMe } from '../../lib/me.ts';
import type { EditorProps } from '../../ui/form/editors.ts';
import { FieldControl } from '../../ui/form/field-control.tsx';
import type { Desk } from '../desk.ts';

/** A suggestion, whoever makes it: under its title stand those that ask for the same, so that it is not made twice unawares (S1.2). */
export const desk: Desk = { editors: { title: TitleWithSimilar } };

/** Typing has paused for so long. */
const pause = 400;
const leastText = 4;

function TitleWithSimilar({ field, options, name }: EditorProps) {
  return (
    <>
      <FieldControl field={field} options={options} name={name} />
      <Similar />
    </>
  );
}

function Similar() {
  const { caseId = '' } = useParams();
  const me = useMe().data;
  const title: unknown = Form.useWatch(['payload', 'title']);
  const necessity: unknown = Form.useWatch(['payload', 'necessity']);
  const text = usePaused([title, necessity].filter((part) => typeof part === 'string' && part !== '').join('。'));
  const isAsked = text.length >= leastText;
  const found = useQuery({
    queryKey: ['case', caseId, 'similar-suggestions', text],
    queryFn: async () => (await call(findSimilarSuggestions, { params: { caseId }, body: { text } })).similar,
    enabled: isAsked,
    placeholderData: keepPreviousData,
  });
  const similar = isAsked ? (found.data ?? []) : [];
  return (
    <div role="status" className="similar-suggestions">
      {similar.length === 0 ? null : (
        <>
          <p>
            {me?.kind === 'organ' ? '本机关本年度已提出相近的建议' : '本年度已有相近的建议'}
            {me !== undefined && checkMerger(me).length === 0 ? (
              <>
                ，<Link to={paths.suggestionsOf(caseId)}>登记后可以合并为候选议题</Link>
              </>
            ) : null}
            ：
          </p>
          <ul>
            {similar.map((one) => (
              <li key={one.id}>
                {one.title}
                {one.authorName === '' ? '' : `（${one.authorName}）`}
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
