import { defineAct, type Facts } from '../procedure/act.ts';
import type { PlainDateText } from '../procedure/case.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { outcomePackages } from './finding-outcomes.ts';
import { withHandling } from './rounds.ts';

/** Deputies are informed, the secrecy review is done, the public can read it (监督法 §17, 保守国家秘密法 §35). */
export type Publication = {
  deputiesInformedOn: PlainDateText;
  date: PlainDateText;
  address: string;
  secrecyReviewer: string;
  secrecyReviewedOn: PlainDateText;
};

const publishResults = defineAct<Publication>({
  kind: 'publish-results',
  case: 'topic',
  title: '通报代表并向社会公布',
  clause: 'S4.1',
  law: ['监督法 §17', '保守国家秘密法 §35', 'PUB-01', 'PUB-02'],
  level: 'both',
  tenant: 'body',
  by: 'office',
  check: checkPublication,
  evolve: (state, payload) => withHandling(state, { publishedOn: payload.date }),
  effects: (_payload, facts) => ({ packages: outcomePackages(facts, { verdicts: [], grade: null }) }),
});

/** The reports on the handling are published as the report that was heard is, once the session has assessed them (PUB-01). */
const publishHandling = defineAct<Publication>({
  kind: 'publish-handling',
  case: 'topic',
  title: '办理落实情况通报代表并向社会公布',
  clause: 'S4.4',
  law: ['监督法 §17', '保守国家秘密法 §35', 'PUB-01', 'PUB-02'],
  level: 'both',
  tenant: 'body',
  by: 'office',
  check: checkPublication,
  // A result that was not published before its next round began is published with that of the next.
  evolve: (state, { date }) =>
    withHandling(state, {
      rounds: state.handling.rounds.map((round) =>
        round.assessment === null || round.publishedOn !== null ? round : { ...round, publishedOn: date },
      ),
    }),
});

function checkPublication(payload: Publication, { on }: Facts): readonly Refusal[] {
  const refusals: Refusal[] = [];
  if (payload.secrecyReviewedOn > payload.date) {
    const text = `保密审查日期${payload.secrecyReviewedOn}晚于公布日期${payload.date}，须先审查、后公布。`;
    refusals.push(refuse('publication/unreviewed', '保守国家秘密法 §35', text, 'secrecyReviewedOn'));
  }
  const latest = payload.deputiesInformedOn > payload.date ? payload.deputiesInformedOn : payload.date;
  if (latest > on) {
    const text = `${latest}晚于办理日期${on}，请在通报、公布之后登记。`;
    refusals.push(refuse('publication/in-future', '监督法 §17', text));
  }
  return refusals;
}

/** S4.1, 监督法 §17: what was decided, and what was done about it, goes to deputies and the public. */
export const publicationActs = [publishResults, publishHandling];
