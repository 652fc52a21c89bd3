import { expect, test } from 'vitest';
import { courseOf } from './expectation-course.ts';

const one = { stepId: 'send-research-report', why: '应于2026-12-01前完成（S2.9）' };

test('S2.9 what was sent says when, and whether the city has signed for it', () => {
  expect(courseOf(one, { sealedOn: '2026-11-02', receivedOn: undefined })).toEqual({
    sent: '2026年11月2日报送',
    rest: '市人大常委会尚未签收',
  });
  expect(courseOf(one, { sealedOn: '2026-11-02', receivedOn: '2026-11-03' }).rest).toBe(
    '市人大常委会2026年11月3日签收',
  );
});

test('what is done says when; what waits for nothing can be done', () => {
  expect(courseOf({ ...one, doneOn: '2026-11-04' }, undefined)).toEqual({ sent: undefined, rest: '2026年11月4日完成' });
  expect(courseOf({ stepId: 'deliberate', why: '' }, undefined).rest).toBe('可以办理');
});

test('S2.4 for what the city does the words are those of its day', () => {
  const visit = { stepId: 'record-visit', why: '张示例带队，到两个点位' };
  expect(courseOf(visit, undefined).rest).toBe('张示例带队，到两个点位');
});
