import { dayText, withDayTexts } from '../calendar/day-text.ts';
import type { PackageContents } from '../package/contents.ts';
import { callAudienceNames } from '../topic/call-text.ts';
import { conferringResultNames, stanceNames, stances } from '../topic/consultation.ts';
import {
  type AdjustmentTrigger,
  adjustmentTriggerNames,
  suggestionSourceNames,
  topicDomainNames,
} from '../topic/topic.ts';
import { factsOf, type Paper, type PaperSource, sectionsOf, tableOf, textOf } from './paper.ts';

/** The city's call, which the counties make their own at the same time (S1.1). */
export function callPaper({ deadline, invited, notice }: PackageContents['solicitation-call']): Paper {
  return [
    ...factsOf(
      ['征集对象', invited.map((audience) => callAudienceNames[audience]).join('、')],
      ['截止时间', dayText(deadline)],
    ),
    ...sectionsOf([['征集通知', textOf(notice)]]),
  ];
}

export function suggestionPaper({
  title,
  sources,
  domain,
  necessity,
  feasibility,
}: PackageContents['suggestion']): Paper {
  return [
    ...factsOf(
      ['议题', title],
      ['领域', topicDomainNames[domain]],
      ['来源', sources.map((source) => suggestionSourceNames[source]).join('；')],
    ),
    ...sectionsOf([
      ['必要性', textOf(necessity)],
      ['可行性', textOf(feasibility)],
    ]),
  ];
}

export function preliminaryListPaper({ topics }: PackageContents['preliminary-list']): Paper {
  return tableOf(
    '初步建议的议题',
    ['序号', '议题', '领域', '理由'],
    topics.map(({ title, domain, reason }, index) => [String(index + 1), title, topicDomainNames[domain], reason]),
  );
}

/** Topic by topic what the conferring came to, then who said what where somebody did not simply agree (S1.3). */
export function consultationRecordPaper(
  { date, topics, excusedIds, conclusion }: PackageContents['consultation-record'],
  source: PaperSource,
): Paper {
  const results = topics.map(({ name, domain, result, note, opinions }, index) => [
    String(index + 1),
    name,
    topicDomainNames[domain],
    countsOf(opinions),
    conferringResultNames[result],
    note,
  ]);
  const remarks = topics.flatMap(({ name, opinions }) =>
    remarkedIn(opinions).map(({ tenantId, stance, comment }) => [
      name,
      source.nameOf(tenantId),
      stanceNames[stance],
      comment,
    ]),
  );
  return [
    ...factsOf(['会商时间', dayText(date)], ['请假', excusedText(excusedIds, source)]),
    ...sectionsOf([
      ['会商结果', tableOf('会商议题', ['序号', '议题', '领域', '各方意见', '结果', '说明'], results)],
      ['不同意见和修改意见', tableOf('具体意见', ['议题', '单位', '意见', '具体内容'], remarks)],
      ['会商结论', textOf(conclusion)],
    ]),
  ];
}

type SaidOpinions = PackageContents['adjustment-consultation']['opinions'];

function countsOf(opinions: SaidOpinions): string {
  return stances
    .map((stance) => ({ stance, count: opinions.filter((one) => one.stance === stance).length }))
    .filter(({ count }) => count > 0)
    .map(({ stance, count }) => `${stanceNames[stance]}${count}个`)
    .join('，');
}

function remarkedIn(opinions: SaidOpinions): SaidOpinions {
  return opinions.filter(({ stance, comment }) => stance !== 'agrees' || comment !== '');
}

function excusedText(ids: readonly string[], { nameOf }: PaperSource): string | undefined {
  return ids.length === 0 ? undefined : ids.map((id) => nameOf(id) ?? '').join('、');
}

/** The rows in the order in which the topics are to be deliberated; on one day, as they were drafted. */
export function jointPlanPaper({ version, topics, note }: PackageContents['joint-plan'], source: PaperSource): Paper {
  const ordered = topics.toSorted((one, other) => one.deliberationDate.localeCompare(other.deliberationDate));
  return [
    ...factsOf(['稿次', `第${version}稿`]),
    ...tableOf(
      '联动监督议题',
      ['序号', '议题名称', '领域', '牵头委室', '审议时间'],
      ordered.map(({ name, domain, leadUnitId, deliberationDate }, index) => [
        String(index + 1),
        name,
        topicDomainNames[domain],
        source.nameOf(leadUnitId),
        dayText(deliberationDate),
      ]),
    ),
    ...sectionsOf([['说明', textOf(note)]]),
  ];
}

export function jointPlanReturnPaper({ version, reason, date }: PackageContents['joint-plan-return']): Paper {
  return [
    ...factsOf(['退回', `计划建议方案第${version}稿`], ['主任会议', dayText(date)]),
    ...sectionsOf([['理由', textOf(reason)]]),
  ];
}

export function adjustmentProposalPaper({ trigger, text, reason }: PackageContents['adjustment-proposal']): Paper {
  return sectionsOf([
    ['调整缘由', textOf(triggerText(trigger))],
    ['调整内容', textOf(withDayTexts(text))],
    ['理由', textOf(reason)],
  ]);
}

export function adjustmentConsultationPaper(
  { outcome, text, conclusion, date, opinions, excusedIds }: PackageContents['adjustment-consultation'],
  source: PaperSource,
): Paper {
  const remarks = remarkedIn(opinions).map(({ tenantId, stance, comment }) => [
    source.nameOf(tenantId),
    stanceNames[stance],
    comment,
  ]);
  return [
    ...factsOf(
      ['会商时间', dayText(date)],
      ['会商结果', outcome === 'adjust' ? '同步调整' : '不作调整'],
      ['各方意见', countsOf(opinions) || undefined],
      ['请假', excusedText(excusedIds, source)],
    ),
    ...sectionsOf([
      [outcome === 'adjust' ? '调整内容' : '提议的调整', textOf(withDayTexts(text))],
      ['不同意见和修改意见', tableOf('具体意见', ['单位', '意见', '具体内容'], remarks)],
      ['会商结论', textOf(conclusion)],
    ]),
  ];
}

function triggerText(trigger: string): string {
  return trigger in adjustmentTriggerNames
    ? // `in` has just shown that it is one of the three.
      adjustmentTriggerNames[trigger as AdjustmentTrigger]
    : trigger;
}
