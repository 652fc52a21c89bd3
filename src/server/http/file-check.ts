import { fileTypes, secrecyLevels } from '../../contract/files.ts';
import { uuid } from '../../contract/route.ts';
import { UnacceptableError } from '../errors.ts';

const secretsClause = '保守国家秘密法 §29–31';
const secretLevels: readonly string[] = ['秘密', '机密', '绝密'];

/** SEC-01: state secrets are not put on a network that is not built for them. Throws UnacceptableError; answers the 密级 otherwise. */
export function requireNoStateSecret(secrecy: string | undefined, fileName: string): string {
  const marked = /(秘密|机密|绝密)\s*[★☆]/.exec(fileName)?.[1];
  const level = marked ?? secrecy;
  if (level !== undefined && secretLevels.includes(level)) {
    throw new UnacceptableError(
      'file/state-secret',
      `密级为“${level}”的文件不得上传到本系统，请按国家秘密载体管理。`,
      secretsClause,
    );
  }
  if (level === undefined || !secrecyLevels.some((known) => known === level)) {
    throw new UnacceptableError('file/secrecy-missing', '请先注明文件的密级（公开或者内部）。', secretsClause);
  }
  return level;
}

/** The id that the sender gave the file, if any. Throws UnacceptableError for one that is no UUID. */
export function requireFileId(id: string | undefined): string | undefined {
  if (id === undefined || uuid.safeParse(id).success) return id;
  throw new UnacceptableError('file/id', '文件编号须为 UUID。');
}

/** The media type the bytes themselves show; throws when it is not one we take or not what the name says. */
export async function requireKnownType(bytes: Buffer, fileName: string): Promise<keyof typeof fileTypes> {
  // Loaded with the first upload, not with every start.
  const { fileTypeFromBuffer } = await import('file-type');
  const sniffed = await fileTypeFromBuffer(bytes);
  const mediaType = sniffed?.mime ?? (isText(bytes) ? 'text/plain' : undefined);
  if (mediaType === undefined || !isKnown(mediaType)) {
    throw new UnacceptableError(
      'file/type',
      '只接受 PDF、Word（.docx）、Excel（.xlsx）、图片（PNG、JPEG、WebP）和纯文本文件。',
    );
  }
  const extension = /\.([^.]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? '';
  if (!fileTypes[mediaType].some((known) => known === extension)) {
    throw new UnacceptableError('file/type-mismatch', `文件名的扩展名“${extension}”与文件的实际内容不符。`);
  }
  return mediaType;
}

function isKnown(mediaType: string): mediaType is keyof typeof fileTypes {
  return mediaType in fileTypes;
}

function isText(bytes: Buffer): boolean {
  if (bytes.length === 0 || bytes.includes(0)) return false;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    // Not UTF-8, so nothing we can vouch for: the caller refuses it.
    return false;
  }
}

/** The last part of the name without control signs, at most 200 characters. */
export function plainFileName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control signs are what is removed.
  const plain = last.replace(/[\u0000-\u001f\u007f\u202a-\u202e]/g, '').trim();
  return plain === '' ? '未命名' : plain.slice(-200);
}
