import { type Refusal, refuse } from '../refusal.ts';
import type { Attachment } from './attachment.ts';

/**
 * What is sealed with a package is a file the sender itself has uploaded, by digest, name and size (S5.3): there its 密级 was asked and
 * its bytes were looked at (SEC-01). Another's file, or one that nobody ever uploaded, cannot be sent by knowing its digest.
 */
export function checkAttachments(
  attachments: readonly Attachment[],
  uploaded: readonly Attachment[],
): readonly Refusal[] {
  const isOwn = (attachment: Attachment) =>
    uploaded.some(
      (file) => file.digest === attachment.digest && file.name === attachment.name && file.size === attachment.size,
    );
  const foreign = attachments.filter((attachment) => !isOwn(attachment));
  if (foreign.length === 0) return [];
  const names = foreign.map(({ name }) => `“${name}”`).join('、');
  const text = `附件${names}不是本单位上传的文件，或者名称、大小与上传时不一致，请重新上传后再发送。`;
  return [refuse('package/attachment-not-own', 'S5.3', text, 'attachments')];
}
