import type { BlockRole } from '../../linking';
import * as dom from '../dom/dom';
import { frameDocument, isReadableFrame } from '../dom/frames';
import type { ArticleKind } from '../recognise/article-kind';
import { LAYOUT_DEPTH, roleAbove, roleOf } from '../recognise/furniture';
import { type Budget, costOf } from './budget';
import { isLinkedLine } from './linked-line';
import { postAround } from './live-posts';
import {
  addBreak,
  addText,
  BLOCK_LIMIT,
  blocksOf,
  type Draft,
  emptyDraft,
  type MappedBlock,
  type TextPoint,
} from './text-block';

/**
 * Walks the story and yields its blocks of text in reading order, through open shadow roots and same-origin frames.
 *
 * The walk is a generator that yields `undefined` every few steps, to be run in slices; it uses no recursion and keeps
 * to a budget of depth, nodes and text. The page may change meanwhile: the walk only follows a node's current
 * neighbours (in circles, if the page moves them, until the budget is used up), and the watcher catches what it missed.
 */

/** Characters of one text node per step: a megabyte in one node must not fill a slice. */
const CHUNK = 16_384;

export interface WalkResult {
  readonly blocks: readonly MappedBlock[];
  /** Shadow roots and frame documents found: a MutationObserver does not see into them by itself. */
  readonly trees: readonly (ShadowRoot | Document)[];
}

interface Open {
  readonly element: Element;
  readonly role: BlockRole;
  readonly box: Element;
  readonly block: boolean;
  /** Which of its children comes next. */
  next: Node | null;
}

/** For an open shadow tree: slots are walked where they are, so light children come through them. */
function childrenOf(element: Element): { first: Node | null; tree: ShadowRoot | null } {
  const tree = dom.shadowRoot(element);
  return { first: dom.firstChild(tree ?? element), tree };
}

const INLINE = /^(?:inline|contents|ruby)/;

type Style = CSSStyleDeclaration | undefined;

/** An element's style, requested again for each text in it. */
function createStyles(): (element: Element) => Style {
  let last: Element | null = null;
  let style: Style;
  return (element) => {
    if (element !== last) style = dom.styleOf(element);
    last = element;
    return style;
  };
}

function layoutOf(style: Style): 'hidden' | 'inline' | 'block' {
  // Read once: each style property costs as much as a step of the walk.
  const display = style?.display ?? 'none';
  if (!style || display === 'none') return 'hidden';
  return INLINE.test(display) && style.float !== 'left' && style.float !== 'right' ? 'inline' : 'block';
}

/** Text only for screen readers or search engines: clipped to a point, or transparent. */
function isUnseen(style: Style): boolean {
  if (style?.visibility !== 'visible') return true;
  if (
    style.position === 'absolute' &&
    (style.clip === 'rect(0px, 0px, 0px, 0px)' || style.clip === 'rect(1px, 1px, 1px, 1px)')
  ) {
    return true;
  }
  return false;
}

