/**
 * The query for introductions of up to 20 titles (limit of TextExtracts). Source: MediaWiki action API,
 * `prop=extracts`.
 */
export const TITLES_A_REQUEST = 20;

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
