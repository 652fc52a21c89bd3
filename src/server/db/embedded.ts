import pg from 'pg';
import {
  type Cluster,
  clusterIn,
  createCluster,
  hasCluster,
  serverPid,
  startServer,
  stopServer,
  superuserOf,
} from './cluster.ts';
import { withStartLock } from './start-lock.ts';

/** A running embedded server: how its superuser reaches it, whether it ran already, and how one leaves it. */
export type Embedded = {
  superuser: pg.ClientConfig;
  adopted: boolean;
  /** Stops the server, unless another process of ours still uses it. May be called twice. */
  leave: () => Promise<void>;
};

/** The lock that every process using the server shares; whoever gets it alone is the last one. */
const usersLock = 5_107_003;

/**
 * Starts PostgreSQL in `<dataDirectory>/postgres`, makes it first when it is not there, and adopts a server that another process uses or
 * a killed one left running. It listens on a local socket only, with SCRAM. Several processes may share one directory: the last to leave
 * stops the server. A server that dies while in use is started again, and has all that it acknowledged.
 */
export async function startEmbedded(dataDirectory: string): Promise<Embedded> {
  const cluster = await clusterIn(dataDirectory);
  let leaving = false;
  let returning: Promise<void> = Promise.resolve();
  const adopted = (await serverPid(cluster)) !== undefined;
  let presence = await withStartLock(cluster.root, async () => {
    if (!hasCluster(cluster.root)) await createCluster(cluster);
    return enter(cluster);
  });
  const superuser = await superuserOf(cluster);

  const watch = (): void => {
    presence.once('end', () => {
      if (!leaving) returning = comeBack();
    });
  };
  const comeBack = async (): Promise<void> => {
    process.stderr.write(`嵌入式数据库的连接意外中断，正在恢复（日志：${cluster.log}）。\n`);
    while (!leaving) {
      try {
        presence = await withStartLock(cluster.root, () => enter(cluster));
        return watch();
      } catch (error) {
        process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
        await pause(1000);
      }
    }
  };
  watch();
  return {
    superuser,
    adopted,
    leave: async () => {
      if (leaving) return;
      leaving = true;
      await returning;
      await withStartLock(cluster.root, () => leave(cluster, presence));
    },
  };
}

const notYet = new Set(['57P03', '57P01', 'ECONNREFUSED', 'ENOENT', 'ECONNRESET']);

/** Start, or adopt; then be counted among the users by a connection that holds their lock. Called under the start lock only. */
async function enter(cluster: Cluster): Promise<pg.Client> {
  const deadline = Date.now() + 120_000;
  for (;;) {
    // A cluster that somebody moved away under a running server must not come back empty.
    if (!hasCluster(cluster.root)) throw new Error(`${cluster.data} 不见了。请停止联督，恢复该目录后重新启动。`);
    // Also when it was just seen running: somebody may be stopping it by hand.
    if ((await serverPid(cluster)) === undefined) await startServer(cluster);
    const client = new pg.Client({ ...(await superuserOf(cluster)), application_name: 'liandu' });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.query('select pg_advisory_lock_shared($1)', [usersLock]);
      return client;
    } catch (error) {
      await client.end().catch(() => undefined);
      if (Date.now() > deadline || !isNotYet(error)) throw explain(error, cluster);
      await pause(100);
    }
  }
}

function isNotYet(error: unknown): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && notYet.has(error.code);
}

function explain(error: unknown, cluster: Cluster): Error {
  const wrongPassword = error instanceof pg.DatabaseError && error.code === '28P01';
  const advice = wrongPassword ? `请从备份恢复 ${cluster.root}/superuser-password。` : `日志：${cluster.log}。`;
  return new Error(`嵌入式数据库没有应答。${advice}`, { cause: error });
}

/** Called under the start lock, so that nobody enters between the look and the stop. */
async function leave(cluster: Cluster, presence: pg.Client): Promise<void> {
  const isLast = await presence
    .query('select pg_advisory_unlock_shared($1)', [usersLock])
    .then(() => presence.query<{ alone: boolean }>('select pg_try_advisory_lock($1) as alone', [usersLock]))
    .then(({ rows }) => rows[0]?.alone === true)
    // The connection is gone: the server died, or somebody stopped it. Whoever else uses it looks after it.
    .catch(() => false);
  await presence.end().catch(() => undefined);
  if (isLast) await stopServer(cluster);
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
