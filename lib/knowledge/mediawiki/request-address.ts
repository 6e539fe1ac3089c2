/** The query for introductions of up to 20 titles (TextExtracts' own limit). Source: MediaWiki action API, `prop=extracts`. */
export const TITLES_A_REQUEST = 20;

/** Can a page have this title? One that cannot would spoil the whole request (`|` parts titles). Source: Manual:Page title. */
export function isTitle(title: string): boolean {
  return title.trim() !== '' && title.length <= 255 && !/[|#<>[\]{}_\n]/.test(title);
}

export function requestAddress(api: string, titles: readonly string[]): string {
  const address = new URL(api);
  const query: Record<string, string> = {
    action: 'query',
    format: 'json',
    formatversion: '2',
    // Anonymous cross-origin reading: no cookies go out, and no host permission is needed.
    origin: '*',
    prop: 'extracts|pageprops|description|info',
    exintro: '1',
    explaintext: '1',
    exlimit: 'max',
    inprop: 'url',
    ppprop: 'disambiguation',
    redirects: '1',
    titles: titles.join('|'),
  };
  for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value);
  return address.href;
}
