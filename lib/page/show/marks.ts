import type { EntityKey } from '../../facts';
import { firstWhere } from '../../lists';
import * as dom from '../dom/dom';
import type { PageIndex } from '../read/page-index';
import { type Spot, staticRangeOf } from '../read/spot';
import type { MappedBlock } from '../read/text-block';
import { createNearBoxes } from './near-boxes';

/**
 * Paints marks with the CSS Custom Highlight API. The page's DOM is not touched at all; the style stands in
 * `entrypoints/marks.content.css`, which the background injects.
 *
 * Only boxes within a viewport of the visible part are painted: browsers repaint slowly with thousands of ranges
 * (WebKit most of all). Ranges are static: live ones would be kept up to date by the browser at each DOM change.
 *
 * Diary of browsers:
 * - The registry is per document, also across worlds: a page can list `CSS.highlights` and clear it. Names cannot be
 *   hidden from a page that looks there; when ours are gone they are put back with the next painting, or the next look.
 * - A highlight of a frame's text must be made with the frame's own classes and registered in the frame.
 * - Ranges in shadow trees are painted; the style reaches them by highlight inheritance from the host in Chromium, and in
 *   Firefox because it is the reader's own style, not the page's (entrypoints/background/site-parts.ts).
 * - In forced colours Chromium paints every highlight as a block, like selected text, whatever its style says; only
 *   `forced-color-adjust` on the text's own element would keep it off, and with it the forced colours of that element. An
 *   element of ours with lines in it would lie over what covers the story, and lag behind each scroll. So there the few
 *   main names have a mark, and every other one shows itself to the pointer, the tap and the popup only.
 */

export const MARK = 'backstory-mark';
export const ACTIVE = 'backstory-active';

/** For how many looks at most a page that keeps removing our marks is left alone. */
const LONGEST_PEACE = 32;

/** Marked entities where each mark is a block. */
const MAIN_NAMES = 3;

/** In viewports: how far beyond the visible part boxes are painted in advance. */
const MARGIN = 1;

interface HighlightScope {
  readonly Highlight?: new () => Set<AbstractRange> & { priority: number };
  readonly CSS?: { readonly highlights?: Map<string, Set<AbstractRange>> };
}

export interface Marks {
  /** Call when blocks or spots changed. */
  refresh(): void;
  setHidden(hidden: boolean): void;
  setActive(spot: Spot | null): void;
  /**
   * Restores what the page has removed. Call every few seconds; it acts ever more rarely if the page keeps removing.
   */
  keep(): void;
  /** Boxes with mentions within a viewport of the visible part. */
  near(): Iterable<Element>;
  /** Ranges painted now, for tests and benches. */
  painted(): number;
}

interface Layer {
  put(range: AbstractRange): void;
  take(range: AbstractRange): void;
  assert(): void;
  /** Restores what is missing; returns whether anything was. */
  mend(): boolean;
  drop(): void;
}

function layerOf(doc: Document, name: string, priority: number): Layer | null {
  const scope = dom.defaultView(doc) as unknown as HighlightScope | null;
  const registry = scope?.CSS?.highlights;
  if (!scope?.Highlight || !registry) return null;
  const highlight = new scope.Highlight();
  highlight.priority = priority;
  const ranges = new Set<AbstractRange>();
  const isGone = () => registry.get(name) !== highlight;
  return {
    put(range) {
      ranges.add(range);
      highlight.add(range);
    },
    take(range) {
      ranges.delete(range);
      // A removed frame's highlight is a dead object in Firefox.
      if (dom.isThere(doc)) highlight.delete(range);
    },
    assert() {
      if (isGone()) registry.set(name, highlight);
    },
    mend() {
      if (ranges.size === 0 || (!isGone() && highlight.size === ranges.size)) return false;
      registry.set(name, highlight);
      for (const range of ranges) highlight.add(range);
      return true;
    },
    drop() {
      ranges.clear();
      highlight.clear();
      if (registry.get(name) === highlight) registry.delete(name);
    },
  };
}

