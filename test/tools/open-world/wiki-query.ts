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
  // What was told whole before stands behind `||`, and is not told again.
  const done = parameters.continue?.split('||')[1]?.split('|') ?? [];
  const props = listOf(parameters, 'prop').filter((prop) => !done.includes(prop));
  const unknown = props.filter((prop) => !PROPS.includes(prop));
  const html = props.includes('extracts') && parameters.explaintext === undefined;
  const warned = warnings({ unknown, html, parts: asked.some((title) => title.normalize('NFC') !== title) }, version);
  const search = parameters.generator === 'search' ? searchPages(parts, parameters) : null;
  if (parameters.generator !== undefined && !search) {
    throw new ApiError('badgenerator', `Unknown "generator=${parameters.generator}".`);
  }
  const set = search
    ? { normalized: [], redirects: [], rows: search.hits.map((page) => ({ row: rowOf(page), page })) }
    : resolve(parts, asked, parameters.redirects !== undefined, version);
  const goOn = addProps(parts, set.rows, props, parameters);
  for (const [place, { row }] of set.rows.entries()) if (search) row.index = place + 1;
  const rows = numbered(set.rows);
  const pages =
    version === 2
      ? rows.map(({ row }) => row)
      : Object.fromEntries(rows.map(({ row, number }) => [String(number), oldFormat(row)]));
  const query = {
    ...(set.normalized.length > 0 && { normalized: set.normalized }),
    ...(set.redirects.length > 0 && { redirects: set.redirects }),
    ...(rows.length > 0 && { pages }),
  };
  const more = { ...goOn, ...search?.goOn };
  return {
    ...(Object.keys(goOn).length === 0 && { batchcomplete: version === 2 ? true : '' }),
    ...(Object.keys(more).length > 0 && { continue: more }),
    ...(Object.keys(warned).length > 0 && { warnings: warned }),
    ...(Object.keys(query).length > 0 && { query }),
    // Said where as many as possible were asked for.
    ...(props.includes('extracts') && parameters.exlimit === 'max' && { limits: { extracts: MOST_EXTRACTS } }),
  };
}

/** What no page stands for gets numbers below zero, what is no title before what is missing; all are told by their numbers. */
function numbered(rows: readonly Found[]): { readonly row: Row; readonly number: number }[] {
  const nowhere = rows.filter(({ page }) => !page);
  const order = [...nowhere.filter(({ row }) => row.invalid), ...nowhere.filter(({ row }) => !row.invalid)];
  return rows
    .map(({ row, page }) => ({ row, number: page?.id ?? -1 - order.findIndex((found) => found.row === row) }))
    .sort((a, b) => a.number - b.number);
}

const CONTENT = { contentmodel: 'wikitext', pagelanguage: 'en', pagelanguagehtmlcode: 'en', pagelanguagedir: 'ltr' };

interface Found {
  readonly row: Row;
  readonly page: Page | null;
}

function resolve({ world, wiki }: WikiParts, asked: readonly string[], follow: boolean, version: 1 | 2) {
  const pages = world.pages[wiki];
  const normalized: Row[] = [];
  const redirects: { from: string; to: string; tofragment?: string }[] = [];
  const titles = new Map<string, ReadTitle>();
  for (const title of asked) {
    const read = readTitle(title);
    const encoded = title.normalize('NFC') !== title;
    if (!('invalid' in read) && read.title !== title) {
      const how = version === 2 ? { fromencoded: encoded } : encoded ? { fromencoded: '' } : {};
      normalized.push({ ...how, from: encoded ? encodeURIComponent(title) : title, to: read.title });
    }
    if (read.title !== '' || 'invalid' in read) titles.set(read.title, read);
  }
  // A round for each step of a chain, in the order of the pages' numbers; what ends in a ring is no page at all.
  const passed = new Set<string>();
  for (let open = true; follow && open; ) {
    const leading = [...titles.keys()].flatMap((title) => pages.get(title) ?? []).filter((page) => page.redirectTo);
    for (const { title, redirectTo } of leading.sort((a, b) => a.id - b.id)) {
      titles.delete(title);
      if (passed.has(title) || redirectTo === null) continue;
      passed.add(title);
      const [to = '', tofragment] = redirectTo.split('#');
      redirects.push({ from: title, to, ...(tofragment !== undefined && { tofragment }) });
      titles.set(to, readTitle(to));
    }
    open = leading.length > 0;
  }
  return { normalized, redirects, rows: [...titles].map(([title, read]) => foundAt(pages.get(title) ?? null, read)) };
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
): Row {
  const wanted = listOf(parameters, 'ppprop');
  const from = Number(parameters.excontinue ?? 0);
  // Pages come out of the database by their titles, and so do the introductions that fit in.
  const told = rows.filter(({ page }) => page).sort((a, b) => (String(a.row.title) < String(b.row.title) ? -1 : 1));
  for (const { row, page } of rows) {
    const file = /^File:(.*)$/.exec(String(row.title))?.[1];
    if (file !== undefined && props.includes('imageinfo')) imageInfo(world, file, row, parameters, pictures);
    if (!page) {
      if (props.includes('info') && row.missing) {
        Object.assign(row, CONTENT, addresses(origin, parameters, String(row.title)));
      }
      continue;
    }
    const kept = Object.entries(pagePropsOf(page)).filter(([name]) => wanted.length === 0 || wanted.includes(name));
    if (props.includes('pageprops') && kept.length > 0) row.pageprops = Object.fromEntries(kept);
    if (props.includes('description') && page.description !== null) {
      Object.assign(row, { description: page.description, descriptionsource: 'central' });
    }
    if (props.includes('info')) {
      Object.assign(row, {
        ...CONTENT,
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
    row.extract = extract(page?.redirectTo === null ? page.intro : '', parameters);
  }
  return told.length > from + limit ? { excontinue: from + limit, continue: `||${otherProps(props)}` } : {};
}

const otherProps = (props: readonly string[]): string => props.filter((prop) => prop !== 'extracts').join('|');

function extract(text: string, parameters: Parameters): string {
  // Plain text parts paragraphs by one line.
  if (parameters.explaintext !== undefined || text === '') return text.replaceAll('\n\n', '\n');
  return `<p>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n\n', '\n</p><p>')}\n</p>`;
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
  return Object.fromEntries(kept.map(([name, value]) => [name, value === true ? '' : value]));
}

/** `html`: introductions with markup were asked for; `parts`: a title was in parts (letter and accent) where it could be whole. */
function warnings(of: { unknown: readonly string[]; html: boolean; parts: boolean }, version: 1 | 2): Row {
  const value = of.unknown.length === 1 ? 'value' : 'values';
  const say = (text: string) => (version === 2 ? { warnings: text } : { '*': text });
  const query = [
    ...(of.parts
      ? [
          'The value passed for "titles" contains invalid or non-normalized data. Textual data should be valid, NFC-normalized Unicode without C0 control characters other than HT (\\t), LF (\\n), and CR (\\r).',
        ]
      : []),
    ...(of.unknown.length > 0 ? [`Unrecognized ${value} for parameter "prop": ${of.unknown.join(', ')}`] : []),
  ];
  return {
    ...(query.length > 0 && { query: say(query.join('\n')) }),
    ...(of.html && { extracts: say('HTML may be malformed and/or unbalanced and may omit inline images.') }),
  };
}
