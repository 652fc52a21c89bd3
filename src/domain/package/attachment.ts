/** A file that goes with what is sent, by its digest; `size` in bytes. */
export type Attachment = { digest: string; name: string; size: number };
