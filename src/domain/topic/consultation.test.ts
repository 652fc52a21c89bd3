import { describe, expect, test } from 'vitest';
import { buildFacts, buildTopic, type FactsOverrides, testCounties } from '../../../test/build/facts.ts';
import { given, receiptOf } from '../../../test/given.ts';
import {
  type ConsultationItem,
  checkOpinion,
  keptKeys,
  type Opinion,
  type RecordConsultation,
  unsaidBy,
} from './consultation.ts';
import { plannedItemsOf } from './planned-rows.ts';
import { proposedItemsOf } from './proposed-items.ts';
import { yearActs } from './year-acts.ts';

const view = buildTopic({ kind: 'year', name: '2026年度联动监督议题' });
const items: ConsultationItem[] = [
  { key: 'item-1', title: '城区停车管理', domain: 'social-governance', detail: '代表反映集中' },
  { key: 'item-2', title: '饮用水水源保护', domain: 'environment', detail: '群众关注' },
];
const bodies = ['city', ...testCounties];
const opinions = bodies.flatMap((tenantId) => items.map(({ key }) => opinionOf({ tenantId, key })));
const closed: RecordConsultation = {
  date: '2025-12-24',
  items,
  opinions,
  excusedIds: [],
  results: items.map(({ key }) => ({ key, result: 'include', note: '' })),
  conclusion: '一致同意列入计划建议方案。',
};

function opinionOf(said: Partial<Opinion> & Pick<Opinion, 'tenantId' | 'key'>): Opinion {
  return { stance: 'agrees', comment: '', enteredBy: 'own', ...said };
}
function withOpinion(said: Opinion): Opinion[] {
  return opinions.map((one) => (one.tenantId === said.tenantId && one.key === said.key ? said : one));
}
function recording(change: Partial<RecordConsultation> = {}, overrides: FactsOverrides = {}, open?: object | null) {
  const facts = buildFacts({ view, on: '2025-12-24', done: ['propose-preliminary-list'], ...overrides });
  const asked = open === undefined ? facts : { ...facts, consultation: open as typeof facts.consultation & object };
  const everyone = { ...asked, view: testCounties.reduce(withListed, asked.view) };
  return given(everyone).when(yearActs, 'record-consultation', { ...closed, ...change });
}
function withListed(seen: typeof view, tenantId: string): typeof view {
  const done = { 'propose-preliminary-list': { on: '2025-12-15', seq: 1 } };
  return { ...seen, tracks: seen.tracks.map((track) => (track.tenantId === tenantId ? { ...track, done } : track)) };
}

describe('S1.3 会商意见', () => {
  const open = {
    items,
    opinions: [
      opinionOf({ tenantId: 'county-1', key: 'item-1' }),
      opinionOf({ tenantId: 'county-2', key: 'item-1', enteredBy: 'city' }),
    ],
  };
  const says = (tenantId: string, by: string, said: Partial<Opinion> = {}, roles = ['office-clerk'] as const) => {
    const { actor } = buildFacts({ tenantId: by, roles: [...roles] });
    const opinion = { ...opinionOf({ tenantId, key: 'item-1' }), ...said };
    return checkOpinion(opinion, actor, { view, open, clause: 'S1.3' }).map(({ code }) => code);
  };

  test('each office says it for its own body, the city’s for one that spoke on the phone', () => {
    expect(says('county-1', 'county-1')).toEqual([]);
    expect(says('county-3', 'city')).toEqual([]);
    // What the city entered a body may put right itself, and the city what it entered.
    expect(says('county-2', 'county-2')).toEqual([]);
    expect(says('county-2', 'city')).toEqual([]);
  });

  test('nobody speaks for another body, and the city never over what one has said itself', () => {
    expect(says('county-2', 'county-1')).toEqual(['consultation/not-own']);
    expect(says('county-1', 'city')).toEqual(['consultation/own-voice']);
    expect(says('county-1-government', 'city')).toEqual(['consultation/not-own']);
  });

  test('whoever does not simply agree says why', () => {
    expect(says('county-1', 'county-1', { stance: 'disagrees', comment: ' ' })).toEqual(['consultation/no-comment']);
    expect(says('county-1', 'county-1', { stance: 'agrees-with-changes', comment: '宜改到下半年' })).toEqual([]);
    expect(says('county-1', 'county-1', { key: 'item-9' })).toEqual(['consultation/unknown-item']);
  });

  test('what is still unsaid is known by body; changed words are asked anew', () => {
    expect(unsaidBy('county-1', open).map(({ key }) => key)).toEqual(['item-2']);
    const [first] = items;
    const changed = items.map((item) => (item === first ? { ...item, title: '城区停车秩序' } : item));
    expect(keptKeys(items, changed)).toEqual(['item-2']);
  });

  test('is asked on what the city and the counties put forward, each name once', () => {
    const row = (title: string) => ({ title, domain: 'livelihood' as const, suggestionIds: ['1'], reason: '集中' });
    const proposed = proposedItemsOf({
      preliminary: [row('停车')],
      countyLists: { 'county-1': [row('“停车”'), row('供水')] },
    });
    expect(proposed.map(({ key, title }) => [key, title])).toEqual([
      ['item-1', '停车'],
      ['item-2', '供水'],
    ]);
  });
});

