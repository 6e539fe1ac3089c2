/** Title of the article that an address of the English Wikipedia names; null where it names none. */
export function articleTitle(address: string): string | null {
  const encoded = /^(?:https?:\/\/en\.wikipedia\.org)?\/wiki\/(.+)$/.exec(address)?.[1];
  if (!encoded) return null;
  try {
    return decodeURIComponent(encoded).replaceAll('_', ' ');
  } catch {
    return encoded.replaceAll('_', ' ');
  }
}
