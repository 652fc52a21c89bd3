import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { bundlingSocket } from './bundling-socket.ts';

let server: Server;
let socket: Socket;
let arrived: Promise<string>;

beforeEach(async () => {
  const listening = createServer();
  server = listening;
  listening.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  arrived = once(listening, 'connection').then(async ([peer]) => {
    let text = '';
    for await (const part of peer) text += part;
    return text;
  });
  const address = listening.address();
  if (address === null || typeof address === 'string') throw new Error('The server listens on no port.');
  socket = bundlingSocket();
  socket.connect(address.port, '127.0.0.1');
  await once(socket, 'connect');
});
afterEach(() => server.close());

/** What the socket leaves to the system, one entry a call: the seam below every stream's buffer. */
function callsOf(stream: Socket): string[][] {
  const calls: string[][] = [];
  const { _write, _writev } = stream;
  stream._write = (chunk, encoding, done) => {
    calls.push([String(chunk)]);
    _write.call(stream, chunk, encoding, done);
  };
  stream._writev = (chunks, done) => {
    calls.push(chunks.map(({ chunk }) => String(chunk)));
    _writev?.call(stream, chunks, done);
  };
  return calls;
}

test('what is written in one turn leaves in one call, in its order', async () => {
  const calls = callsOf(socket);
  socket.write('begin;');
  socket.cork();
  socket.write('insert;');
  socket.uncork();
  await Promise.resolve();
  socket.write('commit;');
  await new Promise(setImmediate);
  expect(calls).toEqual([['begin;', 'insert;', 'commit;']]);
  socket.end();
  expect(await arrived).toBe('begin;insert;commit;');
});

test('what is written in a later turn does not wait for more', async () => {
  const calls = callsOf(socket);
  socket.write('one;');
  await new Promise(setImmediate);
  socket.write('two;');
  await new Promise(setImmediate);
  expect(calls.flat()).toEqual(['one;', 'two;']);
  expect(calls).toHaveLength(2);
  socket.end();
  expect(await arrived).toBe('one;two;');
});

test('what was written before the end arrives', async () => {
  socket.write('last;');
  socket.end('terminate;');
  expect(await arrived).toBe('last;terminate;');
});
