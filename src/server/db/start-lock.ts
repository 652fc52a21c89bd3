import { stat } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';

/**
 * Runs `work` while no other process of this machine does for the same directory. The lock is an abstract socket of Linux: it leaves no
 * file, and the kernel lets go of it when its process dies, however it dies.
 */
export async function withStartLock<Result>(directory: string, work: () => Promise<Result>): Promise<Result> {
  const { dev, ino } = await stat(directory);
  const lock = await take(`\0liandu-start-${dev}-${ino}`, Date.now() + 180_000);
  try {
    return await work();
  } finally {
    await new Promise<void>((resolve) => lock.close(() => resolve()));
  }
}

async function take(name: string, deadline: number): Promise<Server> {
  for (;;) {
    const server = await listenOn(name);
    if (server !== undefined) return server;
    if (Date.now() > deadline)
      throw new Error('另一个联督进程正在启动或停止数据库，等待超过三分钟。请检查是否有停住的进程。');
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}

/** Undefined: somebody else holds the name. */
function listenOn(name: string): Promise<Server | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer((connection) => connection.destroy());
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(undefined);
      else reject(error);
    });
    server.listen({ path: name }, () => resolve(server));
  });
}