/** `story`: the element found to contain the story; `root` is it, a box in it, or one beside it. */
export function* walk(
  root: Element,
  story: Element,
  nextId: () => number,
  budget: Budget,
  kind: ArticleKind = 'story',
): Generator<void, WalkResult> {
  const blocks: MappedBlock[] = [];
  const trees: (ShadowRoot | Document)[] = [];
  const above = roleAbove(root, story);
  if (above === 'furniture') return { blocks, trees };
  const stack: Open[] = [];
  const styleOf = createStyles();
  let draft: Draft = emptyDraft();
  let room = budget.text;

  const flush = (role: BlockRole, element: Element, open = false) => {
    if (draft.length === 0) return;
    const { cut, rest } = blocksOf(draft, open);
    for (const piece of cut) {
      const isLine = kind !== 'page' && /^(?:body|aside|caption|standfirst)$/.test(role);
      if (isLine && isLinkedLine(element, piece.text)) continue;
      blocks.push({
        id: nextId(),
        role,
        element,
        section: kind === 'live' ? postAround(element, story) : undefined,
        ...piece,
      });
    }
    room -= costOf(cut);
    draft = rest;
  };
  const enter = (element: Element, role: BlockRole, box: Element): void => {
    if (stack.length >= budget.depth) return;
    const own = roleOf(element, role, element === story || stack.length > LAYOUT_DEPTH, kind);
    const tag = dom.localName(element);
    if (tag === 'iframe') {
      const doc = isReadableFrame(element) ? frameDocument(element) : null;
      const body = doc && budget.mayRead(doc) && dom.body(doc);
      if (body) {
        flush(role, box);
        trees.push(doc);
        stack.push({ element: body, role, box: body, block: true, next: dom.firstChild(body) });
      }
      return;
    }
    if (tag === 'br' || tag === 'hr') {
      addBreak(draft, '\n');
      return;
    }
    const layout = own === 'furniture' ? 'hidden' : layoutOf(styleOf(element));
    if (own === 'furniture' || layout === 'hidden') {
      // Skipped elements still separate words: "Trump" <button> "said".
      if (own === 'furniture' && tag !== 'wbr') addBreak(draft, ' ');
      return;
    }
    if (layout === 'block') flush(role, box);
    const { first, tree } = childrenOf(element);
    if (tree) trees.push(tree);
    const assigned = tag === 'slot' ? dom.assignedNodes(element as HTMLSlotElement) : [];
    stack.push({
      element,
      role: own,
      box: layout === 'block' ? element : box,
      block: layout === 'block',
      next: assigned.length > 0 ? null : first,
    });
    // Slotted nodes have their siblings in the light tree, so each gets a level of its own; a stack, so last first.
    for (const node of [...assigned].reverse())
      slotted.push({ node, role: own, box: layout === 'block' ? element : box, depth: stack.length });
  };
  const slotted: { node: Node; role: BlockRole; box: Element; depth: number }[] = [];

  function* text(node: Text, role: BlockRole, box: Element): Generator<void> {
    const parent = dom.parentElement(node);
    if (parent && /\S/.test(node.data) && isUnseen(styleOf(parent))) return;
    const { length } = node.data;
    for (let from = 0; from < length && room > 0; from += CHUNK) {
      addText(draft, node, from, Math.min(from + CHUNK, length));
      if (draft.length > 2 * BLOCK_LIMIT) flush(role, box, true);
      if (length > CHUNK) yield;
    }
  }

  enter(root, above, root);
  for (let steps = 0; stack.length > 0 && steps < budget.nodes && room > 0; steps++) {
    if (steps % 4 === 3) yield;
    const top = stack.at(-1)!;
    const waiting = slotted.at(-1);
    let node: Node | null;
    if (waiting && waiting.depth === stack.length) {
      slotted.pop();
      node = waiting.node;
    } else {
      node = top.next;
      top.next = node && dom.nextSibling(node);
    }
    if (!node) {
      stack.pop();
      if (top.block) flush(top.role, top.box);
    } else if (dom.isText(node)) yield* text(node, top.role, top.box);
    else if (dom.isElement(node)) enter(node, top.role, top.box);
  }
  // An inline root never closed a box of its own.
  flush(above, root);
  return { blocks: kind === 'page' ? blocks : withoutLabels(blocks), trees };
}

/** Characters of a line above the headline without a sentence end: the section's name. */
const LABEL_TEXT = 60;

function withoutLabels(blocks: readonly MappedBlock[]): readonly MappedBlock[] {
  const title = blocks.findIndex(({ role }) => role === 'title');
  const isLabel = ({ text, role }: MappedBlock, at: number): boolean =>
    at < title && role !== 'standfirst' && text.length < LABEL_TEXT && !/[.!?。！？]/.test(text);
  return title <= 0 ? blocks : blocks.filter((block, at) => !isLabel(block, at));
}

/** A range over part of a block, in the block's document. */
export function rangeIn({ start, end }: { readonly start: TextPoint; readonly end: TextPoint }): Range | null {
  if (!dom.isConnected(start.node) || !dom.isConnected(end.node)) return null;
  if (start.offset > start.node.length || end.offset > end.node.length) return null;
  const range = dom.createRange(dom.documentOf(start.node));
  range?.setStart(start.node, start.offset);
  range?.setEnd(end.node, end.offset);
  return range;
}
