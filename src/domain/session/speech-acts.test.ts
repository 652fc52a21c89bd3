import { describe, expect, test } from 'vitest';
import { buildFacts } from '../../../test/build/facts.ts';
import { given } from '../../../test/given.ts';
import { deliberationActs as acts } from './deliberation-acts.ts';
import type { DeliberationState } from './deliberation-state.ts';

const heard: Partial<DeliberationState> = {
  deliberation: {
    on: '2026-10-26',
    organId: 'city-government',
    reporter: '李样本',
    delegated: false,
    speeches: [
      { name: '张示例', text: '第一次发言' },
      { name: '张示例', text: '第二次发言' },
    ],
  },
  countyStatements: [
    { tenantId: 'county-1', name: '赵示例', form: 'spoken', text: '到会发言' },
    { tenantId: 'county-2', name: '钱示例', form: 'written', text: '书面意见' },
  ],
};
const confirm = (speakers: readonly string[], deliberation: Partial<DeliberationState> = heard) =>
  given(buildFacts({ on: '2026-11-02', done: ['deliberate'], state: { deliberation } })).when(
    acts,
    'confirm-speeches',
    {
      speakers,
    },
  );

describe('SES-14 发言人核对发言记录', () => {
  test('each speaker confirms once for all that he said; the last one completes the step', () => {
    const first = confirm(['张示例']);
    first.isAllowed();
    expect(first.satisfies()).toBe(false);
    expect(first.state().deliberation.speechesConfirmed).toEqual(['张示例']);
    const second = confirm([' 赵示例 ', '张示例'], first.state().deliberation);
    second.isAllowed();
    expect(second.satisfies()).toBe(true);
    expect(second.state().deliberation.speechesConfirmed).toEqual(['张示例', '赵示例']);
  });

  test('is refused for somebody who did not speak, or only wrote', () => {
    confirm(['钱示例']).isRefused('speeches/unknown-speaker', '钱示例', '张示例');
  });

  test('is refused while no speech is on record', () => {
    confirm(['张示例'], {}).isRefused('speeches/none');
  });
});
