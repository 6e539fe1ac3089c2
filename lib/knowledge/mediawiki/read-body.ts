import { SourceError } from './source-error';

/** MediaWiki says this of every answer; a page to sign in at says something else. */
const JSON_TYPE = /^application\/(?:[\w.+-]+\+)?json\b/i;

/**
 * The text of an answer and how long it is, unpacked. Read as it comes, so that what never ends costs no more than `limit`
 * bytes, and no more time than `signal` gives.
 */
export async function readBody(
  response: Response,
  limit: number,
  signal: AbortSignal,
): Promise<{ readonly text: string; readonly bytes: number }> {
  if (!JSON_TYPE.test(response.headers.get('content-type') ?? '')) throw bad(response, 'the answer is not JSON');
  if (Number(response.headers.get('content-length')) > limit) throw bad(response, 'the answer is too long');
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  const reader = response.body?.getReader();
  // Not every stream ends with the signal of its request.
  const stop = () => void reader?.cancel().catch(() => {});
  signal.addEventListener('abort', stop);
  try {
    for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
      bytes += part.value.length;
      if (bytes > limit) throw new SourceError('bad-answer', 'the answer is too long');
      text += decoder.decode(part.value, { stream: true });
    }
    signal.throwIfAborted();
    return { text: text + decoder.decode(), bytes };
  } finally {
    signal.removeEventListener('abort', stop);
    stop();
  }
}

function bad(response: Response, why: string): SourceError {
  letGo(response);
  return new SourceError('bad-answer', why);
}

/** Lets an answer go that nobody wants to read. */
export const letGo = (response: Response): void => void response.body?.cancel().catch(() => {});
