import { describe, expect, test } from 'vitest';
import { buildFacts, buildTopic, type FactsOverrides, testCounties, withDone } from '../../../test/build/facts.ts';
import { given } from '../../../test/given.ts';
import { coverageMarkOf } from '../procedure/coverage-marks.ts';
import type { Place } from './finding.ts';
import type { Visit } from './research-state.ts';
import { visitActs as acts, type RecordVisit } from './visit-acts.ts';

const countyPlace = (tenantId: string): Place => ({ kind: 'county', tenantId });
const visit: RecordVisit = {
  places: [countyPlace('county-1')],
  forms: ['site', 'talk'],
  units: ['示例镇示例村'],
  memberIds: ['city-vice-1'],
  notes: '',
};
const team = {
  leaderId: 'city-vice-1',
  members: [{ personId: 'city-member-1', capacity: 'city-member' } as const],
  experts: [],
};
const formed = buildFacts({
  done: ['approve-implementation-plan', 'form-research-team'],
  state: { research: { team } },
});
const visits = (...places: readonly Place[]): readonly Visit[] => [{ ...visit, places, id: 'v-1', on: '2026-06-10' }];
const everywhere: readonly Place[] = [
  ...testCounties.map(countyPlace),
  { kind: 'park', parkId: 'park-1' },
  { kind: 'park', parkId: 'park-2' },
  { kind: 'department', organId: 'city-housing' },
];
const visited = (places: readonly Place[], overrides: FactsOverrides = {}) =>
  buildFacts({
    done: ['approve-implementation-plan', 'form-research-team', 'record-visit'],
    state: { research: { team, visits: visits(...places) } },
    ...overrides,
  });
const conclusion = { summary: '完成', parksNotNeeded: '' };

describe('S2.4 调研活动 and S2.5 深入重点单位', () => {
  const record = (change: Partial<RecordVisit>) => given(formed).when(acts, 'record-visit', { ...visit, ...change });

  test('waits for the council while the plan is being drafted anew (S2.2)', () => {
    given(buildFacts({ done: ['form-research-team'], state: { research: { team } } }))
      .when(acts, 'record-visit', visit)
      .isRefused('order/step-missing', '主任会议审定实施方案');
  });

  test('members of the team visit a county on site', () => {
    record({}).isAllowed();
    expect(record({}).state().research.visits).toMatchObject([
      { id: 'v-city-7', on: '2026-07-01', forms: ['site', 'talk'] },
    ]);
  });

  test('does its step only with the visit after which no county is left', () => {
    expect(record({}).satisfies()).toBe(false);
    const all = testCounties.map(countyPlace);
    expect(record({ places: all }).satisfies()).toBe(true);
    expect(record({ places: all, forms: ['talk'] }).satisfies()).toBe(false);
    const [first = '', ...rest] = testCounties;
    const last = given(visited(rest.map(countyPlace), { done: ['approve-implementation-plan', 'form-research-team'] }));
    expect(last.when(acts, 'record-visit', { ...visit, places: [countyPlace(first)] }).satisfies()).toBe(true);
  });

  test('is done with the first where a county’s own research may cover it too (setting)', () => {
    const either = buildFacts({
      done: ['approve-implementation-plan', 'form-research-team'],
      state: { research: { team } },
      settings: { coverage: 'any-visit' },
    });
    expect(given(either).when(acts, 'record-visit', visit).satisfies()).toBe(true);
  });

  test('tells the linkage since when a county is covered, once, and nothing of a talk elsewhere', () => {
    const { shared } = record({ places: [countyPlace('county-1'), { kind: 'park', parkId: 'park-1' }] }).effects();
    expect(shared).toEqual([{ kind: 'mark', stepId: coverageMarkOf('county-1') }]);
    expect(record({ forms: ['talk'] }).effects().shared).toEqual([]);
    const known = buildFacts({
      done: ['approve-implementation-plan', 'form-research-team', coverageMarkOf('county-1')],
      state: { research: { team } },
    });
    expect(given(known).when(acts, 'record-visit', visit).effects().shared).toEqual([]);
  });

  test('may be recorded again and again', () => {
    given(visited(everywhere)).when(acts, 'record-visit', visit).isAllowed();
  });

  test('is refused for a participant outside the team, by name', () => {
    record({ memberIds: ['city-vice-1', 'city-member-2'] }).isRefused('visit/not-in-team', '示例市member-2');
  });

  test('is refused without participants, places, units or forms', () => {
    record({ memberIds: [] }).isRefused('visit/nobody');
    record({ places: [] }).isRefused('visit/incomplete', '调研地点');
    record({ units: [' '] }).isRefused('visit/incomplete', '走访的单位');
    record({ forms: [] }).isRefused('visit/incomplete', '调研形式');
  });

  test('is refused for a department of a county: each body examines its own organs only', () => {
    record({ places: [{ kind: 'department', organId: 'county-1-housing' }] }).isRefused(
      'research/place',
      '涪城住房和城乡建设局',
    );
  });

  test('is refused after the research has ended, and before there is a team', () => {
    given(buildFacts({ done: ['form-research-team', 'conclude-joint-research'] }))
      .when(acts, 'record-visit', visit)
      .isRefused('research/concluded');
    given(buildFacts()).when(acts, 'record-visit', visit).isRefused('order/step-missing', '成立联合调研组');
  });
});

