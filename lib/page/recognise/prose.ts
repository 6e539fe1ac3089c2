import { createBoxTest } from '../dom/boxes-around';
import * as dom from '../dom/dom';
import { CLAIMED_ARTICLE_TEXT, LONG_PARAGRAPH } from './amounts';
import { roleOf } from './furniture';
import { type Paragraph, paragraphsOf } from './paragraphs';
import { createTeaserTest } from './teasers';

/** A page's prose, and how much of it could be one story. */
export interface Prose {
  /** In document order, without those beside the story or in a list of stories. */
  readonly paragraphs: readonly Paragraph[];
  /** Those with sentences. */
  readonly told: readonly Paragraph[];
  readonly length: number;
  /** Characters of long paragraphs close together, in one box or in boxes of one box. */
  readonly together: number;
  /** Paragraphs in lists of stories. */
  readonly teasers: number;
}

/** Boxes around a paragraph that count as close together. */
const TOGETHER = 3;

const lengthOf = (paragraphs: readonly Paragraph[]): number => paragraphs.reduce((sum, { length }) => sum + length, 0);

/** In steps, to be run in slices. */
export function* proseOf(body: Element, here: URL, live: boolean): Generator<void, Prose> {
  const all = yield* paragraphsOf(body);
  // A post may have its own address.
  const isTeaser = live ? () => false : createTeaserTest(body, here);
  const isBeside = createBoxTest(
    body,
    (box) => box !== body && /^(?:furniture|aside|comment)$/.test(roleOf(box, 'body')),
  );
  const own: Paragraph[] = [];
  let paragraphs: Paragraph[] = [];
  for (const paragraph of all) {
    yield;
    if (isTeaser(paragraph.element)) continue;
    own.push(paragraph);
    if (!isBeside(paragraph.element)) paragraphs.push(paragraph);
  }
  let told = paragraphs.filter(({ isSentence }) => isSentence);
  // If box names would exclude everything, they are just names of the layout.
  if (lengthOf(told) < CLAIMED_ARTICLE_TEXT) {
    paragraphs = own;
    told = own.filter(({ isSentence }) => isSentence);
  }
  const held = new Map<Element, number>();
  for (const { element, length } of told) {
    if (length < LONG_PARAGRAPH) continue;
    let box = dom.parentElement(element);
    for (let level = 0; box && level < TOGETHER; level++, box = dom.parentElement(box))
      held.set(box, (held.get(box) ?? 0) + length);
  }
  return {
    paragraphs,
    told,
    length: lengthOf(told),
    together: Math.max(0, ...held.values()),
    teasers: all.length - own.length,
  };
}
