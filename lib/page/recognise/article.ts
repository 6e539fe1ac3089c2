import * as dom from '../dom/dom';
import { metaOf } from '../dom/meta';
import { someText } from '../dom/some-text';
import { CLAIMED_ARTICLE_TEXT, PARAGRAPH_TEXT, STORY_TEXT } from './amounts';
import type { ArticleKind } from './article-kind';
import { declaredLanguage } from './declared-language';
import { isFrontAddress } from './front-address';
import { isCommentBox } from './furniture';
import { type PageSays, whatPageSays } from './page-says';
import { isPrivate } from './private-page';
import { type Prose, proseOf } from './prose';
import { storyBox } from './story-box';
import { isArticleThing, structuredThings, textOf } from './structured-data';

/**
 * Is this page a story, and where in it?
 *
 * In doubt the answer is no: a mark in an editor, mailbox or bank is worse than a story without marks. The reader can
 * overrule "does not look like a story" (`asked`), but nothing overrules a private page.
 */

export interface Article {
  readonly kind: ArticleKind;
  readonly headline: string;
  /** BCP 47, as the page says; null if it does not. */
  readonly language: string | null;
  /** Disjoint subtrees with the story and its comments, in document order. */
  readonly roots: readonly Element[];
  /** The root that holds most of the story. */
  readonly story: Element;
}

/** The share of a page's prose that must be together, unless it is long. */
const STORY_SHARE = 0.25;
const LONG_STORY = 1_500;

/** Boxes examined for comments, and comment boxes that are read. */
const BOXES_LOOKED_AT = 20_000;
const COMMENT_BOXES = 50;
/** Characters of what a page says about itself: sent with each question to the background. */
const SAID = 500;

function commentBoxes(doc: Document, root: Element): Element[] {
  const found: Element[] = [];
  let looked = 0;
  for (const box of dom.all(doc, 'section, div, ol, ul, aside')) {
    if (found.length >= COMMENT_BOXES || looked++ >= BOXES_LOOKED_AT) break;
    const isOne = isCommentBox(box) && !dom.contains(root, box) && !dom.contains(box, root);
    if (isOne && someText(box, PARAGRAPH_TEXT).length >= PARAGRAPH_TEXT) found.push(box);
  }
  return found;
}

function withoutNested(elements: readonly Element[]): Element[] {
  const outer = elements.filter((one) => !elements.some((other) => other !== one && dom.contains(other, one)));
  return [...new Set(outer)].sort((a, b) => (dom.follows(b, a) ? -1 : 1));
}

function looksLikeStory(says: PageSays, { length, together, teasers, told }: Prose, isFront: boolean): boolean {
  if (says === 'other') return false;
  const isStory = together >= STORY_TEXT && (together >= length * STORY_SHARE || together >= LONG_STORY);
  if (says === 'nothing') return !isFront && isStory;
  // Many lists and front pages claim in one meta to be an article.
  const isMixed = says === 'perhaps' && (isFront || teasers > told.length);
  return length >= CLAIMED_ARTICLE_TEXT && (isStory || !isMixed);
}

/** Only on these elements: many pages link to a live blog. */
const LIVE =
  '[itemtype$="/LiveBlogPosting"], :is(body, main, article):is([class*="live-blog" i], [class*="liveblog" i])';

const isLive = (doc: Document): boolean =>
  dom.one(doc, LIVE) !== null || structuredThings(doc).some((thing) => /LiveBlogPosting/.test(String(thing['@type'])));

/** Why a page is not read. The reader can overrule only the first. */
export type NoArticle = 'not-an-article' | 'off-limits';

/** The story of this page, or why there is none. `asked`: the reader pressed the button for this very page. */
export function findArticle(...given: Parameters<typeof lookForArticle>): Article | NoArticle {
  const work = lookForArticle(...given);
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

/** The same in steps, to be run in slices. */
export function* lookForArticle(doc: Document, address: URL, asked: boolean): Generator<void, Article | NoArticle> {
  const body = dom.body(doc);
  if (!body || !/html/.test(dom.contentType(doc))) return 'off-limits';
  const live = isLive(doc);
  const prose = yield* proseOf(body, address, live);
  yield;
  const holdsProse = (box: Element): boolean =>
    prose.told.reduce((sum, { element, length }) => sum + (dom.contains(box, element) ? length : 0), 0) * 2 >=
    prose.length;
  const says = whatPageSays(doc, address, holdsProse);
  yield;
  const box = storyBox(body, prose.paragraphs, prose.told);
  const isBeside = (password: Element): boolean => prose.paragraphs.length > 0 && standsBeside(password, box.story);
  if (isPrivate(doc, address, says === 'article' || says === 'perhaps', isBeside)) return 'off-limits';
  const isStory = looksLikeStory(says, prose, isFrontAddress(address));
  if (!isStory && !asked) return 'not-an-article';
  const story = isStory ? box.story : (dom.one(body, 'main') ?? body);
  return {
    kind: isStory ? (live ? 'live' : 'story') : 'page',
    headline: claimedHeadline(doc),
    language: declaredLanguage(doc, story),
    story,
    roots: withoutNested([...(isStory ? box.parts : []), story, ...commentBoxes(doc, story)]),
  };
}

/** A log-in box, which many newspapers have on every page: above the headline or beside the text. */
function standsBeside(password: Element, story: Element): boolean {
  if (dom.closest(password, 'header, nav, aside, footer, dialog, [role="dialog"], [aria-modal="true"]')) return true;
  if (!dom.contains(story, password)) return true;
  const h1 = dom.one(story, 'h1');
  return h1 !== null && dom.follows(h1, password);
}

/** The printed headline; '' if there is none or more than one. */
export function onlyH1(doc: Document): string {
  const [h1, another] = dom.all(doc, 'h1');
  return h1 && !another ? someText(h1, SAID).text.slice(0, SAID) : '';
}

/** The headline the page claims, whatever kind of page it is. */
export function claimedHeadline(doc: Document): string {
  const thing = structuredThings(doc).find(isArticleThing);
  const claimed =
    (thing && textOf(thing, 'headline')) || metaOf(doc, 'og:title') || onlyH1(doc) || dom.title(doc).trim();
  return claimed.slice(0, SAID);
}
