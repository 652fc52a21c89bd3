/**
 * Keeps the shell of one page, /cases/…/field-notes, for the time without a network: index.html, the hashed files that page is made of,
 * and the emblem. It answers for nothing else. No answer of the API ever passes through here, nor does any other page: what the server
 * says about sign-ins, cases and votes is asked of the server.
 */
declare const self: ServiceWorkerGlobalScope;
/** Put in by the build (vite.config.ts): paths of the files, and a digest that changes with them. */
declare const __OFFLINE_FILES__: readonly string[];
declare const __OFFLINE_VERSION__: string;

const files = __OFFLINE_FILES__;
const prefix = 'liandu-shell-';
const cacheName = `${prefix}${__OFFLINE_VERSION__}`;
const shell = '/index.html';
/** A network that is there and says nothing is none: milliseconds. */
const patience = 5_000;

self.addEventListener('install', (event) => {
  event.waitUntil(keepFiles().then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(forgetOlder().then(() => self.clients.claim()));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (request.mode === 'navigate') {
    if (/^\/cases\/[^/]+\/field-notes$/.test(pathname)) event.respondWith(networkFirst(request, shell));
    return;
  }
  if (!files.includes(pathname)) return;
  event.respondWith(isHashed(pathname) ? cacheFirst(request) : networkFirst(request, pathname));
});

/** A hashed file is what its name says for ever; the others are asked for anew. */
async function keepFiles(): Promise<void> {
  const cache = await caches.open(cacheName);
  await cache.addAll(files.map((path) => (isHashed(path) ? path : new Request(path, { cache: 'reload' }))));
}

async function forgetOlder(): Promise<void> {
  const names = await caches.keys();
  const older = names.filter((name) => name.startsWith(prefix) && name !== cacheName);
  await Promise.all(older.map((name) => caches.delete(name)));
}

function isHashed(path: string): boolean {
  return path.startsWith('/assets/');
}

async function cacheFirst(request: Request): Promise<Response> {
  return (await kept(new URL(request.url).pathname)) ?? fetch(request);
}

/** The server's answer; what was kept where it gives none in time, or only says that it is down. */
async function networkFirst(request: Request, path: string): Promise<Response> {
  const asked = fetch(request);
  const answer = await Promise.race([asked.catch(() => undefined), afterPatience()]);
  if (answer !== undefined && answer.status < 500) return answer;
  return (await kept(path)) ?? asked;
}

async function kept(path: string): Promise<Response | undefined> {
  return (await caches.open(cacheName)).match(path);
}

function afterPatience(): Promise<undefined> {
  return new Promise((resolve) => setTimeout(() => resolve(undefined), patience));
}

export {};
