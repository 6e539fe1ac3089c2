/** Keys are ASCII, so comparing bytes compares letters. */
export function compareAscii(bytes: Uint8Array, key: string): number {
  const shared = Math.min(bytes.length, key.length);
  for (let at = 0; at < shared; at++) {
    const difference = bytes[at]! - key.charCodeAt(at);
    if (difference !== 0) return difference;
  }
  return bytes.length - key.length;
}
