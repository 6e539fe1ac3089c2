import { ancestors } from '../dom/ancestors';
import * as dom from '../dom/dom';
import type { Paragraph } from './paragraphs';

/** Share of the prose the story's element must contain. */
const ROOT_SHARE = 0.75;
/** Characters of prose that make another article on the page a story of its own. */
const FURTHER_STORY = 300;
/** Paragraphs between headline and story; more are something else. */
const BETWEEN = 12;

export interface StoryBox {
  /** Contains most of the story. */
  readonly story: Element;
  /** What else belongs to it: the headline, what follows up to the text, parts in their own boxes, further stories. */
  readonly parts: readonly Element[];
}

/** Where the story of these paragraphs is. `told`: those with sentences. */
export function storyBox(body: Element, paragraphs: readonly Paragraph[], told: readonly Paragraph[]): StoryBox {
  const held = new Map<Element, number>();
  let total = 0;
  for (const { element, length } of told.length > 0 ? told : paragraphs) {
    total += length;
    for (const at of [element, ...ancestors(element)]) held.set(at, (held.get(at) ?? 0) + length);
  }
  const isMost = (length: number): boolean => total > 0 && length >= total * ROOT_SHARE;
  let root = body;
  for (;;) {
    // Only among those with prose: a long story has many children, each costly to query.
    const [inner] = [...held].find(([box, length]) => isMost(length) && dom.parentElement(box) === root) ?? [];
    if (!inner || dom.matches(inner, 'p, li, blockquote')) break;
    root = inner;
  }
  const article = dom.closest(root, 'article, [role="article"], [itemprop="articleBody"]');
  const story = (article && dom.closest(article, 'article, main')) ?? dom.closest(root, 'main, [role="main"]') ?? root;
  return {
    story,
    parts: [...aboutHeadline(body, story, paragraphs), ...partsBeside(story, held), ...further(body, story, told)],
  };
}

/** The headline, if outside the story, and the paragraphs before the text. */
function aboutHeadline(body: Element, story: Element, paragraphs: readonly Paragraph[]): Element[] {
  if (dom.one(story, 'h1')) return [];
  const headlines = [...dom.all(body, 'h1')].filter((h) => !dom.closest(h, 'nav, footer'));
  const h1 = headlines.findLast((h) => dom.follows(story, h)) ?? headlines[0];
  if (!h1) return [];
  const between = paragraphs
    .map(({ element }) => element)
    .filter((element) => dom.follows(element, h1) && dom.follows(story, element) && !dom.contains(element, story));
  return [h1, ...(between.length > BETWEEN ? [] : between)];
}

/** A text may be in several boxes of one shape, with adverts between them. */
function partsBeside(story: Element, held: ReadonlyMap<Element, number>): Element[] {
  const name = dom.getAttribute(story, 'class');
  const parent = dom.parentElement(story);
  if (!parent || !name) return [];
  return [...dom.children(parent)].filter(
    (one) => one !== story && held.has(one) && dom.getAttribute(one, 'class') === name,
  );
}

/** Other stories on the page, as where readers scroll from one to the next. */
function further(body: Element, story: Element, told: readonly Paragraph[]): Element[] {
  const found = new Map<Element, number>();
  for (const { element, length } of told) {
    if (dom.contains(story, element)) continue;
    const article = dom.closest(element, 'article, [role="article"]');
    if (article && article !== body && !dom.contains(article, story))
      found.set(article, (found.get(article) ?? 0) + length);
  }
  return [...found].filter(([, length]) => length >= FURTHER_STORY).map(([article]) => article);
}
