import { expect, test } from 'vitest';
import { isRefusal, ProblemError } from './client.ts';

function answered(status: number): ProblemError {
  return new ProblemError({ type: 'about:blank', title: '示例', status, code: 'example/code' });
}

test.each([400, 401, 403, 404, 409, 422])('an answer %d is a refusal: asking again changes nothing', (status) => {
  expect(isRefusal(answered(status))).toBe(true);
});

test.each([0, 408, 429, 500, 502, 503])('after %d asking again may do', (status) => {
  expect(isRefusal(answered(status))).toBe(false);
});

test('what is no answer of the server is no refusal', () => {
  expect(isRefusal(new TypeError('fetch'))).toBe(false);
});
