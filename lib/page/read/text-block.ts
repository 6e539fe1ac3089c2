import type { BlockRole } from '../../linking';
import { firstWhere } from '../../lists';

/**
 * A block of text, and where each of its characters is in the page.
 *
 * White space is collapsed as a browser paints it; nothing else changes: zero-width and bidi characters stay, so that
 * offsets are exact. The way back is a list of *runs*: stretches of the block that are unchanged (except for the kind
 * of white space) in one text node. Characters of no node (a space for `<br>`) belong to no run.
 *
 * Invariant: runs are sorted by `at`, do not overlap, and `text.slice(at, at + length)` equals the node's own text
 * starting at `from`, treating all white space as equal.
 */

export interface Run {
  readonly node: Text;
  /** Offset in the node. */
  readonly from: number;
  /** Offset in the block. */
  readonly at: number;
  readonly length: number;
}

export interface MappedBlock {
  readonly id: number;
  readonly text: string;
  readonly role: BlockRole;
  readonly runs: readonly Run[];
  /** The box the text is laid out in: observed for nearness to the viewport. */
  readonly element: Element;
  /** The post of a live blog it belongs to. */
  readonly section?: number | undefined;
}

type Piece = Pick<MappedBlock, 'text' | 'runs'>;

/** A place in the page. */
export interface TextPoint {
  readonly node: Text;
  readonly offset: number;
}

/**
 * UTF-16 units after which a block is cut at the next sentence end. Coreference works across blocks, so this costs
 * nothing.
 */
export const BLOCK_LIMIT = 4_000;

