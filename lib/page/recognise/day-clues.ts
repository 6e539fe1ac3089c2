import type { Clues, DayClue } from '../../dating';
import { ancestors } from '../dom/ancestors';
import * as dom from '../dom/dom';
import { someText } from '../dom/some-text';
import { claimedHeadline } from './article';
import { canonicalOf, wordsOf } from './story-identity';
import { structuredThings, textOf, unreadableScripts } from './structured-data';

/**
 * Collects what a page says about its story's day, without judging: clues are weighed in the background (lib/dating),
 * so this must miss none and stay small whatever the page is.
 */

/** Clues of each kind, `meta` elements examined, and characters of a clue. */
const MOST = 60;
const METAS = 500;
const LONG = 120;
const ADDRESS = 2_000;
/** Characters in a line such as "Published on 28 October 2021 by …". */
const LINE = 90;
/** Nodes visited, and characters examined in each: a dateline opens a paragraph. */
const NODES = 12_000;
/** Characters in total: the day is at one end of a story, and no story is so long. */
const ALL_TEXT = 500_000;
const PIECE = 160;
/** A text this long is prose. */
const PROSE = 100;
/** Elements around a date whose names and headlines are examined; for links so many of these. */
const AROUND = 6;
const NEAR = 3;
/** Characters of a box that announces another story. */
const CARD = 500;
/** Shortest headline in characters, also as a link: shorter links are authors or topics. */
const TITLE = 12;
const LINK = 25;

const DATED = /\b(?:1[89]|2[05])\d\d(?!\d)|\d[./-]\d{1,2}[./-]\d\d|[٠-٩۰-۹０-９]{4}/;
const STAMPS = ['datetime', 'content', 'title', 'data-timestamp', 'data-time'];
const MARKS = 'time, [itemprop*="date" i], [property*="date" i], abbr[title], [data-timestamp], [data-time]';
const NAMES = ['class', 'id', 'itemprop', 'role', 'property'];

const cut = (text: string, length = LONG): string => text.trim().slice(0, length);
const textIn = (node: Node): string => cut(someText(node, LONG).text);
const attribute = (element: Element, name: string): string => dom.getAttribute(element, name) ?? '';

const nameOf = (element: Element): string =>
  cut([dom.localName(element), ...NAMES.map((name) => attribute(element, name))].filter(Boolean).join(' '));

/** The names of an element and its ancestors, innermost first, and the nearest headline or link. */
function around(element: Element, headline: Element | null): Pick<DayClue, 'name' | 'near' | 'nearLink'> {
  const names: string[] = [];
  let near: Element | null = null;
  let small = true;
  for (const box of [element, ...ancestors(element)]) {
    if (dom.matches(box, 'body, main') || names.length === AROUND) break;
    // Whatever contains the page's headline contains all of it: its names and other headlines add nothing.
    if (headline && dom.contains(box, headline)) {
      near ??= headline;
      break;
    }
    names.push(nameOf(box));
    // A headline with its date is a small card; in a larger box it is one of many.
    small &&= someText(box, CARD).length <= CARD;
    if (small) near ??= headlineIn(box, names.length <= NEAR);
  }
  return {
    name: names.join(' < '),
    near: near ? textIn(near) : '',
    nearLink: near !== null && dom.localName(near) === 'a',
  };
}

function headlineIn(box: Element, orLink: boolean): Element | null {
  const title = dom.one(box, 'h1, h2, h3, h4, h5, h6');
  const found = title ?? (orLink && dom.one(box, 'a[href]')) ?? null;
  const { text } = found ? someText(found, LONG) : { text: '' };
  return found && text.length >= (title ? TITLE : LINK) && !DATED.test(text) ? found : null;
}

/** The line around a node, and the element that contains it: "Published", "28", "Oct", "2021" may be four nodes. */
function lineOf(node: Node, headline: Element | null): { readonly element: Element | null; readonly text: string } {
  let element = dom.parentElement(node);
  let text = textIn(node);
  for (let at = element, left = 3; at && left > 0; at = dom.parentElement(at), left--) {
    const more = someText(at, LINE);
    if (more.length > LINE || (headline && at !== headline && dom.contains(at, headline))) break;
    element = at;
    text = more.text;
  }
  return { element, text: cut(text) };
}

const clue = (from: DayClue['from'], name: string, text: string, more: Partial<DayClue> = {}): DayClue => ({
  from,
  name: cut(name, LONG * AROUND),
  text: cut(text),
  near: '',
  at: 0,
  ...more,
});

