/** Hands a file to the browser to save, as a press on a link would. */

/** ms until the browser has surely taken it. */
const TAKEN_MS = 60_000;

export function saveFile(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  Object.assign(document.createElement('a'), { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), TAKEN_MS);
}
