/** A wiki's name as readers know it. */
export const wikiOf = (host: string): string => (/(^|\.)wikipedia\.org$/.test(host) ? 'Wikipedia' : host);
