import type { IncomingMessage } from 'node:http';

const CAP_BYTES = 64 * 1024;

/** The parsed body, or the status that says why there is none. The bytes are overwritten: a token may be among them. */
export async function readJson(request: IncomingMessage): Promise<{ readonly value: unknown } | { readonly status: 400 | 413 }> {
  if (Number(request.headers['content-length'] ?? 0) > CAP_BYTES) return { status: 413 };
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > CAP_BYTES) return { status: 413 };
  }
  return parse(chunks);
}

function parse(chunks: readonly Buffer[]): { readonly value: unknown } | { readonly status: 400 } {
  const body = Buffer.concat(chunks);
  try {
    return { value: JSON.parse(body.toString('utf8')) as unknown };
  } catch {
    // The parser's error quotes the body, so it goes no further.
    return { status: 400 };
  } finally {
    [body, ...chunks].forEach(bytes => bytes.fill(0));
  }
}
