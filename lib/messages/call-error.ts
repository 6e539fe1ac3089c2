/**
 * What a caller may have to tell apart.
 * - `refused`      this sender may not make this call
 * - `malformed`    the message did not have the shape of the call
 * - `no-receiver`  nobody answered: the worker is starting, or the tab has no living reader script
 * - `context-lost` the extension was updated or removed under this script; it should clean up and fall silent
 * - `failed`       the handler threw
 * - `card-gone`    the frame of the card is not there, or not ours any more
 * - `part-unread`  a file of the extension's own could not be read; the next call tries again
 * A handler may throw a CallError with a code of its own, e.g. `pack-damaged` or `note-full`; codes cross the border unchanged.
 */
export type CallErrorCode =
  | 'refused'
  | 'malformed'
  | 'no-receiver'
  | 'context-lost'
  | 'failed'
  | 'card-gone'
  | 'part-unread'
  | `pack-${string}`
  | `note-${string}`;

export class CallError extends Error {
  override readonly name = 'CallError';
  constructor(
    readonly code: CallErrorCode,
    message: string,
  ) {
    super(message);
  }
}

// Browsers have no codes for these; the wording has been stable for years. "No response" is the library's own, for a
// tab without a listener (it drops `lastError` there).
const NO_RECEIVER =
  /receiving end does not exist|message (port|channel) (is )?closed|message manager disconnected|went out of scope|^no response$/i;
const CONTEXT_LOST =
  /context invalidated|reading 'sendMessage'|runtime is (undefined|null)|can't access dead object|extension context/i;

/** Anything thrown as a CallError; one that crossed the border as plain data keeps its code. */
export function toCallError(thrown: unknown): CallError {
  if (thrown instanceof CallError) return thrown;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  if (thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string') {
    return new CallError(thrown.code as CallErrorCode, message);
  }
  if (CONTEXT_LOST.test(message)) return new CallError('context-lost', message);
  if (NO_RECEIVER.test(message)) return new CallError('no-receiver', message);
  return new CallError('failed', message);
}
