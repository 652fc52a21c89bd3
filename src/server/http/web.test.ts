import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestApp, testApp } from '../../../test/test-app.ts';

let t: TestApp;
let webDirectory: string;
const compressed = gzipSync('// page');

beforeAll(async () => {
  webDirectory = await mkdtemp(join(tmpdir(), 'liandu-web-'));
  await mkdir(join(webDirectory, 'assets'));
  await writeFile(join(webDirectory, 'index.html'), '<!doctype html><title>联督</title>');
  await writeFile(join(webDirectory, 'assets', 'main-abc123.js'), `// ${'x'.repeat(4000)}`);
  await writeFile(join(webDirectory, 'assets', 'page-def456.js'), '// page');
  await writeFile(join(webDirectory, 'assets', 'page-def456.js.gz'), compressed);
  await writeFile(join(webDirectory, 'favicon.svg'), '<svg/>');
  t = await testApp({ webDirectory });
});
afterAll(async () => {
  await t.close();
  await rm(webDirectory, { recursive: true });
});

describe('the browser program', () => {
  test('is the page under every address a person can type, never from a cache', async () => {
    for (const url of ['/', '/tasks', '/topics/0190/compliance', '/first-use']) {
      const response = await t.anonymous.get(url);
      expect(response.statusCode).toBe(200);
      expect(response.body).toContain('<title>联督</title>');
      expect(response.headers['cache-control']).toBe('no-store');
      expect(response.headers['content-type']).toContain('text/html');
      expect(response.headers['content-security-policy']).toContain("default-src 'self'");
    }
  });

  test('keeps what has a digest in its name for ever, compressed', async () => {
    const response = await t.anonymous.request('GET', '/assets/main-abc123.js', undefined, {
      'accept-encoding': 'gzip',
    });
    expect(response.headers).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'content-encoding': 'gzip',
    });
    expect(response.headers['x-content-type-options']).toBe('nosniff');
    expect(Object.keys(response.headers)).not.toContain('content-security-policy');
    expect(Object.keys(response.headers)).not.toContain('x-frame-options');
    expect((await t.anonymous.get('/favicon.svg')).headers['cache-control']).toBe('no-store');
  });

  test('sends what the build has compressed as it lies there', async () => {
    const asked = (encoding: string) =>
      t.anonymous.request('GET', '/assets/page-def456.js', undefined, { 'accept-encoding': encoding });
    expect((await asked('gzip')).rawPayload).toEqual(compressed);
    expect((await asked('gzip')).headers['content-encoding']).toBe('gzip');
    expect((await asked('identity')).body).toBe('// page');
  });

  test('is not the answer to a wrong API address, a missing asset, a wrong method or a way out of the folder', async () => {
    for (const url of ['/api/nothing', '/assets/old-000000.js', '/..%2f..%2fetc%2fpasswd']) {
      const response = await t.anonymous.get(url);
      expect([response.statusCode, response.body.includes('root:')]).toEqual([
        url.startsWith('/..') ? response.statusCode : 404,
        false,
      ]);
    }
    expect((await t.anonymous.post('/tasks')).json()).toMatchObject({ status: 404, code: 'page/not-found' });
  });
});
