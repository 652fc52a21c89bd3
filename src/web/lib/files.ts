import { fileTypes, type StoredFile, uploadFile } from '../../contract/files.ts';
import { upload } from './client.ts';

/** For the file dialogue: endings of what the server takes. */
export const acceptedEndings = Object.values(fileTypes)
  .flat()
  .map((ending) => `.${ending}`)
  .join(',');

/**
 * Stores one file; its 密级 goes first, so that a state secret is refused before its bytes are read (SEC-01). A file with an `id` of its
 * own is stored once, however often it is sent.
 */
export function storeFile(file: File, secrecy: string, id?: string): Promise<StoredFile> {
  const form = new FormData();
  form.set('secrecy', secrecy);
  if (id !== undefined) form.set('id', id);
  form.set('file', file, file.name);
  return upload(uploadFile, form);
}
