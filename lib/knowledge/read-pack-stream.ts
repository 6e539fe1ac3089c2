/**
 * The bytes of a pack, read as a stream. Its first bytes say how many there will be, whatever a server claims: no more
 * memory is used and no more bytes are read than such a pack needs, however much a compressed answer contains.
 */
import { HEADER_LENGTH, PackError, type PackHeader, readHeader } from '../pack';
import { InstallError } from './install-error';

export interface StreamWatch {
  /** Called after each part with the bytes so far and, once known, the total. */
  readonly told: (loaded: number, total: number | null) => void;
  /** Not every stream ends with its request's signal. */
  readonly signal: AbortSignal;
}

export async function readPackStream(
  stream: ReadableStream<Uint8Array>,
  { told, signal }: StreamWatch,
): Promise<Uint8Array<ArrayBuffer>> {
  const reader = stream.getReader();
  const stop = () => void reader.cancel().catch(() => {});
  signal.addEventListener('abort', stop);
  /** First for the header alone, then for the whole pack. */
  let bytes = new Uint8Array(HEADER_LENGTH);
  let total: number | null = null;
  let loaded = 0;
  try {
    signal.throwIfAborted();
    for (let part = await reader.read(); part.value; part = await reader.read()) {
      for (let rest = part.value; rest.length > 0; ) {
        const taken = rest.subarray(0, bytes.length - loaded);
        bytes.set(taken, loaded);
        loaded += taken.length;
        rest = rest.subarray(taken.length);
        if (loaded < bytes.length || rest.length === 0) continue;
        if (total !== null) throw new PackError('damaged', 'bytes after the end');
        total = headerOf(bytes).byteLength;
        bytes = room(bytes, total);
      }
      told(loaded, total);
    }
    signal.throwIfAborted();
  } finally {
    signal.removeEventListener('abort', stop);
    stop();
  }
  // A shorter file is judged by its first bytes: not a pack, or cut off.
  total ??= headerOf(bytes.subarray(0, loaded)).byteLength;
  if (loaded < total) throw new PackError('truncated', `${loaded} of ${total} bytes`);
  return bytes;
}

/** Someone copied the address of a page about a pack: they are told so. */
const MARKUP = /^\s*<(?:!doctype|html|head|body|\?xml)/i;

function headerOf(bytes: Uint8Array): PackHeader {
  try {
    return readHeader(bytes);
  } catch (thrown) {
    throw MARKUP.test(new TextDecoder().decode(bytes)) ? new InstallError('page', 'a web page, not a pack') : thrown;
  }
}

function room(head: Uint8Array, length: number): Uint8Array<ArrayBuffer> {
  if (length < head.length) throw new PackError('damaged', `a length of ${length} bytes is impossible`);
  const bytes = new Uint8Array(length);
  bytes.set(head);
  return bytes;
}