/** What the page says only to machines. */
function* unprinted(doc: Document): Generator<DayClue> {
  for (const thing of structuredThings(doc)) {
    const near = cut(textOf(thing, 'headline') ?? '');
    for (const key of Object.keys(thing))
      if (/date/i.test(key))
        yield clue('json', `${cut(String(thing['@type']))} ${key}`, textOf(thing, key) ?? '', { near });
  }
  for (const script of unreadableScripts(doc))
    for (const [, key = '', text = ''] of script.matchAll(/"(date\w{0,20})"\s*:\s*"([^"]{8,60})"/gi))
      yield clue('json', `? ${key}`, text);
  for (const meta of [...dom.all(doc, 'meta[content]')].slice(0, METAS)) {
    // In the body it belongs to its surroundings, and is a mark.
    if (dom.hasAttribute(meta, 'itemprop') && dom.closest(meta, 'body')) continue;
    const name = ['property', 'name', 'itemprop'].map((of) => attribute(meta, of)).join(' ');
    yield clue('meta', name, attribute(meta, 'content'));
  }
}

export function dayClues(doc: Document, address: string): Clues {
  const body = dom.body(doc);
  const html = dom.documentElement(doc);
  const claimed = claimedHeadline(doc);
  const headline = printedHeadline(doc, `${claimed} ${dom.title(doc)}`);
  const clues: DayClue[] = [];
  for (const one of unprinted(doc)) if (clues.length < 2 * MOST && /\d{4}/.test(one.text)) clues.push(one);
  const marks = new Set(body && [...dom.all(body, MARKS)].slice(0, MOST));
  const lines = new Set<Element>();
  let [at, top, start, end] = [0, 0, 0, 0];
  let unseen = false;
  let below = !headline;
  const walker = body && dom.createTreeWalker(doc, body, 5);
  for (
    let node = walker?.nextNode() ?? null, left = NODES;
    node && left > 0 && at < ALL_TEXT;
    node = walker?.nextNode() ?? null, left--
  ) {
    if (dom.isElement(node)) {
      unseen = /script|style/.test(dom.localName(node));
      if (node === headline) [top, below] = [at, true];
      if (marks.has(node)) clues.push(...marked(node, headline, at));
    } else if (dom.isText(node) && !unseen) {
      const { data } = node;
      // White space between elements is short; long text is not copied for measuring.
      const { length } = data.length > PIECE ? data : data.trim();
      if (lines.size < MOST && DATED.test(data.slice(0, PIECE))) {
        const { element, text } = lineOf(node, headline);
        if (element && !lines.has(element)) {
          lines.add(element);
          clues.push(clue('text', '', text, { ...around(element, headline), at }));
        }
      }
      if (below && length >= PROSE) {
        start ||= at;
        end = at + length;
      }
      at += length;
    }
  }
  return {
    address: cut(address, ADDRESS),
    canonical: canonicalOf(doc) ?? '',
    language: cut(html ? attribute(html, 'lang') : '').toLowerCase(),
    headlines: [cut(claimed), cut(dom.title(doc)), headline ? textIn(headline) : ''],
    top,
    prose: [start, end],
    clues,
  };
}

function marked(element: Element, headline: Element | null, at: number): readonly DayClue[] {
  const stamp = STAMPS.map((name) => attribute(element, name)).find((text) => /\d{4}/.test(text)) ?? '';
  if (stamp === '' && dom.localName(element) !== 'time') return [];
  const shown = textIn(element);
  const { text } = lineOf(element, headline);
  const before = shown === '' ? text : text.slice(0, Math.max(0, text.indexOf(shown)));
  return [clue('mark', '', stamp, { shown, before, ...around(element, headline), at })];
}

/** The element with the headline that the page claims, else its first h1. */
function printedHeadline(doc: Document, claimed: string): Element | null {
  const words = wordsOf(claimed);
  let best = dom.one(doc, 'h1');
  let most = 0;
  for (const one of [...dom.all(doc, 'h1, h2, h3, [itemprop="headline"]')].slice(0, MOST)) {
    const own = wordsOf(textIn(one));
    const shared = [...own].filter((word) => words.has(word)).length / Math.max(own.size, 4);
    if (shared <= most) continue;
    most = shared;
    best = one;
  }
  return best;
}
