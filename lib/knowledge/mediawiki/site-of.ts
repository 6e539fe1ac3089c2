/** What Wikidata calls a wiki: "dewiki" of `de.wikipedia.org`; of a host that it does not know, the Wikipedia that it stands for. */
export function siteOf(api: string, language: string): string {
  const [, own] = /^([a-z][a-z-]{1,15})(?:\.m)?\.wikipedia\.org$/.exec(new URL(api).hostname) ?? [];
  return `${(own ?? language).replaceAll('-', '_')}wiki`;
}
