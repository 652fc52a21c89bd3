import { asksPinyin, type Fits, fitsByPinyin, fitsPlainly } from '../../domain/search/fits.ts';
import {
  type SuggestionRow,
  suggestionAuthorNames,
  suggestionStandingNames,
} from '../../domain/topic/suggestion-rows.ts';
import { suggestionSourceNames, topicDomainNames } from '../../domain/topic/topic.ts';
import type { TableColumn } from '../http/table-file.ts';

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

/** How the screen finds what was typed: with pinyin once somebody types letters, loaded only then. */
export async function fitsFor(typed: string | undefined): Promise<Fits> {
  return asksPinyin(typed) ? fitsByPinyin((await import('pinyin-pro')).match) : fitsPlainly;
}
