/** See `startVisit`. It is long because all that a story needs of its page works on one index. */

import type { Clues, StoryDay } from '../../dating';
import type { EntityKey, EntityLabel } from '../../facts';
import type { GoneMention, NamePlace, ScanAnswer, ScanStory } from '../../linking';
import { groupBy } from '../../lists';
import type { Day } from '../../time';
import * as dom from '../dom/dom';
import { sleep } from '../dom/sleep';
import { inSlices } from '../dom/slices';
import { askDay } from '../read/ask-day';
import { askTwice } from '../read/ask-twice';
import { costOf, createFrameLimit, MOST_DEPTH, MOST_NODES, MOST_TEXT } from '../read/budget';
import { dirtyBoxes, staleIn } from '../read/dirty-boxes';
import { pageIdle } from '../read/page-idle';
import { createPageIndex, type PageIndex } from '../read/page-index';
import { scanBatches } from '../read/scan-batches';
import type { Spot } from '../read/spot';
import type { MappedBlock } from '../read/text-block';
import { walk } from '../read/text-map';
import type { KeyedName, UnknownEntry } from '../read/unknown-entry';
import { putUnknown } from '../read/unknown-spots';
import { type Article, lookForArticle } from '../recognise/article';
import { glanceAt, identityOf, isDayOpen, type StoryIdentity } from '../recognise/story-identity';
import { createMarks, type Marks } from '../show/marks';
import { type ChangeWatch, type Dirty, watchChanges } from '../watch/watch-changes';
import { dayOf, initialVisit, stepVisit } from './machine';
import type { VisitEffect, VisitEvent, VisitState } from './types';

export interface VisitOptions {
  readonly top: Window;
  readonly scan: (story: ScanStory) => Promise<ScanAnswer>;
  readonly dayOf: (clues: Clues) => Promise<StoryDay>;
  /** Names in the whole story that no pack knows. `named`: where mentions are. */
  readonly unknownOf: (story: ScanStory, named: readonly NamePlace[]) => Promise<readonly KeyedName[]>;
  /** The reader asked for this very page: it need not look like a story. */
  readonly asked: boolean;
  readonly marksHidden: boolean;
  /** Our own nodes in the page. */
  readonly isOwn: (node: Node) => boolean;
  /** State or spots changed. */
  readonly changed: (visit: Visit) => void;
  /** A same-origin frame has part of the story: listen to its events too. */
  readonly frameFound?: (doc: Document) => void;
  readonly onSlice?: (ms: number) => void;
  readonly signal: AbortSignal;
}

export interface Visit {
  readonly state: VisitState;
  /** The error in state `failed`; names already found stay. */
  readonly failure: unknown;
  readonly article: Article | null;
  /** The story's day, and the one the page gives: the reader may have set another. */
  readonly day: Day | null;
  readonly pageDay: Day | null;
  readonly index: PageIndex;
  readonly marks: Marks;
  /** The glossary's entry for each entity mentioned here. */
  readonly entities: ReadonlyMap<EntityKey, EntityLabel>;
  /** Names that no pack knows, found after the others. */
  readonly unknown: readonly UnknownEntry[];
  /** Scans the whole story again: settings changed, or the reader rejected a link. */
  scanAgain(): Promise<void>;
  /** The reader may have set another day. */
  dateAgain(): Promise<void>;
}

/** ms between checks that the story's elements are still in the page, and the page still tells that story. */
const CHECK_MS = 2_000;
/** With more dirty boxes the whole story is read again. */
const BOX_LIMIT = 60;

/**
 * One visit to one story: found, mapped, scanned, marked, kept up to date. It ends with its AbortSignal (on navigation,
 * when the site is switched off or the extension dies); nothing outlives it.
 */