describe('S2.4 完成联合调研: every county is covered', () => {
  const conclude = (facts = visited(everywhere), payload = conclusion) =>
    given(facts).when(acts, 'conclude-joint-research', payload);

  test('ends when all counties, the parks and a city department were visited', () => {
    conclude().isAllowed();
  });

  test('is refused while a county is missing, by name', () => {
    conclude(visited(everywhere.slice(1))).isRefused('coverage/county-missing', '涪城');
  });

  test('a talk elsewhere covers no county', () => {
    const talks = visits(...everywhere).map((talk) => ({ ...talk, forms: ['talk' as const] }));
    conclude(visited(everywhere, { state: { research: { team, visits: talks } } })).isRefused(
      'coverage/county-missing',
    );
  });

  test('a county’s own research covers it only where the setting says so', () => {
    const view = withDone(buildTopic(), ['county-1'], ['record-extension-research']);
    conclude(visited(everywhere.slice(1), { view })).isRefused('coverage/county-missing', '涪城');
    conclude(visited(everywhere.slice(1), { view, settings: { coverage: 'any-visit' } })).isAllowed();
  });

  test('parks: visited, or a recorded decision, or a reason', () => {
    const noParks = everywhere.filter((place) => place.kind !== 'park');
    conclude(visited(noParks)).departs('coverage/park-missing', '示例高新区、示例经开区');
    const decided = conclude(visited(noParks), { summary: '完成', parksNotNeeded: '本议题不涉及园区' });
    decided.isAllowed();
    expect(decided.state().research.parksNotNeeded).toBe('本议题不涉及园区');
  });

  test('a setting makes parks units that coverage needs', () => {
    const noParks = everywhere.filter((place) => place.kind !== 'park');
    conclude(visited(noParks, { settings: { parksNeedCoverage: true } }), {
      summary: '完成',
      parksNotNeeded: '不涉及',
    }).isRefused('coverage/park-missing');
  });

  test('S2.5: no department of the city visited needs a reason', () => {
    conclude(visited(everywhere.filter((place) => place.kind !== 'department'))).departs('coverage/no-department');
  });
});

describe('S2.6 第三方调研评估', () => {
  test('may be recorded once the plan is approved', () => {
    const facts = buildFacts({ done: ['approve-implementation-plan'] });
    const said = {
      by: '示例评估中心',
      summary: '问卷',
      attachments: [{ digest: 'd', name: '评估报告.pdf', size: 9 }],
    };
    const judged = given(facts).when(acts, 'record-evaluation', said);
    judged.isAllowed();
    expect(judged.state().research.evaluations).toEqual([{ on: '2026-07-01', ...said }]);
  });

  test('is the city’s', () => {
    given(buildFacts({ tenantId: 'county-1' }))
      .when(acts, 'record-evaluation', { by: '', summary: '', attachments: [] })
      .isRefused('act/not-for-this-tenant');
  });
});

describe('S2.7 延伸调研', () => {
  const extension = {
    from: '2026-06-28',
    until: '2026-06-29',
    places: ['示例镇'],
    forms: ['site'],
    participants: ['张示例'],
    summary: '走访',
    findings: [],
  };

  test('a county goes on by itself, more than once', () => {
    const view = withDone(buildTopic(), ['city'], ['approve-implementation-plan']);
    const judged = given(buildFacts({ tenantId: 'county-1', view, done: ['record-extension-research'] })).when(
      acts,
      'record-extension-research',
      extension,
    );
    judged.isAllowed();
    const { findings: _findings, ...said } = extension;
    expect(judged.state().research.extension).toMatchObject([said]);
  });

  test('is recorded when it has taken place, from one day to a later one', () => {
    const view = withDone(buildTopic(), ['city'], ['approve-implementation-plan']);
    const facts = buildFacts({ tenantId: 'county-1', view, on: '2026-07-01' });
    const record = (change: object) =>
      given(facts).when(acts, 'record-extension-research', { ...extension, ...change });
    record({ until: '2026-07-01' }).isAllowed();
    record({ until: '2026-06-27' }).isRefused('extension/days', '2026-06-28');
    record({ until: '2026-07-02' }).isRefused('extension/not-yet', '2026-07-02');
  });

  test('what it found stands in the county’s ledger with where it came from', () => {
    const view = withDone(buildTopic(), ['city'], ['approve-implementation-plan']);
    const findings = [
      { title: '路灯不亮', description: '三处', severity: 'general' },
      { title: '车位不足', description: '缺口大', severity: 'prominent' },
    ];
    const judged = given(buildFacts({ tenantId: 'county-1', view })).when(acts, 'record-extension-research', {
      ...extension,
      findings,
    });
    judged.isAllowed();
    const { research } = judged.state();
    const [made] = research.extension;
    expect(research.findings).toMatchObject(
      findings.map((finding) => ({
        ...finding,
        place: { kind: 'county', tenantId: 'county-1' },
        source: { extensionId: made?.id, text: '延伸调研（2026-06-28至2026-06-29，示例镇）' },
      })),
    );
    expect(new Set(research.findings.map(({ id }) => id)).size).toBe(2);
  });

  test('with findings not after the own report, which could not cite them', () => {
    const view = withDone(buildTopic(), ['city'], ['approve-implementation-plan']);
    const report = { title: '报告', paragraphs: [], attachments: [] };
    const facts = buildFacts({ tenantId: 'county-1', view, state: { research: { report } } });
    given(facts).when(acts, 'record-extension-research', extension).isAllowed();
    const findings = [{ title: '路灯不亮', description: '三处', severity: 'general' }];
    given(facts)
      .when(acts, 'record-extension-research', { ...extension, findings })
      .isRefused('finding/report-final');
  });

  test('not before the city’s plan is approved', () => {
    given(buildFacts({ tenantId: 'county-1' }))
      .when(acts, 'record-extension-research', extension)
      .isRefused('order/step-missing', '审定实施方案');
  });
});
