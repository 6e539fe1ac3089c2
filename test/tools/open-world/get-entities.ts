/** `action=wbgetentities`: items and properties by id, or by the titles of their articles. Source: Wikibase's API help. */
import { ApiError, listOf } from './api-error';
import type { Item, Term } from './wikidata-shapes';
import type { World } from './world';

const ALL_PROPS = ['info', 'sitelinks', 'aliases', 'labels', 'descriptions', 'claims', 'datatype'];
const KNOWN_PROPS = [...ALL_PROPS, 'sitelinks/urls'];
/** To which language each falls back; `mul` is behind every language. */
const FALLBACK: Readonly<Record<string, readonly string[]>> = {
  de: ['mul', 'en'],
  'de-at': ['de', 'mul', 'en'],
  'en-gb': ['en', 'mul'],
  en: ['mul'],
  fr: ['mul', 'en'],
  mul: ['en'],
};

type Parameters = Readonly<Record<string, string>>;

export function getEntities(world: World, parameters: Parameters): unknown {
  const ids = listOf(parameters, 'ids');
  const titles = listOf(parameters, 'titles');
  const sites = listOf(parameters, 'sites');
  if (ids.length === 0 && (titles.length === 0 || sites.length === 0)) {
    const info = 'Either provide the Item "ids" or pairs of "sites" and "titles" for corresponding pages.';
    throw new ApiError('param-missing', info);
  }
  const entities: Record<string, unknown> = {};
  for (const { site, title } of sites.flatMap((site) => titles.map((title) => ({ site, title })))) {
    const id = [...world.items.values()].find(({ sitelinks }) => sitelinks[site]?.title === title)?.id;
    if (id === undefined) entities[`-${Object.keys(entities).length + 1}`] = { site, title, missing: '' };
    else ids.push(id);
  }
  for (const asked of ids) {
    if (/^[QPL][1-9]\d{0,9}$/i.test(asked)) continue;
    const info = `Could not find an entity with the ID "${asked}".`;
    throw new ApiError('no-such-entity', info, {
      messages: [{ name: 'wikibase-api-no-such-entity', parameters: [asked], html: { '*': info } }],
      id: asked,
    });
  }
  const props = propsOf(parameters);
  for (const asked of ids.map((id) => id.toUpperCase())) entities[asked] = entityOf(world, asked, props, parameters);
  return { entities, success: 1 };
}

/** Left out means all of them, an empty list none. */
function propsOf(parameters: Parameters): string[] {
  const props = parameters.props === undefined ? ALL_PROPS : listOf(parameters, 'props');
  const unknown = props.find((prop) => !KNOWN_PROPS.includes(prop));
  if (unknown !== undefined) {
    throw new ApiError('badvalue', `Unrecognized value for parameter "props": ${unknown}.`);
  }
  return props;
}

function entityOf(world: World, asked: string, props: readonly string[], parameters: Parameters): unknown {
  const property = world.properties.get(asked);
  if (property) {
    const labels = termsIn({ en: { language: 'en', value: property.label } }, parameters);
    const more = { ...(props.includes('labels') && { labels }) };
    return { type: 'property', datatype: property.datatype, id: asked, ...more };
  }
  const item = world.items.get(asked) ?? (parameters.redirects === 'no' ? undefined : mergedInto(world, asked));
  if (!item) return { id: asked, missing: '' };
  const { id, type } = item;
  if (props.length === 0) return { id, type };
  return {
    ...(props.includes('info') && infoOf(item)),
    // The answer stands under the id that was asked, with the other one in it.
    ...(id !== asked && { redirects: { from: asked, to: id } }),
    type,
    id,
    ...(props.includes('labels') && { labels: termsIn(item.labels, parameters) }),
    ...(props.includes('descriptions') && { descriptions: termsIn(item.descriptions, parameters) }),
    ...(props.includes('aliases') && { aliases: inLanguages(item.aliases, parameters) }),
    ...(props.includes('claims') && { claims: item.claims }),
    ...((props.includes('sitelinks') || props.includes('sitelinks/urls')) && {
      sitelinks: sitelinksOf(item, props, parameters),
    }),
  };
}

function mergedInto(world: World, asked: string): Item | undefined {
  const id = world.merged.get(asked);
  return id === undefined ? undefined : world.items.get(id);
}

const infoOf = ({ pageid, ns, title, lastrevid, modified }: Item) => ({ pageid, ns, title, lastrevid, modified });

/** With `languagefallback` a term of another language stands under the asked one and says so. */
function termsIn(terms: Readonly<Record<string, Term>>, parameters: Parameters): Record<string, unknown> {
  const languages = listOf(parameters, 'languages');
  if (languages.length === 0) return { ...terms };
  const found: Record<string, unknown> = {};
  for (const language of languages) {
    const own = terms[language];
    const other = (FALLBACK[language] ?? []).map((next) => terms[next]).find((term) => term !== undefined);
    if (own) found[language] = own;
    else if (other && parameters.languagefallback !== undefined) {
      found[language] = { ...other, 'for-language': language };
    }
  }
  return found;
}

function inLanguages<Value>(all: Readonly<Record<string, Value>>, parameters: Parameters): Record<string, Value> {
  const languages = listOf(parameters, 'languages');
  const kept = Object.entries(all).filter(([language]) => languages.length === 0 || languages.includes(language));
  return Object.fromEntries(kept);
}

function sitelinksOf(item: Item, props: readonly string[], parameters: Parameters): Record<string, unknown> {
  const sites = listOf(parameters, 'sitefilter');
  const kept = Object.values(item.sitelinks).filter(({ site }) => sites.length === 0 || sites.includes(site));
  const address = (site: string, title: string) =>
    `https://${site.replace('wiki', '')}.wikipedia.org/wiki/${encodeURIComponent(title.replaceAll(' ', '_'))}`;
  return Object.fromEntries(
    kept.map((link) => [
      link.site,
      { ...link, ...(props.includes('sitelinks/urls') && { url: address(link.site, link.title) }) },
    ]),
  );
}
