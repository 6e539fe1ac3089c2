/** Wikidata's id for a wiki: "dewiki" for `de.wikipedia.org`; for an unknown host, the Wikipedia it replaces. */
export function wikiSiteOf(api: string, language: string): string {
  const [, own] = /^([a-z][a-z-]{1,15})(?:\.m)?\.wikipedia\.org$/.exec(new URL(api).hostname) ?? [];
  return `${(own ?? language).replaceAll('-', '_')}wiki`;
}
