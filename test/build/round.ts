import type { DemandAnswer, Evidence } from '../../src/domain/handling/demand.ts';
import { emptyRound, type Round } from '../../src/domain/handling/handling-state.ts';
import { buildSession } from './build-case.ts';
import { buildFacts, buildTopic, type FactsOverrides, withDone } from './facts.ts';

export const demand = (no: number, organId = 'city-housing') => ({
  id: `d-${no}`,
  no,
  problem: '停车难',
  text: '增加车位',
  organId,
  findingIds: [],
});
export const demands = [demand(1), demand(2)];
export const promise = (demandId: string, change: object = {}): DemandAnswer => ({
  demandId,
  stance: 'accepted',
  measure: '新增车位300个',
  owner: '李样本',
  due: '2026-12-31',
  ...change,
});
export const dispute = (demandId: string, reason = '不属本局职责'): DemandAnswer => ({
  demandId,
  stance: 'disputed',
  reason,
});
export const shown = (demandId: string): Evidence => ({ demandId, text: '验收单', on: '2026-12-20', attachments: [] });
export const comment = { organIds: ['city-housing'], text: '补充数据', on: '2026-12-16' };
export const paperOf = (fromTenantId: string) => ({
  title: '报告',
  text: '正文',
  fromTenantId,
  on: '2026-12-15',
  attachments: [],
});
export const round = (change: Partial<Round> = {}): Round => ({ ...emptyRound(1, '2027-01-27'), ...change });
/** The city's session closed on 27 October: handling reports are due by 27 January. */
export const closedSession = { session: buildSession('2026-10-26', '2026-10-27') };
export const handedOver = (() => {
  const addressed = withDone(buildTopic(), ['city-housing'], ['handling-organ', 'asked-organ@1', 'asked-organ@2']);
  const view = withDone(addressed, ['city'], ['hand-over-results']);
  return {
    ...view,
    tracks: view.tracks.map((track) => (track.tenantId === 'city' ? { ...track, ...closedSession } : track)),
  };
})();

export const organ = (current: Partial<Round> = {}, overrides: FactsOverrides = {}) =>
  buildFacts({
    tenantId: 'city-housing',
    on: '2026-11-10',
    view: handedOver,
    done: ['receive-demands', 'answer-demands@1', 'submit-handling-draft@1'],
    state: { handling: { demands, rounds: [round(current)] } },
    ...overrides,
  });
export const body = (current: Partial<Round> = {}, overrides: FactsOverrides = {}) =>
  buildFacts({
    on: '2026-12-20',
    view: handedOver,
    done: ['receive-handling-draft@1', 'receive-handling-report@1', 'record-follow-up@1'],
    state: { handling: { demands, rounds: [round(current)] } },
    ...overrides,
  });
