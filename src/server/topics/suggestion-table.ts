import { asksPinyin, type Fits, fitsByPinyin, fitsPlainly } from '../../domain/search/fits.ts';
import type { ListedSuggestion } from '../../domain/topic/suggestion-list.ts';
import {
  type SuggestionRow,
  suggestionAuthorNames,
  suggestionStandingNames,
} from '../../domain/topic/suggestion-rows.ts';
import { suggestionSourceNames, topicDomainNames } from '../../domain/topic/topic.ts';
import type { TableColumn } from '../http/table-file.ts';
import type { CandidateRow } from './candidate-store.ts';

export const suggestionColumns: readonly TableColumn<SuggestionRow>[] = [
  { title: '建议', width: 40, value: ({ title }) => title },
  { title: '建议人', width: 24, value: ({ author }) => author.name },
  { title: '建议人类别', width: 14, value: ({ author }) => suggestionAuthorNames[author.kind] },
  { title: '地区', width: 14, value: ({ place }) => place || '全市' },
  { title: '领域', width: 14, value: ({ domain }) => topicDomainNames[domain] },
  { title: '提出日期', width: 12, kind: 'date', value: ({ on }) => on ?? null },
  {
    title: '来源',
    width: 40,
    value: ({ sources }) => sources.map((source) => suggestionSourceNames[source]).join('；'),
  },
  { title: '必要性', width: 60, value: ({ necessity }) => necessity },
  { title: '可行性', width: 40, value: ({ feasibility }) => feasibility },
  { title: '办理情况', width: 18, value: ({ standing }) => suggestionStandingNames[standing] },
  { title: '候选议题', width: 30, value: ({ candidate }) => candidate?.title ?? null },
  { title: '计划建议方案的议题', width: 30, value: ({ planned }) => planned ?? null },
];

/** A candidate topic with the suggestions that it was merged from, of those listed, each with its author. */
export function candidateColumns(listed: readonly ListedSuggestion[]): readonly TableColumn<CandidateRow>[] {
  const mergedIn = ({ suggestionIds }: CandidateRow) => {
    const merged = new Set(suggestionIds);
    return listed.filter(({ id }) => merged.has(id));
  };
  return [
    { title: '候选议题', width: 40, value: ({ title }) => title },
    { title: '领域', width: 14, value: ({ domain }) => topicDomainNames[domain] },
    { title: '理由', width: 60, value: ({ reason }) => reason },
    { title: '建议数', width: 8, kind: 'number', value: (candidate) => mergedIn(candidate).length },
    {
      title: '并入的建议（建议人）',
      width: 60,
      value: (candidate) =>
        mergedIn(candidate)
          .map(({ title, author }) => `${title}（${author.name}）`)
          .join('\n'),
    },
  ];
}

/** How the screen finds what was typed: with pinyin once somebody types letters, loaded only then. */
export async function fitsFor(typed: string | undefined): Promise<Fits> {
  return asksPinyin(typed) ? fitsByPinyin((await import('pinyin-pro')).match) : fitsPlainly;
}
