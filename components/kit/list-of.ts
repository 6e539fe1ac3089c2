import type { Text } from './text';

/** "en.wikipedia.org and www.wikidata.org": without duplicates. */
export const listOf = ({ locale }: Text, parts: readonly string[]): string =>
  new Intl.ListFormat(locale, { type: 'conjunction' }).format(new Set(parts));
