import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';

type Task<Asked> = { module: string; asked: Asked };

/**
 * What a module makes of what it is asked, in a thread of its own: everybody else is served meanwhile. `module` is its `import.meta.url`,
 * and it ends with `answerInThread`. Throws when the thread fails or ends without an answer.
 */
export function askThread<Asked, Answer>(module: string, asked: Asked): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(module), { workerData: { module, asked } satisfies Task<Asked> });
    worker.once('message', (answer: Answer) => {
      resolve(answer);
      void worker.terminate();
    });
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`A thread of ${module} ended with ${code} and no answer.`)));
  });
}

/** The other side: answers what this thread was started for, and does nothing where the module is only imported. */
export async function answerInThread<Asked>(module: string, work: (asked: Asked) => unknown): Promise<void> {
  if (isMainThread || !isTaskOf(module, workerData)) return;
  parentPort?.postMessage(await work(workerData.asked as Asked));
}

function isTaskOf(module: string, data: unknown): data is Task<unknown> {
  return typeof data === 'object' && data !== null && 'module' in data && data.module === module;
}
