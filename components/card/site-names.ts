import type { Text } from '../kit';

/** Hosts as a reader knows them: "en.wikipedia.org and www.wikidata.org". */
export const siteNames = ({ locale }: Text, hosts: readonly string[]): string =>
  new Intl.ListFormat(locale, { type: 'conjunction' }).format(hosts);
