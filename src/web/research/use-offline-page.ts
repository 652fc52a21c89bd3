import { useEffect, useState } from 'react';

/** Whether the page can be opened again without a network on this device. */
export type OfflinePage = 'preparing' | 'ready' | 'never';

/** Has the browser keep the shell of this page; only this page asks for it. */
export function useOfflinePage(): OfflinePage {
  const [state, setState] = useState<OfflinePage>(canKeep() ? 'preparing' : 'never');
  useEffect(() => {
    if (!canKeep()) return undefined;
    let isShown = true;
    const told = (next: OfflinePage) => {
      if (isShown) setState(next);
    };
    keepShell().then(
      () => told('ready'),
      () => told('never'),
    );
    return () => {
      isShown = false;
    };
  }, []);
  return state;
}

function canKeep(): boolean {
  return import.meta.env.PROD && 'serviceWorker' in navigator;
}

/** Ends when the service worker (src/web/offline/service-worker.ts) has all it needs. Without a network it is there from the last time. */
async function keepShell(): Promise<void> {
  const container = navigator.serviceWorker;
  const scope = '/cases/';
  const registration = await container.register('/sw.js', { scope }).catch(async (cause: unknown) => {
    const known = await container.getRegistration(scope);
    if (known === undefined) throw cause;
    return known;
  });
  if (registration.active !== null) return;
  await new Promise<void>((resolve, reject) => {
    const worker = registration.installing ?? registration.waiting;
    if (worker === null) return reject(new Error('The service worker is not being installed.'));
    worker.addEventListener('statechange', () => {
      if (worker.state === 'activated') resolve();
      if (worker.state === 'redundant') reject(new Error('The service worker could not be installed.'));
    });
  });
}
