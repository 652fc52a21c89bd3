import type { CaseState } from '../case-state.ts';
import { organsOfBody } from '../organisation/facts.ts';
import type { Tenant } from '../organisation/tenant.ts';
import type { PackageDraft } from '../package/package.ts';
import { receiveAct } from '../package/receive.ts';
import { defineAct, type Facts } from '../procedure/act.ts';
import { countyTracksOf, doneOf } from '../procedure/case.ts';
import { departsFrom, type Refusal, refuse } from '../refusal.ts';
import type { Call } from './call-text.ts';
import type { Suggestion, SuggestionText } from './topic.ts';
import { withYear } from './with-year.ts';

export type OpenSolicitation = Call;
export type RegisterSuggestion = SuggestionText & { author: Suggestion['author'] };
export type SendSuggestion = SuggestionText;

const openSolicitation = defineAct<OpenSolicitation>({
  kind: 'open-solicitation',
  case: 'year',
  title: '开展议题征集',
  clause: 'S1.1',
  law: ['监督法 §12', 'TOP-01', 'TOP-03'],
  level: 'both',
  tenant: 'body',
  by: 'office',
  check: (payload, facts) => {
    const refusals: Refusal[] = [];
    if (!payload.invited.includes('organs') || !payload.invited.includes('deputies')) {
      refusals.push(refuse('solicitation/audience', 'S1.1', '征集须面向同级一府一委两院和各级人大代表。', 'invited'));
    }
    if (facts.on < `${facts.view.year - 1}-11-01`) {
      refusals.push(
        departsFrom(
          'solicitation/early',
          'S1.1',
          `征集在${facts.view.year - 1}年11月1日至12月31日开展，${facts.on}早于窗口期。`,
        ),
      );
    }
    return [...refusals, ...checkDeadline(payload, facts), ...checkPublication(payload)];
  },
  evolve: (state, payload) => withYear(state, { solicitation: payload }),
  effects: (payload, facts) => {
    const organs = organsOfBody(facts.organisation, facts.own.tenantId);
    return {
      packages: [
        ...(facts.own.level === 'city'
          ? [
              callFor(
                countyTracksOf(facts.view).map(({ tenantId }) => tenantId),
                payload,
                facts,
              ),
            ]
          : []),
        callFor(
          organs.filter(isOneOfFour).map(({ id }) => id),
          payload,
          facts,
        ),
      ],
      shared: [{ kind: 'add-organ-tracks', organIds: organs.map((organ) => organ.id) }],
    };
  },
});

/**
 * The city tells every county at once, which makes its own call by its own decision, with the same words if it likes; and each body the
 * organs whose suggestions it has to hear (S1.1).
 */
function callFor(
  addresseeIds: readonly string[],
  { deadline, invited, notice }: OpenSolicitation,
  { view }: Facts,
): PackageDraft {
  const title = `${view.year}年度联动监督议题征集通知`;
  return { kind: 'solicitation-call', title, addresseeIds, content: { deadline, invited, notice } };
}

/** 一府一委两院: departments are asked by their government. */
function isOneOfFour({ organKind }: Tenant): boolean {
  return organKind !== 'department';
}

/** Nobody can answer a call that is made known after its end. */
function checkPublication({ deadline, publishedOn }: OpenSolicitation): readonly Refusal[] {
  if (publishedOn <= deadline) return [];
  const text = `公布日期${publishedOn}晚于征集截止日期${deadline}。`;
  return [refuse('solicitation/publication', 'S1.1', text, 'publishedOn')];
}

/** Within the window; a call that comes after it can only end later, and its lateness asks for the reason (S1.1, TOP-01). */
function checkDeadline({ deadline }: OpenSolicitation, { on, view }: Facts): readonly Refusal[] {
  const last = `${view.year - 1}-12-31`;
  const late = on > last;
  if (deadline >= on && (late || deadline <= last)) return [];
  const text = late ? `征集截止日期${deadline}早于办理日期${on}。` : `征集截止日期须在${on}至${last}之间。`;
  return [refuse('solicitation/deadline', 'S1.1', text, 'deadline')];
}

