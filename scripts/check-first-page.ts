import { firstPageParts, firstPageSize, pageSizes } from './first-page.ts';

/** Whatever page a first visit begins with may cost a phone 450 kB. Exits 1 above the limit. */
const limit = 450_000;
const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1).padStart(8)} kB`;
const total = await firstPageSize();
const pages = await pageSizes();
for (const { path, bytes } of await firstPageParts()) console.log(`${kilobytes(bytes)}  ${path}`);
console.log(`${kilobytes(total)}  before any page, gzipped; at most ${limit / 1000}`);
for (const { page, bytes } of pages) {
  console.log(`${kilobytes(bytes)}  ${page}; at most ${limit / 1000}`);
  if (bytes > limit) process.exitCode = 1;
}
if (total > limit) process.exitCode = 1;
