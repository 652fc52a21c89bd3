import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { currentOpenApi, openApiFile } from './openapi.ts';

test('docs/openapi.json is the document of the present routes (npm run openapi writes it)', async () => {
  expect(await readFile(openApiFile, 'utf8')).toBe(await currentOpenApi());
});

test('every operation has an id, a summary, a tag and its problems', async () => {
  const document = JSON.parse(await currentOpenApi()) as {
    openapi: string;
    paths: Record<
      string,
      Record<string, { operationId?: string; summary?: string; tags?: string[]; responses: Record<string, unknown> }>
    >;
  };
  const operations = Object.values(document.paths).flatMap((path) => Object.values(path));
  const ids = operations.map((operation) => operation.operationId);
  expect(document.openapi).toBe('3.1.0');
  expect(new Set(ids).size).toBe(operations.length);
  for (const operation of operations) {
    expect(operation).toMatchObject({
      operationId: expect.any(String),
      summary: expect.any(String),
      tags: [expect.any(String)],
    });
    expect(operation.responses).toHaveProperty('409');
  }
});
