/** A wiki as a reader knows it. */
export const wikiOf = (host: string): string => (/(^|\.)wikipedia\.org$/.test(host) ? 'Wikipedia' : host);
