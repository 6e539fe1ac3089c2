/** Title of the article that an address of the English Wikipedia names; null where it names none. */
export function articleTitle(address: string): string | null {
  const encoded = /^(?:https?:\/\/en\.wikipedia\.org)?\/wiki\/(.+)$/.exec(address)?.[1];
  // A section is no article, and what stands in another room of Wikipedia is none of it.
  if (!encoded || encoded.includes('#') || /^(?:Wikipedia|Category|Portal|Template|Help|File|Talk|User):/.test(encoded))
    return null;
  try {
    return decodeURIComponent(encoded).replaceAll('_', ' ');
  } catch {
    return encoded.replaceAll('_', ' ');
  }
}
