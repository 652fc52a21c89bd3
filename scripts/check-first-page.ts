import { firstPageParts, firstPageSize } from './first-page.ts';

/** The first page may cost a phone 450 kB. Exits 1 above the limit. */
const limit = 450_000;
const total = await firstPageSize();
for (const { path, bytes } of await firstPageParts())
  console.log(`${(bytes / 1000).toFixed(1).padStart(8)} kB  ${path}`);
console.log(`${(total / 1000).toFixed(1).padStart(8)} kB  first page, gzipped; at most ${limit / 1000}`);
if (total > limit) process.exitCode = 1;
