import { type Answered, type Asked, load } from './load.ts';
import type { Clerk } from './people.ts';
import type { ServerProcess } from './server-process.ts';

/** Requests per second, milliseconds of an answer, and CPU milliseconds of the server per request; medians over the rounds. */
export type Figures = { perSecond: number; p50: number; p99: number; cpuMs: number };

/** Product and bare server over the same rows. `ratio`: CPU of the product over that of the bare server in the same round, median of all. */
export type Measured = { product: Figures; bare: Figures; ratio: number };
/** With one linkage alone and with many. `growth`: CPU of the product with many over that with one in the same round, median of all. */
export type Compared = { alone: Measured; many: Measured; growth: number };

/** One kind of request; `per` bounds a round by its length, or by how many requests it makes where each leaves something behind. */
export type Work = { name: string; next: (index: number) => Asked; per: { seconds: number } | { count: number } };

/** Counted rounds; short ones and many, because the machine's speed drifts. */
const rounds = 7;
const connections = 10;

/** My work: the 20 rows that a clerk's first page begins with. */
export function myWork(clerks: readonly Clerk[], seconds: number): Work {
  return {
    name: 'my work, 20 rows',
    next: (index) => ({ method: 'GET', path: '/api/tasks?limit=20', cookie: spread(clerks, index).cookie }),
    per: { seconds },
  };
}

/** The board of one topic: tracks of all bodies with the own contents, as the browser derives dates and states from. */
export function board(clerks: readonly Clerk[], seconds: number): Work {
  return {
    name: 'board of one topic',
    next: (index) => {
      const { caseId, cookie } = spread(clerks, index);
      return { method: 'GET', path: `/api/cases/${caseId}`, cookie };
    },
    per: { seconds },
  };
}

/** One act: a county's committee records a finding. Judged, hashed, folded, projected. */
export function oneAct(clerks: readonly Clerk[], count: number): Work {
  const counties = clerks.filter(({ level }) => level === 'county');
  return {
    name: 'one act appended',
    next: (index) => {
      const { caseId, cookie, tenantId } = spread(counties, index);
      const place = { kind: 'county', tenantId };
      const payload = {
        title: '收费公示不规范',
        description: '部分点位没有公示收费标准。',
        place,
        severity: 'general',
      };
      return {
        method: 'POST',
        path: `/api/cases/${caseId}/acts/record-finding`,
        cookie,
        body: JSON.stringify({ payload }),
      };
    },
    per: { count },
  };
}

/** Neighbours in time are far apart in the list, so that requests wander over the linkages and no tenant waits for himself. */
function spread<Item>(items: readonly Item[], index: number): Item {
  const item = items[(index * strideOf(items.length)) % items.length];
  if (item === undefined) throw new Error('Nobody makes the requests.');
  return item;
}

/** A step through the list that visits everything: not a divisor's, about a third of the way. */
function strideOf(length: number): number {
  let stride = Math.max(1, Math.floor(length / 3));
  while (greatestDivisor(stride, length) > 1) stride += 1;
  return stride;
}

function greatestDivisor(one: number, other: number): number {
  return other === 0 ? one : greatestDivisor(other, one % other);
}

export type Servers = { product: ServerProcess; bare: ServerProcess };
type Round = { product: Figures; bare: Figures };

/** All four servers in turn, after a round that does not count. */
export async function measure(
  work: { alone: Work; many: Work },
  servers: { alone: Servers; many: Servers },
): Promise<Compared> {
  const alone: Round[] = [];
  const many: Round[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    alone.push(await measureRound(work.alone, servers.alone));
    many.push(await measureRound(work.many, servers.many));
  }
  const growths = many.slice(1).map(({ product }, index) => product.cpuMs / (alone[index + 1]?.product.cpuMs ?? 0));
  return { alone: summaryOf(alone.slice(1)), many: summaryOf(many.slice(1)), growth: median(growths) };
}

async function measureRound(work: Work, { product, bare }: Servers): Promise<Round> {
  return { bare: await measureOnce(work, bare), product: await measureOnce(work, product) };
}

function summaryOf(counted: readonly Round[]): Measured {
  return {
    product: medians(counted.map(({ product }) => product)),
    bare: medians(counted.map(({ bare }) => bare)),
    ratio: median(counted.map(({ product, bare }) => product.cpuMs / bare.cpuMs)),
  };
}

async function measureOnce({ next, per }: Work, server: ServerProcess): Promise<Figures> {
  const isOver =
    'seconds' in per
      ? (_count: number, seconds: number) => seconds >= per.seconds
      : (count: number) => count >= per.count;
  const before = await server.usage();
  const answered = await load(server.url, next, { connections, isOver });
  const after = await server.usage();
  return figuresOf(answered, after.cpuMs - before.cpuMs);
}

function figuresOf({ count, seconds, p50, p99 }: Answered, cpuMs: number): Figures {
  return { perSecond: count / seconds, p50, p99, cpuMs: cpuMs / count };
}

function medians(all: readonly Figures[]): Figures {
  const of = (pick: (figures: Figures) => number) => median(all.map(pick));
  return {
    perSecond: of((figures) => figures.perSecond),
    p50: of((figures) => figures.p50),
    p99: of((figures) => figures.p99),
    cpuMs: of((figures) => figures.cpuMs),
  };
}

export function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}
