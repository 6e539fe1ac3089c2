/**
 * `action=query` for titles and for `generator=search`, as a MediaWiki with PageProps, TextExtracts, PageImages and
 * Wikibase's descriptions answers it, in both of its formats. A real one is asked the same in `test/servers/open-world.test.ts`.
 */
import { ApiError, listOf } from './api-error';
import { imageInfo, thumbnailOf } from './wiki-pictures';
import { searchPages } from './wiki-search';
import { type ReadTitle, readTitle } from './wiki-title';
import type { Page, WikiLanguage, World } from './world';

export interface WikiParts {
  readonly world: World;
  readonly wiki: WikiLanguage;
  /** `http://127.0.0.1:PORT` of the wiki, and of the pictures. */
  readonly origin: string;
  readonly pictures: string;
}

type Parameters = Readonly<Record<string, string>>;
type Row = Record<string, unknown>;

/** TextExtracts gives no more introductions in one answer. */
const MOST_EXTRACTS = 20;
const PROPS = ['extracts', 'pageprops', 'description', 'info', 'pageimages', 'imageinfo', 'pageterms', 'redirects'];

export function wikiQuery(parts: WikiParts, parameters: Parameters): unknown {
  const version = parameters.formatversion === '2' ? 2 : 1;
  const asked = listOf(parameters, 'titles');
  const props = listOf(parameters, 'prop');
  const unknown = props.filter((prop) => !PROPS.includes(prop));
  const search = parameters.generator === 'search' ? searchPages(parts, parameters) : null;
  if (parameters.generator !== undefined && !search) {
    throw new ApiError('badvalue', `Unrecognized value for parameter "generator": ${parameters.generator}.`);
  }
  const set = search
    ? { normalized: [], redirects: [], rows: search.hits.map((page) => ({ row: rowOf(page), page })) }
    : resolve(parts, asked, parameters.redirects !== undefined, version);
  const goOn = addProps(parts, set.rows, props, parameters, version);
  for (const [place, { row }] of set.rows.entries()) if (search) row.index = place + 1;
  // What no page stands for comes first, with numbers below zero; then the pages by their numbers.
  const known = set.rows.filter(({ page }) => page).sort((a, b) => (a.page?.id ?? 0) - (b.page?.id ?? 0));
  const rows = [...set.rows.filter(({ page }) => !page), ...known].map(({ row }) => row);
  const pages =
    version === 2
      ? rows
      : Object.fromEntries(rows.map((row, place) => [String(row.pageid ?? -1 - place), oldFormat(row)]));
  const query = {
    ...(set.normalized.length > 0 && { normalized: set.normalized }),
    ...(set.redirects.length > 0 && { redirects: set.redirects }),
    ...(rows.length > 0 && { pages }),
  };
  const more = { ...goOn, ...search?.goOn };
  return {
    ...(Object.keys(goOn).length === 0 && { batchcomplete: version === 2 ? true : '' }),
    ...(Object.keys(more).length > 0 && { continue: more }),
    ...(unknown.length > 0 && { warnings: warnings(unknown, version) }),
    ...(Object.keys(query).length > 0 && { query }),
  };
}

interface Found {
  readonly row: Row;
  readonly page: Page | null;
}

function resolve({ world, wiki }: WikiParts, asked: readonly string[], follow: boolean, version: 1 | 2) {
  const normalized: Row[] = [];
  const redirects: Row[] = [];
  const rows = new Map<string, Found>();
  for (const title of asked) {
    const read = readTitle(title);
    const encoded = title.normalize('NFC') !== title;
    if (!('invalid' in read) && read.title !== title) {
      const how = version === 2 || encoded ? { fromencoded: encoded } : {};
      normalized.push({ ...how, from: encoded ? encodeURIComponent(title) : title, to: read.title });
    }
    let at = read.title;
    const passed = new Set<string>();
    for (;;) {
      const page = world.pages[wiki].get(at);
      if (!follow || !page?.redirectTo || passed.has(at)) break;
      passed.add(at);
      const [to = '', fragment] = page.redirectTo.split('#');
      if (!redirects.some(({ from }) => from === at)) {
        redirects.push({ from: at, to, ...(fragment !== undefined && { tofragment: fragment }) });
      }
      at = to;
    }
    if (!rows.has(at))
      rows.set(at, foundAt(world.pages[wiki].get(at) ?? null, at === read.title ? read : readTitle(at)));
  }
  return { normalized, redirects, rows: [...rows.values()] };
}

