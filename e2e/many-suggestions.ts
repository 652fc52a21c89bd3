import type { Page } from 'playwright-core';
import { generateSuggestions } from '../bench/similar-suggestions.ts';
import type { Story } from './story.ts';

const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
const domains = ['economy', 'livelihood', 'social-governance', 'environment'] as const;

/** Opens the call of a year, the next unless another is named, and registers so many generated suggestions over the API, one act each. Answers the year's case. */
export async function registerMany(
  office: Page,
  story: Pick<Story, 'post'>,
  { count, year = Number(today.slice(0, 4)) + 1 }: { count: number; year?: number },
): Promise<string> {
  const { caseId } = await story.post<{ caseId: string }>(office, '/years', { year });
  // Outside the months of the call a reason is asked for.
  const reasons = { 'solicitation/early': '示例：浏览器测试的理由', 'order/late': '示例：浏览器测试的理由' };
  const take = async (kind: string, payload: object) => {
    const answer = await story.post<{ state?: string }>(office, `/cases/${caseId}/acts/${kind}`, {
      payload,
      on: today,
      reasons,
    });
    if (answer.state !== 'recorded') throw new Error(`${kind}: ${JSON.stringify(answer)}`);
  };
  await take('open-solicitation', {
    deadline: `${year - 1}-12-31`,
    invited: ['organs', 'deputies'],
    notice: '请提出议题建议。',
    publishedOn: today,
    channels: '门户网站',
  });
  const waiting = generateSuggestions(count, 20_261_124).entries();
  const registerRest = async () => {
    for (const [index, { title, text }] of waiting) {
      await take('register-suggestion', {
        title: `${title}（${String(index).padStart(6, '0')}）`,
        sources: ['deputies'],
        domain: domains[index % domains.length],
        necessity: text,
        feasibility: '已有工作基础。',
        author: { kind: 'deputy', name: `示例代表${(index % 300) + 1}` },
      });
    }
  };
  await Promise.all(Array.from({ length: 4 }, registerRest));
  return caseId;
}