describe('S1.3 TOP-06 会商记录', () => {
  test('keeps topic by topic what every body said, and every county receives it', () => {
    const judged = recording();
    judged.isAllowed();
    expect(judged.state().year.consultation?.topics).toMatchObject([
      { name: '城区停车管理', result: 'include', opinions: bodies.map((tenantId) => ({ tenantId })) },
      { name: '饮用水水源保护' },
    ]);
    const [sent] = judged.effects().packages ?? [];
    expect(sent).toMatchObject({ kind: 'consultation-record', addresseeIds: testCounties });
    const county = given(buildFacts({ view, tenantId: 'county-1' })).when(
      yearActs,
      'receive-package/consultation-record',
      receiptOf('city', sent?.content),
    );
    expect(county.state().year.consultation).toEqual(judged.state().year.consultation);
  });

  test('is refused while a body has not said anything to a topic, unless it is excused', () => {
    const rest = opinions.filter(({ tenantId, key }) => tenantId !== 'county-1' || key !== 'item-2');
    recording({ opinions: rest }).isRefused('consultation/county-missing', '涪城');
    const silent = opinions.filter(({ tenantId }) => tenantId !== 'county-1');
    recording({ opinions: silent, excusedIds: ['county-1'] }).isAllowed();
    recording({ excusedIds: ['county-1'] }).isRefused('consultation/excused-spoke', '涪城');
  });

  test('a body that disagrees has said why, and then the conclusion does not say that all agree', () => {
    const against = opinionOf({
      tenantId: 'county-2',
      key: 'item-1',
      stance: 'disagrees',
      comment: '已列入本级专题询问',
    });
    const said = withOpinion(against);
    recording({ opinions: withOpinion({ ...against, comment: '' }) }).isRefused('consultation/no-comment', '游仙');
    recording({ opinions: said }).isRefused('consultation/not-unanimous', '游仙');
    const contested = { opinions: said, conclusion: '多数同意。' };
    recording(contested).isRefused('consultation/contested', '城区停车管理');
    const settled = closed.results.map((one) => (one.key === 'item-1' ? { ...one, note: '会后与游仙沟通一致' } : one));
    recording({ ...contested, results: settled }).isAllowed();
    recording({ results: closed.results.slice(1) }).isRefused('consultation/no-result', '城区停车管理');
  });

  test('is the matrix as it stands, and nothing where none is open', () => {
    recording({}, {}, { items, opinions }).isAllowed();
    recording({}, {}, { items, opinions: opinions.slice(1) }).isRefused('consultation/changed');
    recording({}, {}, null).isRefused('consultation/not-open');
  });

  test('the joint plan begins with what was included, with what it grew from', () => {
    const { consultation } = recording({
      results: [
        { key: 'item-1', result: 'include', note: '' },
        { key: 'item-2', result: 'drop', note: '明年再议' },
      ],
    }).state().year;
    const proposal = { title: '城区停车管理', domain: 'social-governance' as const, suggestionIds: ['3'], reason: '' };
    const rows = plannedItemsOf({ consultation, preliminary: [proposal], countyLists: {} });
    expect(rows).toEqual([{ key: '1', name: '城区停车管理', domain: 'social-governance', suggestionIds: ['3'] }]);
  });
});
