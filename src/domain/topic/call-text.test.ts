import { expect, test } from 'vitest';
import { type Call, callBeginningOf, namesDeadline, noticeTitleOf, usualNotice } from './call-text.ts';

const known = { year: 2027, today: '2026-11-03', bodyName: '涪城区人大常委会', received: null, earlier: null };
const lastYear: Call = {
  deadline: '2025-12-10',
  invited: ['organs', 'deputies'],
  notice: '现征集2026年度联动监督议题建议，2025年12月10日截止。联系电话：0816-2026202。',
  publishedOn: '2025-11-05',
  channels: '涪城人大公众号',
};

test('S1.1 the first call of a body has the whole window, all audiences and the usual text', () => {
  const call = callBeginningOf(known);
  expect(call).toMatchObject({
    deadline: '2026-12-31',
    invited: ['organs', 'deputies', 'public'],
    publishedOn: '2026-11-03',
    channels: '涪城区人大常委会门户网站',
  });
  expect(call.notice).toContain('二、征集时间：自公告之日起至2026年12月31日。');
  expect(call.notice).toContain('社会公众书面送涪城区人大常委会办公室');
  // S1.6: the five domains are named where suggestions are asked for.
  expect(call.notice).toContain('经济发展、科技城建设、民生事业、社会管理、生态环境保护');
});

test('S1.1 the next call is the last one brought to this year: days, years, audiences, where it was made known', () => {
  expect(callBeginningOf({ ...known, earlier: { year: 2026, call: lastYear } })).toEqual({
    deadline: '2026-12-10',
    invited: ['organs', 'deputies'],
    notice: '现征集2027年度联动监督议题建议，2026年12月10日截止。联系电话：0816-2026202。',
    publishedOn: '2026-11-03',
    channels: '涪城人大公众号',
  });
});

test('S1.1 a county begins with the city’s call in its own name, and stays with its own ways', () => {
  const received = {
    call: { deadline: '2026-12-05', invited: ['organs', 'deputies', 'public'], notice: '绵阳市人大常委会征集建议。' },
    fromName: '绵阳市人大常委会',
  } as const;
  expect(callBeginningOf({ ...known, received, earlier: { year: 2026, call: lastYear } })).toMatchObject({
    deadline: '2026-12-05',
    invited: ['organs', 'deputies', 'public'],
    notice: '涪城区人大常委会征集建议。',
    channels: '涪城人大公众号',
  });
});

test('S1.1 a deadline that has passed gives way to the end of the window; after the window ten days are left', () => {
  const earlier = { year: 2026, call: lastYear };
  const late = callBeginningOf({ ...known, today: '2026-12-20', earlier });
  expect(late.deadline).toBe('2026-12-31');
  expect(late.notice).toContain('2026年12月31日截止');
  expect(callBeginningOf({ ...known, today: '2027-01-05', earlier }).deadline).toBe('2027-01-15');
});

test('a notice is checked for its deadline, with or without the year', () => {
  expect(namesDeadline('请于12月10日前提出', '2026-12-10')).toBe(true);
  expect(namesDeadline('请于12月1日前提出', '2026-12-10')).toBe(false);
});

test('S1.1 a notice asks those it is made to, and says nothing of the public where it is not asked', () => {
  const text = usualNotice({ ...known, deadline: '2026-12-10', invited: ['organs', 'deputies'] });
  expect(text).toContain('一、征集对象：一府一委两院、各级人大代表。');
  expect(text).not.toContain('社会公众');
  expect(noticeTitleOf(known.bodyName, 2027)).toBe('涪城区人大常委会关于征集2027年度联动监督议题建议的公告');
});
