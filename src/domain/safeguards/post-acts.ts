import type { CaseState } from '../case-state.ts';
import { organsOfBody, tenantNameOf } from '../organisation/facts.ts';
import type { PackageContents } from '../package/contents.ts';
import { receiveAct } from '../package/receive.ts';
import { defineAct, type Effects, type Facts } from '../procedure/act.ts';
import { countyTracksOf } from '../procedure/case.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { withSafeguards } from './with-safeguards.ts';

export type Post = { toIds: readonly string[]; subject: string; text: string };
export type Exchange = Post & { about: 'contact' | 'information' | 'problem-and-rectification' };
/** An organ writes to its own standing committee and to nobody else. */
export type OrganExchange = Omit<Exchange, 'toIds'>;

export const postAboutNames = {
  contact: '工作联系',
  information: '信息报送',
  'problem-and-rectification': '发现问题及整改情况反馈',
  guidance: '工作指导',
} satisfies Record<PackageContents['post']['about'], string>;

const coordinate = defineAct<Post>({
  kind: 'coordinate',
  case: 'topic',
  title: '统筹指导，与县（市、区）保持经常性联系',
  clause: 'S5.2',
  level: 'city',
  tenant: 'body',
  by: 'office',
  repeatable: true,
  check: ({ toIds }, facts) => checkAddressees(toIds, new Set(countyIdsOf(facts)), facts, 'S5.2'),
  evolve: (state, payload, stamp) => withPost(state, { ...payload, about: 'guidance', on: stamp.on }),
  effects: (payload) => post(payload.toIds, { ...payload, about: 'guidance' }),
});

const exchange = defineAct<Exchange>({
  kind: 'exchange',
  case: 'topic',
  title: '工作联系、信息报送、问题及整改情况反馈',
  clause: 'S5.3',
  law: ['监督法 §6', 'ORG-09'],
  level: 'both',
  tenant: 'body',
  by: 'office',
  repeatable: true,
  check: ({ toIds }, facts) => checkAddressees(toIds, new Set(partnersOf(facts)), facts, 'S5.3'),
  evolve: (state, payload, stamp) => withPost(state, { ...payload, on: stamp.on }),
  effects: (payload) => post(payload.toIds, payload),
});

const organExchange = defineAct<OrganExchange>({
  kind: 'exchange',
  case: 'topic',
  title: '工作联系、信息报送、问题及整改情况反馈',
  clause: 'S5.3',
  law: ['监督法 §6'],
  level: 'both',
  tenant: 'organ',
  by: 'organ',
  repeatable: true,
  evolve: (state, payload, stamp) => withPost(state, { ...payload, toIds: [], on: stamp.on }),
  effects: (payload, facts) => post([facts.own.bodyId], payload),
});

function countyIdsOf({ view }: Facts): readonly string[] {
  return countyTracksOf(view).map((track) => track.tenantId);
}

/** The bodies of the other level of the linkage, and the organs of one's own (S5.3, ORG-09). */
function partnersOf({ own, view, organisation }: Facts): readonly string[] {
  const bodies = view.tracks.filter((track) => track.kind === 'body' && track.level !== own.level);
  const organs = organsOfBody(organisation, own.tenantId);
  return [...bodies.map((track) => track.tenantId), ...organs.map((organ) => organ.id)];
}

function checkAddressees(
  toIds: readonly string[],
  allowed: ReadonlySet<string>,
  facts: Facts,
  clause: string,
): readonly Refusal[] {
  if (toIds.length === 0) return [refuse('post/nobody', clause, '请选择发给谁。', 'toIds')];
  const strangers = toIds.filter((id) => !allowed.has(id));
  if (strangers.length === 0) return [];
  const names = strangers.map((id) => tenantNameOf(facts.organisation, id)).join('、');
  const whom = clause === 'S5.2' ? '各县（市、区）人大常委会' : '联动的另一级人大常委会和本级的一府一委两院及部门';
  return [refuse('post/addressee', clause, `不能发给${names}，只能发给${whom}。`, 'toIds')];
}

type PostContent = { subject: string; text: string; about: Exchange['about'] | 'guidance' };

function post(addresseeIds: readonly string[], { subject, text, about }: PostContent): Effects {
  return { packages: [{ kind: 'post', title: subject, addresseeIds, content: { subject, text, about } }] };
}

function withPost(state: CaseState, entry: CaseState['safeguards']['posts'][number]): CaseState {
  return withSafeguards(state, { posts: [...state.safeguards.posts, entry] });
}

const receivePost = receiveAct('post', 'topic', 'body', (state, { content, from, stamp }) =>
  withPost(state, { ...content, on: stamp.on, toIds: [], fromId: from.tenantId }),
);

const organReceivesPost = receiveAct('post', 'topic', 'organ', (state, { content, from, stamp }) =>
  withPost(state, { ...content, on: stamp.on, toIds: [], fromId: from.tenantId }),
);

/** S5.2–S5.3: guidance and the standing channels between levels, and between a body and its organs. */
export const postActs = [coordinate, exchange, organExchange, receivePost, organReceivesPost];