export function createMarks(index: PageIndex, top: Window, signal: AbortSignal): Marks {
  const layers = new Map<Document, { mark: Layer; active: Layer } | null>();
  const painted = new Map<
    MappedBlock,
    { readonly spots: readonly Spot[]; readonly ranges: readonly AbstractRange[]; readonly layer: Layer }
  >();
  const boxesNear = createNearBoxes(MARGIN, soon);
  /** The blocks of the last refresh. */
  let grouped: readonly MappedBlock[] = [];
  let hidden = false;
  const forced = top.matchMedia('(forced-colors: active)');
  /** Null: everything that deserves a mark. */
  let mainNames: ReadonlySet<EntityKey> | null = null;
  let active: { layer: Layer; range: AbstractRange } | null = null;
  let frame = 0;
  /** Looks to skip, and those skipped since the last one. */
  let peace = 0;
  let leftOut = 0;

  const layersIn = (doc: Document) => {
    if (!layers.has(doc)) {
      const mark = layerOf(doc, MARK, 0);
      const tint = layerOf(doc, ACTIVE, 1);
      layers.set(doc, mark && tint ? { mark, active: tint } : null);
    }
    return layers.get(doc) ?? null;
  };

  function erase(block: MappedBlock): void {
    const known = painted.get(block);
    for (const range of known?.ranges ?? []) known?.layer.take(range);
    painted.delete(block);
  }

  /** Recognises Chromium by a value only it knows; scripts cannot see how a highlight is painted. */
  const paintsBlocks = () => forced.matches && CSS.supports('forced-color-adjust', 'preserve-parent-color');

  function findMainNames(): ReadonlySet<EntityKey> {
    const weights = new Map<EntityKey, number>();
    for (const { mention } of index.spots()) {
      const { entity, marked, salience } = mention;
      if (marked) weights.set(entity, Math.max(salience, weights.get(entity) ?? 0));
    }
    const heaviest = [...weights].sort(([, a], [, b]) => b - a).slice(0, MAIN_NAMES);
    return new Set(heaviest.map(([entity]) => entity));
  }

  /** Which names are marked changes with each new name, and with the colours. */
  function chooseNames(): void {
    const before = mainNames;
    mainNames = paintsBlocks() ? findMainNames() : null;
    if (before || mainNames) for (const block of [...painted.keys()]) erase(block);
  }

  function paint(block: MappedBlock): void {
    if (painted.has(block)) return;
    const layer = layersIn(dom.documentOf(block.element));
    if (!layer) return;
    layer.mark.assert();
    const ranges: AbstractRange[] = [];
    const spots = index.spotsIn(block);
    for (const spot of spots) {
      const { marked, entity } = spot.mention;
      const range = marked && (mainNames?.has(entity) ?? true) ? staticRangeOf(spot) : null;
      if (!range) continue;
      layer.mark.put(range);
      ranges.push(range);
    }
    painted.set(block, { spots, ranges, layer: layer.mark });
  }

  /** A box's blocks near the viewport. With one block that is it; a box with many (a megabyte) is searched. */
  function nearBlocks(element: Element): readonly MappedBlock[] {
    const blocks = index.blocksOf(element);
    if (blocks.length <= 2) return blocks;
    const { innerHeight } = dom.defaultView(dom.documentOf(element)) ?? top;
    const [above, below] = [-MARGIN * innerHeight, (1 + MARGIN) * innerHeight];
    const from = firstWhere(blocks.length, (index) => bottomOf(blocks[index]!) >= above);
    const to = firstWhere(blocks.length, (index) => topOf(blocks[index]!) > below);
    return blocks.slice(Math.max(0, from - 1), to + 1);
  }

  function paintNear(): void {
    frame = 0;
    if (signal.aborted) return;
    const wanted = new Set<MappedBlock>();
    if (!hidden) for (const element of boxesNear.near()) for (const block of nearBlocks(element)) wanted.add(block);
    for (const block of [...painted.keys()]) if (!wanted.has(block)) erase(block);
    for (const block of wanted) paint(block);
  }
  /** Do nearby blocks need painting? In a long story nearly everything is far away. */
  function isPaintingDue(): boolean {
    if (hidden) return false;
    for (const element of boxesNear.near()) {
      const blocks = index.blocksOf(element);
      if (blocks.length > 2 || blocks.some((block) => !painted.has(block))) return true;
    }
    return false;
  }
  function soon() {
    // At most once a frame; a hidden tab has no frames and needs none.
    frame ||= top.requestAnimationFrame(paintNear);
  }

  // Only boxes with many blocks depend on the scroll position: the observer cannot see inside them.
  const scrolled = () => {
    for (const element of boxesNear.near()) if (index.blocksOf(element).length > 2) return soon();
  };
  top.addEventListener('scroll', scrolled, { capture: true, passive: true, signal });
  top.addEventListener('resize', soon, { passive: true, signal });
  const recoloured = () => {
    chooseNames();
    soon();
  };
  dom.listen(forced, 'change', recoloured, { signal });
  signal.addEventListener('abort', () => {
    boxesNear.end();
    top.cancelAnimationFrame(frame);
    for (const [doc, layer] of layers) {
      if (!dom.isThere(doc)) continue;
      layer?.mark.drop();
      layer?.active.drop();
    }
    painted.clear();
  });

  return {
    refresh() {
      const alive = grouped === index.blocks ? null : new Set(index.blocks);
      if (alive) {
        grouped = index.blocks;
        const boxes = new Map<Element, number>();
        for (const { element, text } of grouped) boxes.set(element, (boxes.get(element) ?? 0) + text.length);
        boxesNear.set(boxes);
      }
      for (const [block, { spots }] of [...painted]) {
        if (alive?.has(block) === false || index.spotsIn(block) !== spots) erase(block);
      }
      chooseNames();
      if (isPaintingDue()) soon();
    },
    setHidden(next) {
      // A needless frame costs a large page 7 ms.
      if (next === hidden) return;
      hidden = next;
      soon();
    },
    setActive(spot) {
      if (active) active.layer.take(active.range);
      active = null;
      const range = spot && staticRangeOf(spot);
      const layer = spot && layersIn(dom.documentOf(spot.block.element));
      if (!range || !layer) return;
      layer.active.assert();
      layer.active.put(range);
      active = { layer: layer.active, range };
    },
    keep() {
      if (leftOut++ < peace) return;
      leftOut = 0;
      let lost = false;
      for (const [doc, layer] of layers) {
        if (!dom.isThere(doc)) layers.delete(doc);
        else if ([layer?.mark.mend(), layer?.active.mend()].includes(true)) lost = true;
      }
      peace = lost ? Math.min(peace * 2 + 1, LONGEST_PEACE) : 0;
    },
    near: () => boxesNear.near(),
    painted: () => [...painted.values()].reduce((sum, { ranges }) => sum + ranges.length, 0),
  };
}

const characterRect = (block: MappedBlock, last: boolean): DOMRect | null => {
  const run = last ? block.runs.at(-1) : block.runs[0];
  if (!run || !dom.isConnected(run.node) || run.from + run.length > run.node.length) return null;
  const range = dom.createRange(dom.documentOf(run.node));
  const at = last ? run.from + run.length - 1 : run.from;
  range?.setStart(run.node, at);
  range?.setEnd(run.node, at + 1);
  return range?.getBoundingClientRect() ?? null;
};
const topOf = (block: MappedBlock): number => characterRect(block, false)?.top ?? 0;
const bottomOf = (block: MappedBlock): number => characterRect(block, true)?.bottom ?? 0;
