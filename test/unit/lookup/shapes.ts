/** Answers of Wikidata in their real shapes, about people and things that do not exist. */

interface Rank {
  readonly rank?: 'preferred' | 'normal' | 'deprecated';
  readonly qualifiers?: Readonly<Record<string, object>>;
}

export const someValue = { snaktype: 'somevalue' };
export const noValue = { snaktype: 'novalue' };

export const itemSnak = (id: string) => ({
  snaktype: 'value',
  datavalue: { type: 'wikibase-entityid', value: { 'entity-type': 'item', 'numeric-id': Number(id.slice(1)), id } },
});

/** "2019-05-07", "2019-05" or "2019"; before year 1 as Wikidata counts: "-0044". */
export function timeSnak(date: string, more: object = {}) {
  const [, sign, year, month = '00', day = '00'] = /^(-?)(\d+)(?:-(\d\d))?(?:-(\d\d))?$/.exec(date) ?? [];
  const precision = day !== '00' ? 11 : month !== '00' ? 10 : 9;
  const value = {
    time: `${sign || '+'}${year}-${month}-${day}T00:00:00Z`,
    timezone: 0,
    before: 0,
    after: 0,
    precision,
    calendarmodel: 'http://www.wikidata.org/entity/Q1985727',
    ...more,
  };
  return { snaktype: 'value', datavalue: { type: 'time', value } };
}

export const amountSnak = (amount: string, unit = '1') => ({
  snaktype: 'value',
  datavalue: { type: 'quantity', value: { amount, unit } },
});

export const claim = (mainsnak: object, { rank = 'normal', qualifiers = {} }: Rank = {}) => ({
  mainsnak,
  type: 'statement',
  rank,
  qualifiers: Object.fromEntries(Object.entries(qualifiers).map(([property, snak]) => [property, [snak]])),
});

export const is = (id: string, more?: Rank) => claim(itemSnak(id), more);
export const at = (date: string, more?: Rank) => claim(timeSnak(date), more);
export const span = (start: object | null, end: object | null): Readonly<Record<string, object>> => ({
  ...(start && { P580: start }),
  ...(end && { P582: end }),
});

interface EntityParts {
  readonly label?: string;
  readonly aliases?: readonly string[];
  readonly description?: string;
  readonly title?: string;
  /** Label, description and aliases in German; and its article there. */
  readonly german?: readonly [label: string, description?: string, ...aliases: string[]];
  readonly germanTitle?: string;
  readonly claims?: Readonly<Record<string, readonly object[]>>;
}

interface Term {
  readonly language: string;
  readonly value: string;
}

/** By language, those that have a text. */
function termsOf(texts: Readonly<Record<string, string | undefined>>): Readonly<Record<string, Term>> {
  const there = Object.entries(texts).filter((one): one is [string, string] => Boolean(one[1]));
  return Object.fromEntries(there.map(([language, value]) => [language, { language, value }]));
}

export function entity(id: string, parts: EntityParts) {
  const { label, aliases = [], description, title, german = [], germanTitle, claims = {} } = parts;
  const [germanLabel, germanDescription, ...germanAliases] = german;
  const all = { en: aliases, de: germanAliases };
  const named = Object.entries(all).filter(([, names]) => names.length > 0);
  const titles = { enwiki: title, dewiki: germanTitle };
  const linked = Object.entries(titles).filter((one): one is [string, string] => one[1] !== undefined);
  return {
    type: 'item',
    id,
    labels: termsOf({ en: label, de: germanLabel }),
    descriptions: termsOf({ en: description, de: germanDescription }),
    aliases: Object.fromEntries(
      named.map(([language, names]) => [language, names.map((value) => ({ language, value }))]),
    ),
    claims,
    sitelinks: Object.fromEntries(
      linked.map(([site, title]) => [site, { site, title, badges: [] as string[] }]),
    ) as Readonly<Record<string, { readonly site: string; readonly title: string; readonly badges: string[] }>>,
  };
}

export const answer = (...entities: readonly { readonly id: string }[]) => ({
  entities: Object.fromEntries(entities.map((one) => [one.id, one])),
  success: 1,
});

export const person = (id: string, parts: EntityParts) =>
  entity(id, { ...parts, claims: { P31: [is('Q5')], ...parts.claims } });
