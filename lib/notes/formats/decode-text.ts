import { FormatError } from './format-error';

/** Text of a file. Spreadsheets like to write UTF-16; all else has to be UTF-8, or accents would be guessed. */
export function decodeText(bytes: Uint8Array): string {
  const [a, b] = bytes;
  const encoding = a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new FormatError('not-text', encoding, { cause });
  }
}
