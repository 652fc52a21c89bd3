import { checkPartyOffice, partyOfficeOf } from '../organisation/party-office.ts';
import { receiveAct } from '../package/receive.ts';
import { defineAct } from '../procedure/act.ts';
import { idOf } from '../procedure/act-ids.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { unreportedMatters } from './safeguards-state.ts';
import { withSafeguards } from './with-safeguards.ts';

export type FlagMajorMatter = { matter: string };
export type ReportToParty = {
  form: 'request' | 'report';
  /** Flagged matters it is about; none for a report on one's own account. */
  matterIds: readonly string[];
  matter: string;
  text: string;
};
export type Summarise = { practice: string; problems: string; publicity: string };

export const partyReportNames = { request: '请示', report: '报告' } satisfies Record<ReportToParty['form'], string>;

const flagMajorMatter = defineAct<FlagMajorMatter>({
  kind: 'flag-major-matter',
  case: 'topic',
  title: '标记重大问题和重大事项',
  clause: 'S5.1',
  law: ['PAR-01'],
  level: 'both',
  tenant: 'body',
  by: 'office',
  repeatable: true,
  evolve: (state, { matter }, stamp) => {
    const flagged = { id: idOf('m', stamp), on: stamp.on, matter };
    return withSafeguards(state, { majorMatters: [...state.safeguards.majorMatters, flagged] });
  },
  // Another matter is another duty to report.
  effects: () => ({ shared: [{ kind: 'unmark', stepIds: ['report-to-party'] }] }),
});

const reportToParty = defineAct<ReportToParty>({
  kind: 'report-to-party',
  case: 'topic',
  title: '向同级党委请示报告',
  clause: 'S5.1',
  law: ['PAR-01', 'DOC-02'],
  level: 'both',
  tenant: 'body',
  by: 'office',
  repeatable: true,
  ready: checkPartyOffice,
  check: ({ form, matterIds }, facts) => {
    const refusals: Refusal[] = [];
    const known = facts.state.safeguards.majorMatters.map((matter) => matter.id);
    if (matterIds.some((id) => !known.includes(id))) {
      refusals.push(refuse('party-report/unknown-matter', 'S5.1', '所选重大事项没有标记，请先标记。', 'matterIds'));
    }
    if (form === 'request' && matterIds.length > 1) {
      const text = `请示应当一文一事，现涉及${matterIds.length}项，请分别请示，或者改用报告。`;
      refusals.push(refuse('party-report/one-matter', 'S5.1', text, 'matterIds'));
    }
    return refusals;
  },
  satisfies: ({ matterIds }, facts) =>
    unreportedMatters(facts.state.safeguards).every((matter) => matterIds.includes(matter.id)),
  evolve: (state, payload, stamp) =>
    withSafeguards(state, { partyReports: [...state.safeguards.partyReports, { ...payload, on: stamp.on }] }),
  effects: ({ form, matter, text }, facts) => {
    const office = partyOfficeOf(facts);
    return {
      packages: [
        {
          kind: 'party-report',
          title: `关于${matter}的${partyReportNames[form]}`,
          addresseeIds: office === undefined ? [] : [office.id],
          content: { form, matter, text },
        },
      ],
    };
  },
});

const receivePartyReport = receiveAct('party-report', 'topic', 'party-office', (state, { content, stamp }) =>
  withSafeguards(state, {
    partyReports: [...state.safeguards.partyReports, { ...content, on: stamp.on, matterIds: [] }],
  }),
);

const summarise = defineAct<Summarise>({
  kind: 'summarise',
  case: 'topic',
  title: '总结好做法、好经验并开展宣传',
  clause: 'S5.6',
  level: 'both',
  tenant: 'body',
  by: 'office',
  evolve: (state, payload, stamp) => withSafeguards(state, { summary: { ...payload, on: stamp.on } }),
});

/** S5.1 and S5.6: what the party committee hears of, and what is learnt at the end. */
export const partyActs = [flagMajorMatter, reportToParty, receivePartyReport, summarise];
