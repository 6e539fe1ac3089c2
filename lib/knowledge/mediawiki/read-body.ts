import { SourceError, TooLongError } from './source-error';

/** MediaWiki sends this with every answer; a network's sign-in page does not. */
const JSON_TYPE = /^application\/(?:[\w.+-]+\+)?json\b/i;

/**
 * The text of an answer and its unpacked length. Read as a stream, so that an endless answer costs at most `limit`
 * bytes, and no more time than `signal` allows.
 */
export async function readBody(
  response: Response,
  limit: number,
  signal: AbortSignal,
): Promise<{ readonly text: string; readonly bytes: number }> {
  if (!JSON_TYPE.test(response.headers.get('content-type') ?? '')) {
    throw refused(response, new SourceError('bad-answer', 'the answer is not JSON'));
  }
  const decoder = new TextDecoder();
  let text = '';
  const bytes = await readParts(response, limit, signal, (part) => {
    text += decoder.decode(part, { stream: true });
  });
  return { text: text + decoder.decode(), bytes };
}

/** The bytes of a file, read as above. The type its sender claims is ignored. */
export async function readFileBody(response: Response, limit: number, signal: AbortSignal): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  const file = new Uint8Array(await readParts(response, limit, signal, (part) => void parts.push(part)));
  let at = 0;
  for (const part of parts) {
    file.set(part, at);
    at += part.length;
  }
  return file;
}

/** Returns the number of bytes. */
async function readParts(
  response: Response,
  limit: number,
  signal: AbortSignal,
  take: (part: Uint8Array) => void,
): Promise<number> {
  if (Number(response.headers.get('content-length')) > limit) throw refused(response, new TooLongError());
  let bytes = 0;
  const reader = response.body?.getReader();
  // Not every stream ends with its request's signal.
  const stop = () => void reader?.cancel().catch(() => {});
  signal.addEventListener('abort', stop);
  try {
    for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
      bytes += part.value.length;
      if (bytes > limit) throw new TooLongError();
      take(part.value);
    }
    signal.throwIfAborted();
    return bytes;
  } finally {
    signal.removeEventListener('abort', stop);
    stop();
  }
}

function refused(response: Response, why: SourceError): SourceError {
  letGo(response);
  return why;
}

/** Discards an answer nobody will read. */
export const letGo = (response: Response): void => void response.body?.cancel().catch(() => {});
