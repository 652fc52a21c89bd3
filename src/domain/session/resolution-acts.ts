import { opinionTextOf } from '../handling/opinion-text.ts';
import { tenantNameOf } from '../organisation/facts.ts';
import type { Attachment } from '../package/attachment.ts';
import type { PackageContents } from '../package/contents.ts';
import { receiveAct } from '../package/receive.ts';
import { defineAct, type Facts } from '../procedure/act.ts';
import { cityTrackOf, type PlainDateText } from '../procedure/case.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { checkVote, isPassed, namedVoteOf, type VoteRecord } from './named-vote.ts';
import { checkSittingBegun } from './quorum.ts';
import { withDeliberation } from './with-session.ts';

export type MakeResolution = { title: string; text: string; reportBy: PlainDateText; vote: VoteRecord };
export type SendSupervisionResults = {
  note: string;
  /** The reports as the organs and the office have them in their own form. */
  attachments: readonly Attachment[];
};

const makeResolution = defineAct<MakeResolution>({
  kind: 'make-resolution',
  case: 'topic',
  title: '作出决议决定',
  clause: 'S3.8',
  law: ['监督法 §17', '组织法 §51', 'VOT-01', 'VOT-02', 'HAN-02'],
  level: 'both',
  tenant: 'body',
  by: 'session',
  ready: (facts) => checkSittingBegun(facts, 'S3.8'),
  check: (payload, facts) => [...checkTerm(payload, facts), ...checkVote(payload.vote, facts, 'S3.8')],
  satisfies: ({ vote }) => isPassed(vote),
  evolve: (state, { title, text, reportBy, vote }, stamp) =>
    isPassed(vote)
      ? withDeliberation(state, { resolution: { title, text, reportBy, vote: namedVoteOf(vote, title, stamp.on) } })
      : state,
  effects: ({ reportBy, vote }) => (isPassed(vote) ? { shared: [{ kind: 'set-resolution-due', due: reportBy }] } : {}),
});

/** HAN-02: its execution is reported within the term the resolution itself sets. */
function checkTerm({ reportBy }: MakeResolution, { on }: Facts): readonly Refusal[] {
  if (reportBy > on) return [];
  const text = `决议决定规定的报告期限${reportBy}须晚于作出之日${on}。`;
  return [refuse('resolution/term', '监督法 §17', text, 'reportBy')];
}

const sendResults = defineAct<SendSupervisionResults>({
  kind: 'send-supervision-results',
  case: 'topic',
  title: '向市人大常委会报送监督工作情况',
  clause: 'S3.3',
  law: ['SES-06'],
  level: 'county',
  tenant: 'body',
  by: 'office',
  sitting: 'deliberation',
  effects: ({ note, attachments }, facts) => {
    const city = cityTrackOf(facts.view);
    const { opinion, reportAssessment, inquiries, resolution } = facts.state.deliberation;
    if (city === undefined || opinion === null) return {};
    return {
      packages: [
        {
          kind: 'supervision-results',
          title: `${facts.own.shortName}对“${facts.view.name}”的监督工作情况报告`,
          addresseeIds: [city.tenantId],
          content: {
            sessionName: facts.sitting?.name ?? '常委会会议',
            workReport: workReportOf(facts),
            inquiries: inquiries.map(({ on, matter, summary }) => ({ on, matter, summary })),
            resolution: resolution === null ? null : { title: resolution.title, text: resolution.text },
            opinion: opinionTextOf(opinion),
            demands: opinion.demands,
            assessment: reportAssessment,
            problems: opinion.problems,
            note,
          },
          attachments,
        },
      ],
    };
  },
});

/** The report as it was heard: the final text of the organ that reported (S3.3 有关工作报告). */
function workReportOf({ state, organisation }: Facts): PackageContents['supervision-results']['workReport'] {
  const { finalReport, deliberation, organIds } = state.deliberation;
  if (finalReport === null) return null;
  const organId = deliberation?.organId ?? organIds[0];
  const organName = organId === undefined ? '' : tenantNameOf(organisation, organId);
  return { organName, title: finalReport.title, text: finalReport.text };
}

const receiveCountyResults = receiveAct('supervision-results', 'topic', 'body', (state, { content, from }) =>
  withDeliberation(state, {
    countyResults: { ...state.deliberation.countyResults, [from.tenantId]: content },
  }),
);

/** S3.3, S3.8: what the session may decide besides, and what a county tells the city of its own. */
export const resolutionActs = [makeResolution, sendResults, receiveCountyResults];