function foundAt(page: Page | null, read: ReadTitle): Found {
  if ('invalid' in read) return { row: { title: read.title, invalidreason: read.invalid, invalid: true }, page: null };
  if (page) return { row: rowOf(page), page };
  const special = read.ns < 0 ? { special: true } : {};
  return { row: { ns: read.ns, title: read.title, missing: true, ...special }, page: null };
}

const rowOf = ({ id, title }: Page): Row => ({ pageid: id, ns: 0, title });

/** Writes what was asked of each page into its row; the answer is what has to be sent to get the rest. */
function addProps(
  { world, origin, pictures }: WikiParts,
  rows: readonly Found[],
  props: readonly string[],
  parameters: Parameters,
  version: 1 | 2,
): Row {
  const wanted = listOf(parameters, 'ppprop');
  const from = Number(parameters.excontinue ?? 0);
  const told = rows.filter(({ page }) => page).sort((a, b) => (a.page?.id ?? 0) - (b.page?.id ?? 0));
  for (const { row, page } of rows) {
    const file = /^File:(.*)$/.exec(String(row.title))?.[1];
    if (file !== undefined && props.includes('imageinfo')) imageInfo(world, file, row, parameters, pictures);
    if (!page) {
      if (props.includes('info') && row.missing) Object.assign(row, addresses(origin, parameters, String(row.title)));
      continue;
    }
    const kept = Object.entries(pagePropsOf(page)).filter(([name]) => wanted.length === 0 || wanted.includes(name));
    if (props.includes('pageprops') && kept.length > 0) row.pageprops = Object.fromEntries(kept);
    if (props.includes('description') && page.description !== null) {
      Object.assign(row, { description: page.description, descriptionsource: 'central' });
    }
    if (props.includes('info')) {
      Object.assign(row, {
        contentmodel: 'wikitext',
        pagelanguage: 'en',
        pagelanguagehtmlcode: 'en',
        pagelanguagedir: 'ltr',
        touched: '2026-11-20T08:15:30Z',
        lastrevid: page.id * 10,
        length: page.intro.length,
        ...(page.redirectTo !== null && { redirect: true }),
        ...addresses(origin, parameters, page.title),
      });
    }
    if (props.includes('pageimages') && page.picture) thumbnailOf(page.picture, row, parameters, pictures);
  }
  if (!props.includes('extracts')) return {};
  const limit =
    parameters.exlimit === undefined || parameters.exlimit === 'max' ? MOST_EXTRACTS : Number(parameters.exlimit);
  for (const { row, page } of told.slice(from, from + limit)) {
    const text = page?.redirectTo === null ? page.intro : '';
    row.extract = version === 2 || text !== '' ? extract(text, parameters) : '';
  }
  return told.length > from + limit ? { excontinue: from + limit, continue: `||${otherProps(props)}` } : {};
}

const otherProps = (props: readonly string[]): string => props.filter((prop) => prop !== 'extracts').join('|');

function extract(text: string, parameters: Parameters): string {
  if (parameters.explaintext !== undefined || text === '') return text;
  return `<p>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n\n', '</p>\n<p>')}</p>`;
}

function addresses(origin: string, parameters: Parameters, title: string): Row {
  if (!listOf(parameters, 'inprop').includes('url')) return {};
  const name = encodeURIComponent(title.replaceAll(' ', '_'));
  const canonicalurl = `${origin}/wiki/${name}`;
  return { fullurl: canonicalurl, editurl: `${origin}/w/index.php?title=${name}&action=edit`, canonicalurl };
}

function pagePropsOf(page: Page): Record<string, string> {
  return {
    ...(page.namesakes && { disambiguation: '' }),
    ...(page.picture && { page_image_free: page.picture.file.replaceAll(' ', '_') }),
    ...(page.item !== null && { wikibase_item: page.item }),
  };
}

/** Format 1 has no booleans: what is true is there and empty. */
function oldFormat(row: Row): Row {
  const kept = Object.entries(row).filter(([, value]) => value !== false);
  const empty = kept.map(([name, value]) => {
    if (name === 'extract') return [name, { '*': value }] as const;
    return [name, value === true ? '' : value] as const;
  });
  return Object.fromEntries(empty);
}

function warnings(unknown: readonly string[], version: 1 | 2): unknown {
  const value = unknown.length === 1 ? 'value' : 'values';
  const text = `Unrecognized ${value} for parameter "prop": ${unknown.join(', ')}.`;
  return { query: version === 2 ? { warnings: text } : { '*': text } };
}