export function startVisit(options: VisitOptions): Visit {
  const { top, scan, asked, isOwn, changed, frameFound, onSlice, signal } = options;
  const doc = top.document;
  const index = createPageIndex();
  const marks = createMarks(index, top, signal);
  marks.setHidden(options.marksHidden);
  const entities = new Map<EntityKey, EntityLabel>();
  const mayRead = createFrameLimit(top);
  const days = askDay(top, options.dayOf, signal);
  const slices = onSlice ? { signal, onSlice } : { signal };
  let state = initialVisit;
  let watch: ChangeWatch | null = null;
  let namesTimer: ReturnType<typeof setTimeout> | undefined;
  let lastId = 0;
  /** Total characters mapped, to measure what changes cost. */
  let read = 0;
  /** Mapping and scanning run one after another: two at once would discard each other's results. */
  let queue: Promise<void> = Promise.resolve();

  const visit: Visit = {
    get state() {
      return state.at;
    },
    get failure() {
      return state.failure;
    },
    get article() {
      return state.article;
    },
    get day() {
      return dayOf(state);
    },
    get pageDay() {
      return state.day.page;
    },
    index,
    marks,
    entities,
    get unknown() {
      return state.unknown;
    },
    scanAgain: () => inQueue(() => step({ type: 'scan-again' })),
    dateAgain: () =>
      inQueue(async () => {
        if (!state.article) return;
        days.forget();
        await step({ type: 'day-chosen', chosen: (await days.now(state.day)).chosen });
      }),
  };

  async function step(event: VisitEvent): Promise<void> {
    const after = stepVisit(state, event);
    state = after.state;
    for (const effect of after.effects) await carryOut(effect);
  }

  async function carryOut(effect: VisitEffect): Promise<unknown> {
    switch (effect.type) {
      case 'changed':
        return changed(visit);
      case 'look':
        if (effect.after > 0) await sleep(effect.after, signal);
        return step({ type: 'looked', found: await find() });
      case 'date': {
        days.forget();
        const day = await days.now(state.day);
        return step({ type: 'dated', day, identity: identityOf(doc, day.page), glance: glanceAt(doc) });
      }
      case 'read':
        watch ??= watchChanges({ doc, isOwn, tell, signal });
        // All of what was there stands in for the first: text that is the same keeps its spots.
        return readBoxes(state.article!.roots.map((root, at) => [root, at === 0 ? index.blocks : []]));
      case 'read-dirty':
        return readDirty(effect.dirty);
      case 'scan':
        return scanBlocks(index.blocks);
      case 'clear':
        index.replace(index.blocks, []);
        entities.clear();
        return marks.refresh();
      case 'forget-names':
        return entities.clear();
      case 'compare':
        return compare(null);
      case 'find-again':
        return step({ type: 'found-again', found: await find(), other: effect.other });
      case 'seek-names':
        clearTimeout(namesTimer);
        if (!signal.aborted) namesTimer = setTimeout(() => void inQueue(namesDue), effect.after);
        return;
      case 'ask-names':
        return findUnknown();
      default:
        return effect satisfies never;
    }
  }

  function inQueue(work: () => Promise<void>): Promise<void> {
    queue = queue.then(work).catch(async (why: unknown) => {
      if (signal.aborted) return;
      await step({ type: 'unanswered', why });
      await through();
    });
    return queue;
  }

  const through = () => step({ type: 'through', now: performance.now() });
  const namesDue = () => step({ type: 'names-due', now: performance.now(), characters: costOf(index.blocks) });
  const find = () => inSlices(lookForArticle(doc, new URL(top.location.href), asked), slices);
  const isLost = ({ roots }: Article): boolean => !roots.every(dom.isConnected);

  async function identityNow(before: StoryIdentity): Promise<StoryIdentity> {
    return identityOf(doc, isDayOpen(before, doc) ? (await days.now(state.day)).page : before.day);
  }

  /** The story's elements were replaced, or the page's description changed: the same story, another, or none? */
  async function compare(dirty: Dirty | null): Promise<void> {
    const { article, identity } = state;
    if (!article || !identity) return;
    await step({ type: 'compared', now: await identityNow(identity), lost: isLost(article), dirty });
  }

  async function tell(dirty: Dirty): Promise<number> {
    const before = read;
    await inQueue(() => compare(dirty));
    return read - before;
  }

  const storyOf = (blocks: readonly MappedBlock[]): ScanStory => ({
    day: visit.day,
    title: state.article!.headline,
    language: state.article!.language,
    blocks: blocks.map(({ id, text, role, section }) => ({ id, text, role, section })),
    memory: null,
  });

  /** Runs after all names with a card: nobody waits for it, and if it fails the story stays as it was. */
  async function findUnknown(): Promise<void> {
    const named = index.spots().flatMap(({ mention, unknown }) => (unknown ? [] : [namePlaceOf(mention)]));
    const names = await options.unknownOf(storyOf(index.blocks), named).catch(() => null);
    if (names && !signal.aborted) await step({ type: 'names', unknown: putUnknown(index, names) });
  }

  /** Maps `root` and replaces the blocks of `stale`. Blocks with unchanged text keep their spots. */
  async function mapAgain(root: Element, stale: readonly MappedBlock[]): Promise<readonly MappedBlock[]> {
    const { story, kind } = state.article!;
    const others = costOf(index.blocks) - costOf(stale);
    const budget = { text: MOST_TEXT - others, nodes: MOST_NODES, depth: MOST_DEPTH, mayRead };
    const { blocks, trees } = await inSlices(
      walk(root, story, () => ++lastId, budget, kind),
      slices,
    );
    read += costOf(blocks);
    const known = new Map(stale.map((block) => [wordsOf(block), block]));
    const kept = new Map<MappedBlock, readonly Spot[]>();
    const matched = new Set<MappedBlock>();
    for (const block of blocks) {
      // Usually there is nothing to find, and joining all the text for it costs 20 ms on a large page.
      if (known.size === 0) break;
      const before = known.get(wordsOf(block));
      if (!before) continue;
      known.delete(wordsOf(block));
      matched.add(before);
      kept.set(
        block,
        index.spotsIn(before).map((spot) => ({ ...spot, block, mention: { ...spot.mention, block: block.id } })),
      );
    }
    forget(stale.filter((block) => !matched.has(block)));
    index.replace(stale, blocks);
    for (const [block, spots] of kept) index.setSpots(block, spots);
    watch?.add([root, ...trees]);
    for (const tree of trees) if (dom.isDocument(tree)) frameFound?.(tree);
    return blocks.filter((block) => !kept.has(block));
  }

  function forget(blocks: readonly MappedBlock[]): void {
    const gone = blocks.flatMap((block) =>
      index.spotsIn(block).flatMap(({ mention: { entity, marked }, unknown }): readonly GoneMention[] => {
        const { role, section } = block;
        return unknown ? [] : [{ entity, marked, role, section }];
      }),
    );
    void step({ type: 'gone', gone });
  }

  async function scanBlocks(blocks: readonly MappedBlock[]): Promise<void> {
    for (const batch of scanBatches(blocks, isOnScreen)) {
      signal.throwIfAborted();
      const story = { ...storyOf(batch), memory: state.memory, gone: state.gone };
      const answer = await askTwice(() => scan(story), signal).catch(async (why: unknown) => {
        // These blocks stay without marks. The page does not show it; the popup does.
        await step({ type: 'unanswered', why });
        return null;
      });
      signal.throwIfAborted();
      if (!answer) continue;
      await step({ type: 'answered', memory: answer.memory });
      for (const [entity, named] of Object.entries(answer.entities)) entities.set(entity, named);
      const byBlock = groupBy(answer.mentions, (mention) => mention.block);
      for (const block of batch) {
        const mentions = [...(byBlock.get(block.id) ?? [])].sort((a, b) => a.start - b.start);
        index.setSpots(
          block,
          mentions.map((mention) => ({ id: `${block.id}:${mention.start}`, mention, block })),
        );
      }
      marks.refresh();
      changed(visit);
    }
    await through();
  }

  function isOnScreen(block: MappedBlock): boolean {
    const { top: above, bottom } = dom.boxOf(block.element);
    return bottom > 0 && above < top.innerHeight;
  }

  function readDirty(dirty: Dirty): Promise<void> {
    const { roots } = state.article!;
    const boxes = dirty === 'everything' ? new Set(roots) : dirtyBoxes(dirty, roots);
    const chosen = boxes.size > BOX_LIMIT ? roots : [...boxes];
    const within = staleIn(chosen, index.blocks);
    return readBoxes(chosen.map((box) => [box, within.get(box) ?? []]));
  }

  /** Each with the blocks whose place it takes. */
  async function readBoxes(boxes: readonly (readonly [Element, readonly MappedBlock[]])[]): Promise<void> {
    const fresh: MappedBlock[] = [];
    for (const [box, stale] of boxes) {
      if (!dom.isConnected(box)) continue;
      for (const block of await mapAgain(box, stale)) fresh.push(block);
    }
    marks.refresh();
    await scanBlocks(fresh);
  }

  async function check(): Promise<void> {
    const { article } = state;
    if (article) await step({ type: 'checked', glance: glanceAt(doc), lost: isLost(article) });
  }

  async function run(): Promise<void> {
    await pageIdle(top, signal);
    signal.throwIfAborted();
    await carryOut({ type: 'look', after: 0 });
    signal.throwIfAborted();
    const checks = setInterval(() => {
      if (!state.article) return;
      void inQueue(check);
      marks.keep();
    }, CHECK_MS);
    signal.addEventListener('abort', () => clearInterval(checks));
  }
  signal.addEventListener('abort', () => clearTimeout(namesTimer));
  void inQueue(run);
  return visit;
}

const wordsOf = ({ role, text }: MappedBlock): string => `${role} ${text}`;

const namePlaceOf = ({ block, start, end }: NamePlace): NamePlace => ({ block, start, end });