/** White space of which only the first character is painted. */
const TOO_WHITE = /[ \t\n\r\f]{2,}/g;
const OTHER_WHITE = /[\t\n\r\f]/;
const SENTENCE_END = /[.!?…。！？]["'”’»)\]]*[ \n]/g;

export interface Draft {
  readonly pieces: string[];
  readonly runs: Run[];
  length: number;
  /** The draft ends in white space (or is empty): more of it collapses. */
  white: boolean;
}

export const emptyDraft = (): Draft => ({ pieces: [], runs: [], length: 0, white: true });

function push(draft: Draft, piece: string, node: Text | null, from: number): void {
  if (piece === '') return;
  draft.pieces.push(piece);
  if (node) draft.runs.push({ node, from, at: draft.length, length: piece.length });
  draft.length += piece.length;
  draft.white = /[ \n]$/.test(piece);
}

/** Adds `node`'s text from `from` to `to`. Usually it is painted unchanged, and taken in one piece. */
export function addText(draft: Draft, node: Text, from: number, to: number): void {
  const data = node.data.slice(from, to);
  let done = draft.white ? whiteBefore(data) : 0;
  TOO_WHITE.lastIndex = done;
  for (let match = TOO_WHITE.exec(data); match; match = TOO_WHITE.exec(data)) {
    push(draft, plain(data.slice(done, match.index + 1)), node, from + done);
    done = match.index + match[0].length;
  }
  push(draft, plain(data.slice(done)), node, from + done);
}

const whiteBefore = (data: string): number => /^[ \t\n\r\f]*/.exec(data)?.[0].length ?? 0;
/** All white space is painted as a space. */
const plain = (text: string): string => (OTHER_WHITE.test(text) ? text.replace(/[\t\n\r\f]/g, ' ') : text);

/** Adds white space outside any text node: a line break, or a picture between two words. */
export function addBreak(draft: Draft, piece: ' ' | '\n'): void {
  if (!draft.white) push(draft, piece, null, 0);
}

/** The block for a draft's text from `start` to `end`, or null if blank. */
function cut(
  text: string,
  runs: readonly Run[],
  start: number,
  end: number,
): Pick<MappedBlock, 'text' | 'runs'> | null {
  while (start < end && /[ \n]/.test(text[start]!)) start++;
  while (end > start && /[ \n]/.test(text[end - 1]!)) end--;
  if (start === end) return null;
  const inside: Run[] = [];
  for (let i = runAt(runs, start); i < runs.length; i++) {
    const run = runs[i]!;
    if (run.at >= end) break;
    const skip = Math.max(0, start - run.at);
    const length = Math.min(run.at + run.length, end) - run.at - skip;
    if (length > 0) inside.push({ node: run.node, from: run.from + skip, at: run.at + skip - start, length });
  }
  return { text: text.slice(start, end), runs: inside };
}

/** Where to cut a text that is too long: after a sentence, else between words, else between characters. */
function cutAt(text: string, start: number): number {
  const limit = start + BLOCK_LIMIT;
  SENTENCE_END.lastIndex = start + BLOCK_LIMIT / 2;
  let end = 0;
  for (let match = SENTENCE_END.exec(text); match && match.index < limit; match = SENTENCE_END.exec(text)) {
    end = match.index + match[0].length;
  }
  if (end) return end;
  const space = text.lastIndexOf(' ', limit);
  if (space > start) return space + 1;
  // Never inside a surrogate pair, nor before a combining mark.
  let at = limit;
  while (at > start + 1 && /[\udc00-\udfff\p{M}\u200d]/u.test(text[at] ?? '')) at--;
  return at;
}

/** Turns a draft into blocks. With `open`, the last piece may still grow and is returned as a new draft. */
export function blocksOf(draft: Draft, open: boolean): { cut: Piece[]; rest: Draft } {
  const text = draft.pieces.join('');
  const done: Piece[] = [];
  let start = 0;
  while (text.length - start > BLOCK_LIMIT) {
    const end = cutAt(text, start);
    const block = cut(text, draft.runs, start, end);
    if (block) done.push(block);
    start = end;
  }
  if (!open) {
    const block = cut(text, draft.runs, start, text.length);
    if (block) done.push(block);
    return { cut: done, rest: emptyDraft() };
  }
  const rest = emptyDraft();
  const left = text.slice(start);
  if (left !== '') {
    rest.pieces.push(left);
    for (let i = runAt(draft.runs, start); i < draft.runs.length; i++) {
      const run = draft.runs[i]!;
      const skip = Math.max(0, start - run.at);
      if (run.length > skip)
        rest.runs.push({ node: run.node, from: run.from + skip, at: run.at + skip - start, length: run.length - skip });
    }
    rest.length = left.length;
    rest.white = draft.white;
  }
  return { cut: done, rest };
}

/** Index of the last run starting at or before `offset` (0 if none). */
const runAt = (runs: readonly Run[], offset: number): number =>
  Math.max(0, firstWhere(runs.length, (index) => runs[index]!.at > offset) - 1);

/** Both ends of the text from `start` to `end` in the page; null if none of its characters is in a node. */
export function locate(block: MappedBlock, start: number, end: number): { start: TextPoint; end: TextPoint } | null {
  const { runs } = block;
  if (runs.length === 0 || end <= start) return null;
  let first = runAt(runs, start);
  if (runs[first]!.at + runs[first]!.length <= start) first++;
  const last = runAt(runs, end - 1);
  const [a, b] = [runs[first], runs[last]];
  if (!a || !b || first > last) return null;
  return {
    start: { node: a.node, offset: a.from + Math.max(0, start - a.at) },
    end: { node: b.node, offset: b.from + Math.min(b.length, end - b.at) },
  };
}

/** Offset in the block for a caret in one of its nodes; null if that part of the node is not in this block. */
export function offsetOf(
  block: MappedBlock,
  node: Text,
  offset: number,
  runs: readonly Run[] = block.runs,
): number | null {
  let best: number | null = null;
  for (const run of runs) {
    if (run.node !== node) continue;
    if (offset >= run.from && offset <= run.from + run.length) return run.at + offset - run.from;
    // In collapsed white space between two runs: for a reader the same place as the end of the earlier one.
    if (offset > run.from + run.length) best = run.at + run.length;
  }
  return best;
}
