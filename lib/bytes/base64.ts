/** Bytes as text, since messages and files are JSON. `Uint8Array.fromBase64` is too new for the browsers we support. */

// In every context, though not in the types that pure rooms are compiled with.
declare function atob(text: string): string;
declare function btoa(binary: string): string;

/** Arguments of one call: engines allow at least 65,536. */
const CHUNK = 0x8000;

export function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += CHUNK) binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(binary);
}

/** @throws DOMException if the text is not base64. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < bytes.length; at++) bytes[at] = binary.charCodeAt(at);
  return bytes;
}
