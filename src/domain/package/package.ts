import type { Attachment } from './attachment.ts';
import type { PackageContents, PackageKind } from './contents.ts';

/** What crosses from one body or organ to another (报送/印发/交办), before it is sealed. */
export type PackageDraft = {
  [K in PackageKind]: {
    kind: K;
    title: string;
    addresseeIds: readonly string[];
    content: PackageContents[K];
    /** Files by digest; sealing fixes them with the content. */
    attachments?: readonly Attachment[];
    /** A correction or withdrawal is a new package that supersedes. */
    supersedesId?: string;
  };
}[PackageKind];
