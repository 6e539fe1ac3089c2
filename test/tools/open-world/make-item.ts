import { createHash } from 'node:crypto';
import { makeSnak } from './make-snak';
import { type PropertyName, WIKIDATA_PROPERTIES } from './properties';
import type { Article, Claim, ItemRecord, Plain, Terms } from './record';
import type { Item, Sitelink, Snak, Statement, Term } from './wikidata-shapes';

const LANGUAGES = ['en', 'de', 'mul', 'fr'] as const;

/** Claims of an item that say where they are from; an item with hundreds of claims has got most of them from a list. */
const SOURCED = 40;

/** The item of a record, whole, as Wikidata answers it where nothing is left out. */
export function makeItem(record: ItemRecord, idOf: (handle: string) => string): Item {
  const { id, picture, logo } = record;
  const claims: Record<string, Statement[]> = {};
  const all: Claim[] = [
    ...(record.claims ?? []),
    ...(picture ? [['picture', picture.file] as const] : []),
    ...(logo ? [['logo', logo.file] as const] : []),
  ];
  for (const [number, claim] of all.entries()) {
    const [property] = WIKIDATA_PROPERTIES[claim[0]];
    claims[property] ??= [];
    claims[property].push(makeStatement(id, number, claim, idOf));
  }
  const labels: Record<string, Term> = {};
  const descriptions: Record<string, Term> = {};
  const aliases: Record<string, Term[]> = {};
  for (const language of LANGUAGES) {
    const [label = '', description = '', ...also] = record[language] ?? [];
    if (label) labels[language] = { language, value: label };
    if (description) descriptions[language] = { language, value: description };
    if (also.length > 0) aliases[language] = also.map((value) => ({ language, value }));
  }
  const sitelinks: Record<string, Sitelink> = {};
  for (const [site, article, terms] of [
    ['enwiki', record.article, record.en],
    ['dewiki', record.german, record.de],
  ] as const) {
    const title = articleTitle(article, terms ?? record.mul);
    if (title) sitelinks[site] = { site, title, badges: [] };
  }
  const numeric = Number(id.slice(1));
  return {
    pageid: numeric + 1_000,
    ns: 0,
    title: id,
    lastrevid: 2_400_000_000 + (numeric % 1_000_000),
    modified: '2026-11-20T08:15:30Z',
    type: 'item',
    id,
    labels,
    descriptions,
    aliases,
    claims,
    sitelinks,
  };
}

/** Null where there is no article. */
export function articleTitle(article: Article | true | undefined, terms: Terms | undefined): string | null {
  if (article === undefined) return null;
  return (article === true ? undefined : article.title) ?? terms?.[0] ?? null;
}

function makeStatement(id: string, number: number, claim: Claim, idOf: (handle: string) => string): Statement {
  const [property, value, { rank = 'normal', ...more } = {}] = claim;
  const qualifiers: Record<string, Snak[]> = {};
  const said = Object.entries(more) as [PropertyName, Plain | readonly Plain[]][];
  for (const [name, values] of said) {
    const snaks = [values].flat().map((plain) => makeSnak(name, plain as Plain, idOf));
    qualifiers[WIKIDATA_PROPERTIES[name][0]] = snaks;
  }
  const order = Object.keys(qualifiers);
  return {
    mainsnak: makeSnak(property, value, idOf),
    type: 'statement',
    ...(order.length > 0 && { qualifiers, 'qualifiers-order': order }),
    id: `${id}$${uuid(`${id} ${number} ${property}`)}`,
    rank,
    ...(number < SOURCED && { references: [reference(number, idOf)] }),
  };
}

/** A statement of Wikidata mostly says where it is from, and these are most of its bytes. */
function reference(number: number, idOf: (handle: string) => string) {
  const address = `https://records.example/page/${number}`;
  const snaks = [
    makeSnak('reference URL', address, idOf),
    makeSnak('retrieved', '2026-10-02', idOf),
    makeSnak('stated in', 'records-of-the-world', idOf),
  ];
  const hash = createHash('sha1').update(address).digest('hex');
  const byProperty = Object.fromEntries(snaks.map((snak) => [snak.property, [snak]]));
  return { hash, snaks: byProperty, 'snaks-order': Object.keys(byProperty) };
}

/** The same for the same text, so that two runs get the same bytes. */
function uuid(of: string): string {
  const hex = createHash('sha1').update(of).digest('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');
}
