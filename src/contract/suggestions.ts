import { z } from 'zod';
import { suggestionStandings } from '../domain/topic/suggestion-rows.ts';
import { topicDomainNames, topicDomains } from '../domain/topic/topic.ts';
import { exportFile as file } from './export-file.ts';
import { limits, longText, shortText } from './fields.ts';
import { defineRoute, uuid } from './route.ts';

const tag = '议题征集';
const inCase = z.object({ caseId: uuid });
const oneCandidate = z.object({ caseId: uuid, candidateId: uuid });

const candidateText = z.object({
  title: shortText('议题名称'),
  domain: z.enum(topicDomains).meta({ title: '领域', labels: topicDomainNames }),
  reason: longText('理由'),
  suggestionIds: z.array(z.string().max(80)).min(1, '请至少选择一条建议').max(500),
});

const candidateSchema = z.object({
  id: uuid,
  title: z.string(),
  domain: z.enum(topicDomains),
  reason: z.string(),
  suggestionIds: z.array(z.string()),
  version: z.number().int(),
  changedByName: z.string(),
  changedAt: z.string(),
});
export type CandidateView = z.output<typeof candidateSchema>;

/** What a list of suggestions is narrowed to. */
export const suggestionFilter = {
  text: z.string().trim().max(limits.shortText).optional(),
  domain: z.enum(topicDomains).optional(),
  author: z.string().max(40).optional(),
  from: uuid.optional(),
  place: z.string().max(limits.shortText).optional(),
  standing: z.enum(suggestionStandings).optional(),
};

export const listCandidates = defineRoute({
  method: 'GET',
  path: '/api/cases/:caseId/candidates',
  id: 'listCandidates',
  summary: '候选议题：合并后的建议，建议人予以保留',
  tag,
  access: 'signed-in',
  params: inCase,
  response: z.object({ candidates: z.array(candidateSchema) }),
});

export const mergeSuggestions = defineRoute({
  method: 'POST',
  path: '/api/cases/:caseId/candidates',
  id: 'mergeSuggestions',
  summary: '把建议合并为候选议题',
  tag,
  status: 201,
  access: 'signed-in',
  params: inCase,
  body: candidateText,
  response: candidateSchema,
});

export const changeCandidate = defineRoute({
  method: 'PUT',
  path: '/api/cases/:caseId/candidates/:candidateId',
  id: 'changeCandidate',
  summary: '修改候选议题；他人在此期间修改过的，以 candidate/changed 拒绝',
  tag,
  access: 'signed-in',
  params: oneCandidate,
  body: candidateText.extend({ version: z.number().int() }),
  response: candidateSchema,
});

export const undoCandidate = defineRoute({
  method: 'DELETE',
  path: '/api/cases/:caseId/candidates/:candidateId',
  id: 'undoCandidate',
  summary: '撤销合并，建议恢复为单独的建议',
  tag,
  status: 204,
  access: 'signed-in',
  params: oneCandidate,
  query: z.object({ version: z.coerce.number().int().default(0) }),
  response: z.undefined(),
});

export const placeRules = ['across', 'apart'] as const;

export const groupSuggestions = defineRoute({
  method: 'GET',
  path: '/api/cases/:caseId/suggestion-groups',
  id: 'groupSuggestions',
  summary: '相近的建议分组：across 不论地区，apart 各地区分开',
  tag,
  access: 'signed-in',
  params: inCase,
  query: z.object({ places: z.enum(placeRules).default('across') }),
  response: z.object({
    groups: z.array(z.object({ ids: z.array(z.string()), places: z.array(z.string()), words: z.array(z.string()) })),
  }),
});

export const findSimilarSuggestions = defineRoute({
  method: 'POST',
  path: '/api/cases/:caseId/similar-suggestions',
  id: 'findSimilarSuggestions',
  summary: '与一段文字相近的建议，最相近的在前；代表只看到名称，机关只看到本机关提出的',
  tag,
  access: 'signed-in',
  params: inCase,
  body: z.object({ text: z.string().max(20_000) }),
  response: z.object({
    similar: z.array(z.object({ id: z.string(), title: z.string(), authorName: z.string(), similarity: z.number() })),
  }),
});

export const exportSuggestions = defineRoute({
  ...file,
  path: '/api/cases/:caseId/suggestions/export',
  id: 'exportSuggestions',
  summary: '导出一个年度的议题建议，按屏幕上的筛选',
  params: z.object({ caseId: uuid }),
  query: z.object({ ...suggestionFilter, sort: z.string().max(40).optional() }),
});
