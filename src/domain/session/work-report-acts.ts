import { tenantNameOf } from '../organisation/facts.ts';
import { mayAddress } from '../organisation/membership.ts';
import type { Attachment } from '../package/attachment.ts';
import type { PackageContents } from '../package/contents.ts';
import { receiveAct } from '../package/receive.ts';
import { defineAct, type Facts } from '../procedure/act.ts';
import { doneOf, trackOf } from '../procedure/case.ts';
import { hasPart } from '../procedure/organ-part.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { withDeliberation } from './with-session.ts';

/** The first organ reports; the others are 协办机关 (decision 7). */
export type NameResponsibleOrgans = { organIds: readonly string[] };
export type SubmitDraftReport = { title: string; text: string; attachments: readonly Attachment[] };
export type SubmitFinalReport = SubmitDraftReport & {
  opinionAnswers: PackageContents['work-report']['opinionAnswers'];
};
export type DistributeReport = { form: 'paper' | 'electronic' | 'both'; note: string };

const nameOrgans = defineAct<NameResponsibleOrgans>({
  kind: 'name-responsible-organs',
  case: 'topic',
  title: '确定报告机关',
  clause: 'S3.5',
  law: ['监督法 §6', '监督法 §16', 'ORG-09'],
  level: 'both',
  tenant: 'body',
  by: 'office',
  // Another organ may turn out to have a part in the matter; who reports stands once its report has arrived.
  repeatable: true,
  check: (payload, facts) => [...checkOrgans(payload, facts), ...checkReporterStands(payload, facts)],
  evolve: (state, { organIds }) => withDeliberation(state, { organIds }),
  effects: ({ organIds }) => ({
    shared: [
      { kind: 'add-organ-tracks', organIds },
      { kind: 'assign-organs', part: 'reporting', organIds: organIds.slice(0, 1) },
      { kind: 'assign-organs', part: 'assisting', organIds: organIds.slice(1) },
    ],
  }),
});

/** ORG-09: a standing committee supervises only the organs of its own level (监督法 §6). */
function checkOrgans({ organIds }: NameResponsibleOrgans, facts: Facts): readonly Refusal[] {
  const { tenants } = facts.organisation;
  const body = tenants.find((tenant) => tenant.id === facts.own.tenantId);
  if (organIds.length === 0) return [refuse('organs/none', 'S3.5', '请至少选择一个报告机关。', 'organIds')];
  if (new Set(organIds).size !== organIds.length) {
    return [refuse('organs/twice', 'S3.5', '同一机关只列一次。', 'organIds')];
  }
  return organIds.flatMap((organId) => {
    const organ = tenants.find((tenant) => tenant.id === organId);
    if (organ === undefined || body === undefined) {
      return [refuse('organs/unknown', 'S3.5', '所选机关不在机构名册之中，请核对。', 'organIds')];
    }
    const refusal = mayAddress(body, organ);
    return refusal === undefined ? [] : [{ ...refusal, field: 'organIds' }];
  });
}

function checkReporterStands({ organIds }: NameResponsibleOrgans, { state, organisation }: Facts): readonly Refusal[] {
  const { draftReport, finalReport, organIds: named } = state.deliberation;
  const reporter = named[0];
  if ((draftReport === null && finalReport === null) || reporter === undefined || organIds[0] === reporter) return [];
  const text = `${tenantNameOf(organisation, reporter)}已经送交报告，报告机关不再变更；可以增加其他机关。`;
  return [refuse('organs/reported', 'S3.5', text, 'organIds')];
}

const submitDraft = defineAct<SubmitDraftReport>({
  kind: 'submit-draft-report',
  case: 'topic',
  title: '送交专项工作报告征求意见稿',
  clause: 'S3.5',
  law: ['监督法 §15', 'REP-01'],
  level: 'both',
  tenant: 'organ',
  by: 'organ',
  ready: checkReporting,
  evolve: (state, { title, text }) => withDeliberation(state, { draftReport: { title, text } }),
  effects: ({ title, text, attachments }, { own }) => ({
    packages: [{ kind: 'work-report-draft', title, addresseeIds: [own.bodyId], content: { title, text }, attachments }],
  }),
});

