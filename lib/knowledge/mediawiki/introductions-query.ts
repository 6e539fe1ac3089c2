/** The query for introductions of up to 20 titles (TextExtracts' own limit). Source: MediaWiki action API, `prop=extracts`. */
export const TITLES_A_REQUEST = 20;

/** Can a page have this title? One that cannot would spoil the whole request (`|` parts titles). Source: Manual:Page title. */
export function isTitle(title: string): boolean {
  return title.trim() !== '' && title.length <= 255 && !/[|#<>[\]{}_\n]/.test(title);
}

export const introductionsQuery = (titles: readonly string[]): Record<string, string> => ({
  action: 'query',
  formatversion: '2',
  prop: 'extracts|pageprops|description|info',
  exintro: '1',
  explaintext: '1',
  exlimit: 'max',
  inprop: 'url',
  ppprop: 'disambiguation',
  redirects: '1',
  titles: titles.join('|'),
});
