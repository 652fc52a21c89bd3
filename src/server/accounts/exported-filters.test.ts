import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { type TestApp, testApp } from '../../../test/test-app.ts';
import { exportFile } from '../../contract/export-file.ts';
import { isToldInWords } from './audit-facts.ts';

let t: TestApp;

beforeAll(async () => {
  t = await testApp();
});
afterAll(() => t.close());

test('every filter of every exported list is told in words in the audit log', () => {
  const exported = t.app.contracts.filter(
    ({ tag, produces }) => tag === exportFile.tag && produces === exportFile.produces,
  );
  expect(exported.length).toBeGreaterThan(20);
  const chosen = exported.flatMap((route) =>
    Object.entries(route.query?.shape ?? {}).flatMap(([key, schema]) =>
      key === 'sort' ? [] : choicesOf(schema).map((choice) => ({ id: route.id, key, choice })),
    ),
  );
  expect(chosen.length).toBeGreaterThan(20);
  expect(chosen.filter(({ key, choice }) => !isToldInWords(key, choice))).toEqual([]);
});

/** What a filter may be, where it is one of a few words. */
function choicesOf(schema: unknown): string[] {
  if (schema instanceof z.ZodEnum) return schema.options.map(String);
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return choicesOf(schema.unwrap());
  return [];
}