const submitFinal = defineAct<SubmitFinalReport>({
  kind: 'submit-final-report',
  case: 'topic',
  title: '提交专项工作报告',
  clause: 'S3.5',
  law: ['监督法 §14', '监督法 §15', 'REP-02', 'SUR-09'],
  level: 'both',
  tenant: 'organ',
  by: 'organ',
  ready: (facts) => [...checkReporting(facts), ...checkOpinionsReceived(facts)],
  check: checkOpinionsAnswered,
  evolve: (state, { title, text, opinionAnswers }) =>
    withDeliberation(state, { finalReport: { title, text, opinionAnswers } }),
  effects: ({ title, text, opinionAnswers, attachments }, { own }) => ({
    packages: [
      {
        kind: 'work-report',
        title,
        addresseeIds: [own.bodyId],
        content: { title, text, opinionAnswers },
        attachments,
      },
    ],
  }),
});

/** One report of one organ: what another sends would pass for it (监督法 §15, §16). */
function checkReporting({ own, view }: Facts): readonly Refusal[] {
  if (hasPart(own, 'reporting')) return [];
  const text = `${own.name}不是“${view.name}”的报告机关，专项工作报告由报告机关送交；有关材料请提供给报告机关。`;
  return [refuse('work-report/not-reporting', 'S3.5', text)];
}

/** What the standing committee has handed over has to be in hand before it can be answered (监督法 §14). */
function checkOpinionsReceived({ view, own, state }: Facts): readonly Refusal[] {
  const body = trackOf(view, own.bodyId);
  const handedOver = body !== undefined && doneOf('hand-over-collected-opinions', body) !== undefined;
  if (!handedOver || state.research.collectedOpinions.length > 0) return [];
  const text = '人大常委会已交来各方面意见汇总，请先在“报送件”中签收，并在报告中逐项回应。';
  return [refuse('work-report/opinions-not-received', '监督法 §14', text)];
}

/** Each opinion of all sides is answered exactly once in the report (监督法 §14, SUR-09). */
function checkOpinionsAnswered({ opinionAnswers }: SubmitFinalReport, { state }: Facts): readonly Refusal[] {
  const opinions = state.research.collectedOpinions;
  const ids = opinionAnswers.map((answer) => answer.opinionId);
  const silent = opinions.filter(
    ({ id }) => !opinionAnswers.some((answer) => answer.opinionId === id && answer.answer.trim() !== ''),
  );
  const unknown = ids.filter((id) => !opinions.some((opinion) => opinion.id === id));
  const refusals: Refusal[] = [];
  if (silent.length > 0) {
    const list = silent.map(({ text }) => `“${text}”`).join('、');
    const text = `各方面意见${list}尚未回应，报告应当对各方面意见逐项作出回应。`;
    refusals.push(refuse('work-report/opinion-unanswered', '监督法 §14', text, 'opinionAnswers'));
  }
  if (new Set(ids).size !== ids.length) {
    refusals.push(refuse('work-report/answered-twice', '监督法 §14', '同一意见只回应一次。', 'opinionAnswers'));
  }
  if (unknown.length > 0) {
    const text = `${unknown.join('、')}不在签收的各方面意见之中，请核对。`;
    refusals.push(refuse('work-report/unknown-opinion', '监督法 §14', text, 'opinionAnswers'));
  }
  return refusals;
}

/** The reporting organ's text counts; what another organ sends does not replace it. */
const receiveDraft = receiveAct(
  'work-report-draft',
  'topic',
  'body',
  (state, { content, from }) =>
    isReporter(state.deliberation.organIds, from.tenantId) || state.deliberation.draftReport === null
      ? withDeliberation(state, { draftReport: content })
      : state,
  { by: 'lead-committee' },
);

const receiveFinal = receiveAct('work-report', 'topic', 'body', (state, { content, from }) =>
  isReporter(state.deliberation.organIds, from.tenantId) || state.deliberation.finalReport === null
    ? withDeliberation(state, { finalReport: content })
    : state,
);

function isReporter(organIds: readonly string[], tenantId: string): boolean {
  return organIds[0] === tenantId;
}

const distribute = defineAct<DistributeReport>({
  kind: 'distribute-report',
  case: 'topic',
  title: '将专项工作报告发给组成人员',
  clause: 'S3.5',
  law: ['监督法 §15', 'REP-03'],
  level: 'both',
  tenant: 'body',
  by: 'office',
  ready: ({ own }) =>
    own.session === undefined
      ? [refuse('report/no-session', 'S3.5', '尚未确定审议的常委会会议会期，请先由主任会议决定。')]
      : [],
  evolve: (state, _payload, stamp) => withDeliberation(state, { distributedOn: stamp.on }),
});

/** S3.5, 监督法 §14–§16: who reports, the draft for comment, the report, and its way to every member. */
export const workReportActs = [nameOrgans, submitDraft, receiveDraft, submitFinal, receiveFinal, distribute];