function checkSources(payload: SuggestionText): readonly Refusal[] {
  if (payload.sources.length > 0) return [];
  return [refuse('suggestion/source', 'S1.1', '每条建议至少注明监督法第十二条规定的一种来源。', 'sources')];
}

const registerSuggestion = defineAct<RegisterSuggestion>({
  kind: 'register-suggestion',
  case: 'year',
  title: '登记议题建议',
  clause: 'S1.1',
  law: ['监督法 §12', 'TOP-02'],
  level: 'both',
  tenant: 'body',
  by: 'office',
  repeatable: true,
  ready: requireSolicitation,
  check: checkSources,
  evolve: (state, payload, stamp) => withSuggestion(state, { ...payload, id: `${stamp.seq}`, on: stamp.on }),
});

const suggestTopic = defineAct<SuggestionText>({
  kind: 'suggest-topic',
  case: 'year',
  title: '代表提出议题建议',
  clause: 'S1.1',
  law: ['S5.4', '监督法 §12', 'TOP-02'],
  level: 'both',
  tenant: 'body',
  by: 'deputies',
  repeatable: true,
  ready: requireSolicitation,
  check: checkSources,
  evolve: (state, payload, stamp) =>
    withSuggestion(state, {
      ...payload,
      id: `${stamp.seq}`,
      on: stamp.on,
      author: { kind: 'deputy', name: stamp.actorId },
    }),
});

const sendSuggestion = defineAct<SendSuggestion>({
  kind: 'send-suggestion',
  case: 'year',
  title: '向人大常委会提出议题建议',
  clause: 'S1.1',
  law: ['监督法 §12'],
  level: 'both',
  tenant: 'organ',
  by: 'organ',
  repeatable: true,
  check: checkSources,
  // Kept by the organ as well, so that a colleague who is about to send the same finds it.
  evolve: (state, payload, stamp) =>
    withSuggestion(state, {
      ...payload,
      id: `${stamp.seq}`,
      on: stamp.on,
      author: { kind: 'organ', name: stamp.tenantId },
    }),
  effects: (payload, facts) => ({
    packages: [{ kind: 'suggestion', title: payload.title, addresseeIds: [facts.own.bodyId], content: payload }],
  }),
});

/** Asked of the shared step, not of the contents: a deputy, who reads none, asks it in the browser too. */
function requireSolicitation(facts: Facts): readonly Refusal[] {
  if (doneOf('open-solicitation', facts.own) !== undefined) return [];
  return [refuse('suggestion/no-solicitation', 'S1.1', '本级尚未开展议题征集，请先办理“开展议题征集”。')];
}

const receiveSuggestion = receiveAct('suggestion', 'year', 'body', (state, { content, from, stamp }) =>
  withSuggestion(state, {
    ...content,
    id: `${stamp.seq}`,
    on: stamp.on,
    author: { kind: 'organ', name: from.name },
  }),
);

function withSuggestion(state: CaseState, suggestion: Suggestion): CaseState {
  return withYear(state, { suggestions: [...state.year.suggestions, suggestion] });
}

const receiveCall = receiveAct('solicitation-call', 'year', 'body', (state, { content, from }) =>
  withYear(state, { receivedCall: { ...content, fromName: from.name } }),
);

const organReceivesCall = receiveAct('solicitation-call', 'year', 'organ', (state, { content, from }) =>
  withYear(state, { receivedCall: { ...content, fromName: from.name } }),
);

/** S1.1, 监督法 §12: the call for topics and what came in. */
export const solicitationActs = [
  openSolicitation,
  receiveCall,
  organReceivesCall,
  registerSuggestion,
  suggestTopic,
  sendSuggestion,
  receiveSuggestion,
];
