/** The text of an XML answer: by its byte-order mark, by what its header says, by its own declaration, or else UTF-8. */

/** More than any declaration is long. */
const DECLARATION = 200;

export function xmlText(bytes: Uint8Array, contentType: string): string {
  const said = charsetIn(contentType) ?? encodingIn(bytes);
  return decoderFor(markOf(bytes) ?? said ?? 'utf-8').decode(bytes);
}

function markOf([first, second]: Uint8Array): string | null {
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return first === 0xff && second === 0xfe ? 'utf-16le' : null;
}

const charsetIn = (contentType: string): string | undefined =>
  /;\s*charset\s*=\s*["']?([^\s"';]+)/i.exec(contentType)?.[1];

/** Readable before it is known, since it is of ASCII letters in whatever code that has them. */
function encodingIn(bytes: Uint8Array): string | undefined {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, DECLARATION));
  return /^\s*<\?xml[^>]*?encoding\s*=\s*["']([^"']+)["']/.exec(start)?.[1];
}

function decoderFor(label: string): TextDecoder {
  try {
    return new TextDecoder(label);
  } catch {
    // A name that no browser knows. Names of ours are of ASCII letters.
    return new TextDecoder();
  }
}
