import { disputedDemands } from '../../../domain/handling/dispute-acts.ts';
import { handlingDueOf } from '../../../domain/handling/hand-over-acts.ts';
import { draftsWaiting } from '../../../domain/handling/report-acts.ts';
import {
  handlingReportText,
  handlingReportTitle,
  type ReportHead,
  unfinishedOf,
} from '../../../domain/handling/report-text.ts';
import { currentRound, openDemands, organsWithDemands, referredDisputes } from '../../../domain/handling/rounds.ts';

import type { Facts } from '../../../domain/procedure/act.ts';
import { dateText } from '../../lib/formats.ts';
import type { Typed } from '../../lib/schema-form.ts';
import type { Fillings } from './filling.ts';

/** S4.1–S4.3: rounds of handling. */
export const handlingFillings: Fillings = {
  'answer-demands': answers,
  'submit-evidence': ({ state }) => ({
    evidence: promised(state).map((demandId) => ({ demandId, text: '', attachments: [] })),
  }),
  'decide-disputes': ({ state }) => ({ decisions: disputedDemands(state).map(({ id }) => ({ demandId: id })) }),
  'settle-disputes': ({ state }) => ({
    outcomes: referredDisputes(state).map(({ decision: { demandId } }) => ({ demandId, reason: '' })),
  }),
  'submit-handling-draft': (facts) => ({
    title: `${handlingReportTitle(headOf(facts))}（征求意见稿）`,
    text: handlingReportText(headOf(facts), facts.state, dateText),
  }),
  'submit-handling-report': report,
  'comment-on-handling': ({ state }) => ({ organIds: draftsWaiting(currentRound(state)) }),
  'record-follow-up': ({ state }) => ({ organIds: organsWithDemands(openDemands(state)), demandIds: [] }),
  'give-verdicts': ({ state }) => ({ verdicts: openDemands(state).map(({ id }) => ({ demandId: id })) }),
};

/** What holds so far; for a demand that has no answer a promise is prepared, by the last day of the term. */
function answers(facts: Facts): Typed {
  const given = new Map(currentRound(facts.state).answers.map((answer) => [answer.demandId, answer]));
  const term = handlingDueOf(facts);
  const due = term === undefined || term < facts.today ? {} : { due: term };
  return {
    answers: openDemands(facts.state).map(({ id }) => given.get(id) ?? { demandId: id, stance: 'accepted', ...due }),
  };
}

function promised(state: Facts['state']): readonly string[] {
  const accepted = currentRound(state).answers.filter(({ stance }) => stance === 'accepted');
  const ids = new Set(accepted.map(({ demandId }) => demandId));
  return openDemands(state).flatMap(({ id }) => (ids.has(id) ? [id] : []));
}

function headOf({ own, view, organisation }: Facts): ReportHead {
  const body = organisation.tenants.find(({ id }) => id === own.bodyId);
  return { organName: own.name, bodyName: body?.name ?? '', topicName: view.name };
}

/** The report goes on from the draft that was commented on. */
function report(facts: Facts): Typed {
  const draft = currentRound(facts.state).drafts.at(-1);
  return {
    title: handlingReportTitle(headOf(facts)),
    text: draft?.text ?? handlingReportText(headOf(facts), facts.state, dateText),
    unfinished: unfinishedOf(facts.state),
    attachments: draft?.attachments ?? [],
  };
}
