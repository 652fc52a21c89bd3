/** A form with one file, as a browser sends it. */
export async function formOf(name: string, bytes: Buffer | string): Promise<{ body: Buffer; type: string }> {
  const form = new FormData();
  form.append('secrecy', '公开');
  form.append('file', new Blob([new Uint8Array(Buffer.from(bytes))]), name);
  const encoded = new Request('http://liandu.test', { method: 'POST', body: form });
  return { body: Buffer.from(await encoded.arrayBuffer()), type: encoded.headers.get('content-type') ?? '' };
}
