/**
 * The text of a file: UTF-8, UTF-16 with or without a byte order mark, else a code page guessed from its letters. UTF-8
 * with a few bad bytes is damaged, not a code page.
 */
import { FormatError } from './format-error';
import { guessEncoding } from './guess-encoding';

/** Backups are always written in UTF-8: there a guess could only hide damage. */
export function decodeText(bytes: Uint8Array, guess: boolean): string {
  const encoding = markedEncoding(bytes) ?? (guess ? wideEncoding(bytes) : null);
  const text = strictly(bytes, encoding ?? 'utf-8');
  if (text !== null) return text;
  const page = encoding === null && guess && !isBroken(bytes) ? guessEncoding(bytes) : null;
  const guessed = page === null ? null : strictly(bytes, page);
  if (guessed === null) throw new FormatError('not-text', encoding ?? 'utf-8');
  return guessed;
}

function strictly(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function markedEncoding([a, b, c]: Uint8Array): string | null {
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return a === 0xef && b === 0xbb && c === 0xbf ? 'utf-8' : null;
}

/** Bytes examined. */
const SAMPLE = 65_536;

/** UTF-16 without a mark: in spaces, commas and line ends every other byte is zero, and no byte between them. */
function wideEncoding(bytes: Uint8Array): string | null {
  if (bytes.length % 2 !== 0) return null;
  const zeros = [0, 0];
  const length = Math.min(bytes.length, SAMPLE);
  for (let at = 0; at < length; at++) if (bytes[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if ((even === 0) === (odd === 0) || Math.max(even, odd) < length / 50) return null;
  const encoding = odd > 0 ? 'utf-16le' : 'utf-16be';
  const text = strictly(bytes.subarray(0, length - (length % 4)), encoding);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that there are none is the proof
  return text !== null && !/[\u0000-\u0008\u000e-\u001f]/.test(text) ? encoding : null;
}

/** Are there at least as many UTF-8 letters as invalid bytes? */
function isBroken(bytes: Uint8Array): boolean {
  let letters = 0;
  let wrong = 0;
  for (const sign of new TextDecoder().decode(bytes)) {
    if (sign === '\ufffd') wrong++;
    else if (sign > '\u007f') letters++;
  }
  return letters >= wrong;
}
