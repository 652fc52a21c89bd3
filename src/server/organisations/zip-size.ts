const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;
const zip64 = 0xffff_ffff;

/**
 * Bytes that a zip archive says it unpacks to, from its directory; undefined when it is no zip archive. Asked before anything is
 * unpacked: a small file can unpack to more than the machine has.
 */
export function unpackedSizeOf(bytes: Buffer): number | undefined {
  const end = bytes.length < 22 ? -1 : bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 22 > bytes.length || bytes.readUInt32LE(end) !== endOfDirectory) return undefined;
  const entries = bytes.readUInt16LE(end + 10);
  let offset = bytes.readUInt32LE(end + 16);
  let total = 0;
  for (let entry = 0; entry < entries; entry += 1) {
    if (offset + 46 > bytes.length || bytes.readUInt32LE(offset) !== directoryEntry) return undefined;
    const size = bytes.readUInt32LE(offset + 24);
    if (size === zip64) return undefined;
    total += size;
    offset += 46 + bytes.readUInt16LE(offset + 28) + bytes.readUInt16LE(offset + 30) + bytes.readUInt16LE(offset + 32);
  }
  return total;
}
