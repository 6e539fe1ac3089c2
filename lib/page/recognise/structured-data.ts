import * as dom from '../dom/dom';

/**
 * What a page says about itself in JSON-LD. Publishers' JSON-LD is often broken (raw newlines, trailing commas, HTML
 * comments around it): reads what can be read, never throws.
 */

export type Thing = Readonly<Record<string, unknown>>;

/** Characters per script, and in total; a story's own data is a few kB, product feeds are megabytes. */
export const SCRIPT_LIMIT = 400_000;
export const PAGE_LIMIT = 600_000;
/** Scripts examined per page. */
export const SCRIPTS = 50;
/** Things collected; a page with more is a listing, not a story. */
const THING_LIMIT = 300;

const ARTICLE_TYPES =
  /^(?:(?:Analysis|AskPublic|Background|Opinion|Reportage|Review)?NewsArticle|Article|Report|BlogPosting|LiveBlogPosting|AdvertiserContentArticle|SatiricalArticle|ScholarlyArticle|TechArticle|SocialMediaPosting|OpinionNewsArticle)$/;

function parse(text: string): unknown {
  const bare = text
    .replace(/^\s*(?:<!--|<!\[CDATA\[|\/\*\s*<!\[CDATA\[\s*\*\/)/, '')
    .replace(/(?:-->|\]\]>|\/\*\s*\]\]>\s*\*\/)\s*$/, '');
  const attempts = [
    () => bare,
    // Raw control characters inside strings, trailing commas, a closing semicolon.
    () =>
      bare
        // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is to be mended
        .replace(/[\u0000-\u001f]+/g, ' ')
        .replace(/,\s*([}\]])/g, '$1')
        .replace(/;\s*$/, ''),
  ];
  for (const attempt of attempts) {
    try {
      return JSON.parse(attempt());
    } catch {
      // Try the next repair; an unreadable script says nothing.
    }
  }
  return null;
}

function collect(value: unknown, depth: number, into: Thing[]): void {
  if (depth > 6 || into.length >= THING_LIMIT || value === null || typeof value !== 'object') return;
  if (Array.isArray(value)) {
    for (const item of value) collect(item, depth + 1, into);
    return;
  }
  const thing = value as Thing;
  if (thing['@type'] !== undefined) into.push(thing);
  for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage', 'itemListElement', 'item', 'hasPart']) {
    collect(thing[key], depth + 1, into);
  }
}

interface Script {
  readonly text: string;
  /** Null if no repair made it readable. */
  readonly value: unknown;
}

/** Cached by script: a story is searched for in several places, and again at each change of the page. */
const parsed = new WeakMap<Element, Script>();

function scriptOf(element: Element, limit: number): Script {
  const text = beginningOf(element, limit);
  const known = parsed.get(element);
  if (known?.text === text) return known;
  // A truncated script is no JSON, but its plain text can still be searched.
  const script = { text, value: text.length < limit ? parse(text) : null };
  parsed.set(element, script);
  return script;
}

/** Not `textContent`, which would first join everything. */
function beginningOf(script: Element, limit: number): string {
  let text = '';
  for (let node = dom.firstChild(script); node && text.length < limit; node = dom.nextSibling(node))
    if (dom.isText(node)) text += node.substringData(0, limit - text.length);
  return text;
}

function* scriptsOf(doc: Document): Generator<Script> {
  let left = PAGE_LIMIT;
  let looked = 0;
  for (const element of dom.all(doc, 'script[type^="application/ld+json" i]')) {
    if (left <= 0 || looked++ === SCRIPTS) return;
    const script = scriptOf(element, Math.min(SCRIPT_LIMIT, left));
    left -= script.text.length;
    yield script;
  }
}

/** Every typed thing in the page's JSON-LD, outer before inner. */
export function structuredThings(doc: Document): readonly Thing[] {
  const things: Thing[] = [];
  for (const { value } of scriptsOf(doc)) collect(value, 0, things);
  return things;
}

/** Scripts that no repair made readable, to be searched by pattern. */
export const unreadableScripts = (doc: Document): readonly string[] =>
  [...scriptsOf(doc)].filter(({ text, value }) => value === null && text.trim() !== '').map(({ text }) => text);

export function isArticleThing(thing: Thing): boolean {
  const type = thing['@type'];
  const types = Array.isArray(type) ? type : [type];
  return types.some(
    (one) => typeof one === 'string' && ARTICLE_TYPES.test(one.replace(/^https?:\/\/schema\.org\//, '')),
  );
}

/** A text property, also if given as a list or as `{ "@value": … }`. */
export function textOf(thing: Thing, key: string): string | null {
  let value = thing[key];
  if (Array.isArray(value)) value = value[0];
  if (value !== null && typeof value === 'object') value = (value as Thing)['@value'];
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}
