import { type ClientRequest, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { LightMyRequestResponse } from 'fastify';
import readXlsxFile from 'read-excel-file/node';
import type { Problem, RouteContract } from '../src/contract/route.ts';
import { workbookMediaType } from '../src/contract/workbook.ts';
import { requestOf, unknownValues, valuesOf } from './route-requests.ts';
import type { Client, TestApp } from './test-app.ts';
import { marks, type Targets } from './unsent-drafts.ts';

/** One row of an expectation table: a name, a word that says which of several things is asked for, and a cell for each column. */
export type Row = { name: string; word: string | undefined; cells: Readonly<Record<string, string>> };

/** Reads a table written as text: the first line names the columns, a line that begins with a hash is a heading. */
export function rowsOf(table: string): readonly Row[] {
  const lines = table.split('\n').filter((line) => line.trim() !== '' && !line.trim().startsWith('#'));
  const [columns = [], ...rows] = lines.map((line) => line.trim().split(/\s+/));
  return rows.map((words) => {
    const cells = words.slice(-columns.length);
    const [name = '', word] = words.slice(0, -columns.length);
    if (cells.length !== columns.length) throw new Error(`The row ${name} has ${cells.length} cells.`);
    return { name, word, cells: Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? ''])) };
  });
}

/** Refusals that say who asks is the wrong person, before anything else is looked at. */
const whoCodes = [
  'act/not-your-role',
  'act/not-for-this-tenant',
  'act/not-lead-committee',
  'year/not-city-office',
  'candidate/not-office',
  'duty/not-staff',
  'consultation/not-convener',
  'consultation/not-office',
  'interpellation/not-drafter',
  'interpellation/not-member',
  'interpellation/not-signatory',
  'note/not-taker',
  'note/not-author',
  'attendance/not-office',
  'reminder/not-your-role',
  'entered/not-chairperson',
  'entered/not-yours',
];

/**
 * The answer to one request in one word: `ok`, `401`, `403`, `404` (as for an identifier that nobody has), `none` (no act of this kind of
 * tenant), `role` (refused for who asks), `may` (not refused for who asks: an act was taken, or a rule of its own refused it). A sign behind
 * it says what of 甲县 stands in the answer: `*` what it has not sent, `^` what it sent to the city, `+` how far it is.
 */
export async function askAs(
  t: TestApp,
  login: string,
  contract: RouteContract,
  word: string | undefined,
  targets: Targets,
) {
  if (contract.produces === 'text/event-stream') return streamClass(t, login, targets);
  const client = login === 'anon' ? t.anonymous : await t.signInAs(login);
  const response = await send(client, contract, valuesOf(word, contract, targets), targets);
  const sign = signOf(contract.produces === workbookMediaType ? await sheetText(response) : response.body);
  const { statusCode } = response;
  if (statusCode === 404) return (await notFoundClass(client, contract, response, targets)) + sign;
  return classOf(contract, statusCode, response) + sign;
}

async function send(client: Client, contract: RouteContract, values: Record<string, string>, { linkage }: Targets) {
  const { url, body, headers } = await requestOf(contract, values, linkage);
  return client.request(contract.method, url, body, headers);
}

function classOf(contract: RouteContract, statusCode: number, response: LightMyRequestResponse): string {
  const isAct = contract.path.includes('/acts/');
  if (statusCode === (contract.status ?? 200)) return isAct ? 'may' : 'ok';
  if (statusCode !== 409) return `${statusCode}`;
  return whoCodes.includes(response.json<Problem>().code) ? 'role' : 'may';
}

/** Hidden and missing are one answer, to the last character. */
async function notFoundClass(
  client: Client,
  contract: RouteContract,
  hidden: LightMyRequestResponse,
  targets: Targets,
) {
  if (hidden.json<Problem>().code === 'act/not-found') return 'none';
  const missing = await send(client, contract, { ...unknownValues }, targets);
  return missing.body === hidden.body && missing.statusCode === 404 ? '404' : 'told';
}

function signOf(text: string): string {
  if (text.includes(marks.contents)) return '*';
  if (text.includes(marks.sent)) return '^';
  return text.includes(marks.progress) ? '+' : '';
}

async function sheetText({ statusCode, rawPayload, body }: LightMyRequestResponse): Promise<string> {
  return statusCode === 200 ? JSON.stringify(await readXlsxFile(rawPayload)) : body;
}

/** A stream that starts at the beginning tells at once every change its reader may know of; the sitting of 甲县 is progress of its own. */
async function streamClass(t: TestApp, login: string, targets: Targets): Promise<string> {
  const headers = login === 'anon' ? {} : { cookie: (await t.signInAs(login)).cookie };
  // The proof: a server that listens on a port has an address of this shape.
  const { port } = t.app.http.server.address() as AddressInfo;
  const { status, text } = await firstNews(port, { ...headers, accept: 'text/event-stream', 'last-event-id': '1' });
  return `${status === 200 ? 'ok' : status}${text.includes(targets.session) ? '+' : ''}`;
}

function firstNews(port: number, headers: Record<string, string>): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const request: ClientRequest = get({ host: '127.0.0.1', port, path: '/api/events', headers }, (response) => {
      response.setEncoding('utf8');
      response.on('error', () => undefined);
      let text = '';
      response.on('data', (chunk: string) => {
        text += chunk;
        if (!text.includes('\n\n') && response.statusCode === 200) return;
        resolve({ status: response.statusCode ?? 0, text });
        request.destroy();
      });
    });
    request.on('error', reject);
  });
}

/** Every address the server answers at, as `GET /path`, from its own router. */
export function routesOf(t: TestApp): readonly string[] {
  const parts: string[] = [];
  return t.app.http
    .printRoutes({ commonPrefix: false })
    .split('\n')
    .flatMap((line) => {
      const found = /^((?:│ {3}| {4})*)[├└]── (\S*)(?: \((.+)\))?$/.exec(line);
      if (found === null) return [];
      const [, indent = '', part = '', methods = ''] = found;
      const depth = indent.length / 4;
      parts.splice(depth, parts.length, part);
      const path = parts.join('');
      return methods.split(', ').flatMap((method) => (method === '' || method === 'HEAD' ? [] : [`${method} ${path}`]));
    });
}
