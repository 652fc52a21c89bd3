import { z } from 'zod';

/** Which page of a list, and how long a page is; the same words in the address of a screen and in the request. */
export const paging = {
  page: z.coerce.number().int().min(1).default(1),
  pageSize: z.coerce.number().int().min(1).max(200).default(20),
};

/** Where the asked page begins; of a page past the end, where the last one does. */
export function offsetWithin({ page, pageSize }: { page: number; pageSize: number }, total: number): number {
  const last = Math.max(1, Math.ceil(total / pageSize));
  return (Math.min(page, last) - 1) * pageSize;
}
