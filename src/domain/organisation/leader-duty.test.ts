import { describe, expect, test } from 'vitest';
import { buildFacts } from '../../../test/build/facts.ts';
import { checkDuty, dutiesWithin, dutyInWords, dutyPeopleOn, spokenDuty } from './leader-duty.ts';

const { organisation: known } = buildFacts();
const held = (
  personId: string,
  tenantId: string,
  post: 'chair' | 'vice-chair' | 'member' | 'deputy',
  name = personId,
) => ({
  personId,
  personName: name,
  tenantId,
  post,
  from: '2021-01-01',
});
const organisation = {
  ...known,
  appointments: [
    held('member', 'city', 'member', '王示例'),
    held('chair', 'city', 'member', '张示例'),
    held('chair', 'city', 'chair', '张示例'),
    held('county-chair', 'county-1', 'chair', '李样本'),
    held('deputy', 'county-1', 'deputy', '赵样本'),
  ],
};
const city = { kind: 'body', roles: ['office-clerk'], bodyId: 'city', level: 'city' } as const;
const county = { ...city, bodyId: 'county-1', level: 'county' } as const;
const days = (personId: string, from = '2027-03-20', until = from) => ({ personId, from, until });
const codes = (...asked: Parameters<typeof checkDuty>) => checkDuty(...asked).map(({ code }) => code);

describe('S1.3 the register of leaders’ other duties', () => {
  test('is kept by offices and committees, not by members, organs or chairpersons', () => {
    expect(codes(days('chair'), city, organisation)).toEqual([]);
    expect(codes(days('chair'), { ...city, roles: ['committee-clerk'] }, organisation)).toEqual([]);
    expect(codes(days('chair'), { ...city, roles: ['chairperson'] }, organisation)).toEqual(['duty/not-staff']);
    expect(codes(days('chair'), { ...city, kind: 'organ' }, organisation)).toEqual(['duty/not-staff']);
  });

  test('holds the own body’s people; the city’s also those of the counties whom a joint team needs (S2.3)', () => {
    expect(codes(days('county-chair'), city, organisation)).toEqual([]);
    expect(codes(days('county-chair'), county, organisation)).toEqual([]);
    expect(codes(days('chair'), county, organisation)).toEqual(['duty/not-own-person']);
    expect(codes(days('nobody'), city, organisation)).toEqual(['duty/not-own-person']);
  });

  test('has days that begin before they end, half a year at most', () => {
    expect(codes(days('chair', '2027-03-20', '2027-03-19'), city, organisation)).toEqual(['duty/days']);
    expect(codes(days('chair', '2027-01-01', '2027-06-29'), city, organisation)).toEqual([]);
    expect(codes(days('chair', '2027-01-01', '2027-06-30'), city, organisation)).toEqual(['duty/days']);
  });
});

test('whose days are kept: those of the council first, each person once with the highest post', () => {
  expect(dutyPeopleOn(organisation, 'city', '2027-01-01').map(({ who }) => who)).toEqual(['主任张示例', '委员王示例']);
  expect(dutyPeopleOn(organisation, 'county-1', '2027-01-01').map(({ who }) => who)).toEqual(['主任李样本']);
});

test('a duty is spoken of with post and name, and with the county where it is another body’s', () => {
  const place = known.tenants.find(({ id }) => id === 'county-1')?.shortName ?? '';
  expect(spokenDuty({ ...days('chair'), bodyId: 'city' }, organisation, 'city').who).toBe('主任张示例');
  expect(spokenDuty({ ...days('county-chair'), bodyId: 'city' }, organisation, 'city')).toMatchObject({
    who: `${place}主任李样本`,
    bodyId: 'county-1',
  });
  expect(spokenDuty({ ...days('deputy'), bodyId: 'city' }, organisation, 'city').who).toBe(`${place}赵样本`);
});

test('both ends of a duty are bound days', () => {
  const duty = { ...days('chair', '2027-03-20', '2027-03-24'), matter: '学习' };
  expect(dutiesWithin([duty], '2027-03-24', '2027-03-30')).toEqual([duty]);
  expect(dutiesWithin([duty], '2027-03-25', '2027-03-30')).toEqual([]);
  expect(dutyInWords(duty)).toBe('学习，2027-03-20至2027-03-24');
  expect(dutyInWords({ from: '2027-03-20', until: '2027-03-20' })).toBe('2027-03-20');
});
