import { downloadAttachment } from '../../contract/files.ts';
import { download } from './client.ts';

/** The file of that digest as a download, as far as the reader may have it. */
export function takeAttachment(digest: string): Promise<{ name: string; blob: Blob }> {
  return download(downloadAttachment, { params: { digest } });
}
