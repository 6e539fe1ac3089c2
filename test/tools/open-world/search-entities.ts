/** `action=wbsearchentities`: items whose label or alias begins with the words, exact ones first. Source: Wikibase's API help. */
import { ApiError } from './api-error';
import type { Item } from './wikidata-shapes';
import type { World } from './world';

const LIMIT = 7;
const MOST = 50;

interface Match {
  readonly item: Item;
  readonly type: 'label' | 'alias' | 'entityId';
  readonly language: string;
  readonly text: string;
}

export function searchEntities(world: World, parameters: Readonly<Record<string, string>>): unknown {
  const { search, language } = parameters;
  if (search === undefined || search === '') throw new ApiError('missingparam', 'The "search" parameter must be set.');
  if (language === undefined) throw new ApiError('missingparam', 'The "language" parameter must be set.');
  const limit = Math.min(Number(parameters.limit ?? LIMIT), MOST);
  const from = Number(parameters.continue ?? 0);
  const matches = [...world.items.values()].flatMap((item) => matchOf(item, search, language));
  const exact = ({ text }: Match) => (text.toLowerCase() === search.toLowerCase() ? 0 : 1);
  matches.sort((a, b) => exact(a) - exact(b));
  return {
    searchinfo: { search },
    search: matches.slice(from, from + limit).map((match) => entryOf(match, language)),
    ...(matches.length > from + limit && { 'search-continue': from + limit }),
    success: 1,
  };
}

function matchOf(item: Item, search: string, language: string): Match[] {
  if (item.id === search.toUpperCase()) return [{ item, type: 'entityId', language, text: item.id }];
  const begins = (text: string) => text.toLowerCase().startsWith(search.toLowerCase());
  for (const spoken of [language, 'mul', 'en']) {
    const label = item.labels[spoken]?.value;
    if (label !== undefined && begins(label)) return [{ item, type: 'label', language: spoken, text: label }];
    const alias = item.aliases[spoken]?.find(({ value }) => begins(value));
    if (alias) return [{ item, type: 'alias', language: spoken, text: alias.value }];
  }
  return [];
}

function entryOf({ item, type, language: spoken, text }: Match, language: string): unknown {
  const { id, title, pageid, labels, descriptions } = item;
  const label = labels[language] ?? labels.mul ?? labels.en;
  const description = descriptions[language] ?? descriptions.en;
  return {
    id,
    title,
    pageid,
    display: { ...(label && { label: shown(label) }), ...(description && { description: shown(description) }) },
    repository: 'wikidata',
    url: `//www.wikidata.org/wiki/${id}`,
    concepturi: `http://www.wikidata.org/entity/${id}`,
    ...(label && { label: label.value }),
    ...(description && { description: description.value }),
    match: type === 'entityId' ? { type, text } : { type, language: spoken, text },
    ...(text !== label?.value && { aliases: [text] }),
  };
}

const shown = ({ value, language }: { value: string; language: string }) => ({ value, language });
