/** Decodes an XML answer: by byte-order mark, then the HTTP header, then its own declaration, else as UTF-8. */

/** Longer than any declaration. */
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

/** Works before the encoding is known, since declarations are ASCII. */
function encodingIn(bytes: Uint8Array): string | undefined {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, DECLARATION));
  return /^\s*<\?xml[^>]*?encoding\s*=\s*["']([^"']+)["']/.exec(start)?.[1];
}

function decoderFor(label: string): TextDecoder {
  try {
    return new TextDecoder(label);
  } catch {
    // An unknown encoding; our own names are ASCII.
    return new TextDecoder();
  }
}
