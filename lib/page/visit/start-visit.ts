/** See `startVisit`. It is long because all that happens to a story on its page is one state machine. */

import type { Clues, StoryDay } from '../../dating';
import type { EntityKey, EntityLabel } from '../../facts';
import {
  forgetBlocks,
  memoryFromText,
  memoryToText,
  type NamePlace,
  type ScanAnswer,
  type ScanStory,
} from '../../linking';
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
import { type Article, lookForArticle, type NoArticle } from '../recognise/article';
import { glanceAt, identityOf, isDayOpen, isOtherStory, type StoryIdentity } from '../recognise/story-identity';
import { createMarks, type Marks } from '../show/marks';
import { type ChangeWatch, type Dirty, watchChanges } from '../watch/watch-changes';

/**
 * One visit to one story: found, mapped, scanned, marked, kept up to date. It ends with its AbortSignal (on navigation,
 * when the site is switched off or the extension dies); nothing outlives it.
 *
 *   looking ── a story ──▶ scanning ── all batches answered ──▶ ready ⇄ (changed blocks are mapped and scanned again)
 *      │                       └── one was not, asked twice ──▶ failed ── scanned again, all answered ──▶ ready
 *      ▲  └── none, after several looks ──▶ not-an-article | off-limits
 *      └── (any state) the story is gone from the page, or another has replaced it: nothing learnt of it is kept
 */
export type VisitState = 'looking' | 'scanning' | 'ready' | 'failed' | NoArticle;

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

/** ms after which a page without a story (yet) is examined again: single-page sites fill in late. */
const LOOKS_MS = [500, 1_000, 2_000, 4_000, 8_000];
/** ms between checks that the story's elements are still in the page, and the page still tells that story. */
const LOST_CHECK_MS = 2_000;
/** ms between two searches for unknown names: a live page changes every few seconds. */
const NAMES_REST_MS = 5_000;
/** On a page with more characters unknown names are not searched for. */
const MOST_NAMED_TEXT = 400_000;
/** With more dirty boxes the whole story is read again. */
const BOX_LIMIT = 60;

export function startVisit(options: VisitOptions): Visit {
  const { top, scan, asked, isOwn, changed, frameFound, onSlice, signal } = options;
  const doc = top.document;
  const index = createPageIndex();
  const marks = createMarks(index, top, signal);
  marks.setHidden(options.marksHidden);
  const entities = new Map<EntityKey, EntityLabel>();
  const mayRead = createFrameLimit(top);
  const days = askDay(top, options.dayOf, signal);
  /** Total characters mapped, to measure what changes cost. */
  let read = 0;
  const slices = onSlice ? { signal, onSlice } : { signal };
  let state: VisitState = 'looking';
  let failure: unknown = null;
  let article: Article | null = null;
  let day: StoryDay = { page: null, chosen: null };
  let identity: StoryIdentity | null = null;
  let glance = '';
  let memory: string | null = null;
  let lastId = 0;
  let watch: ChangeWatch | null = null;
  let unknown: readonly UnknownEntry[] = [];
  let namesFoundAt = Number.NEGATIVE_INFINITY;
  let namesTimer: ReturnType<typeof setTimeout> | undefined;
  /** Mapping and scanning run one after another: two at once would discard each other's results. */
  let queue: Promise<void> = Promise.resolve();

  const visit: Visit = {
    get state() {
      return state;
    },
    get failure() {
      return failure;
    },
    get article() {
      return article;
    },
    get day() {
      return day.chosen ?? day.page;
    },
    get pageDay() {
      return day.page;
    },
    index,
    marks,
    entities,
    get unknown() {
      return unknown;
    },
    scanAgain: () => inQueue(scanAll),
    dateAgain: () =>
      inQueue(async () => {
        if (!article) return;
        const before = visit.day;
        days.forget();
        day = { ...day, chosen: (await days.now(day)).chosen };
        if (visit.day === before) return changed(visit);
        entities.clear();
        await scanAll();
      }),
  };

  async function scanAll(): Promise<void> {
    if (!article) return;
    memory = null;
    failure = null;
    await scanBlocks(index.blocks);
    // Other names may be known now; the rest between searches is for pages that keep changing.
    namesFoundAt = Number.NEGATIVE_INFINITY;
    settle();
  }

  async function identityNow(before: StoryIdentity): Promise<StoryIdentity> {
    return identityOf(doc, isDayOpen(before, doc) ? (await days.now(day)).page : before.day);
  }

  const nextId = () => ++lastId;
  function become(next: VisitState): void {
    state = next;
    changed(visit);
  }
  function settle(): void {
    become(failure === null ? 'ready' : 'failed');
    clearTimeout(namesTimer);
    if (!signal.aborted) namesTimer = setTimeout(() => void inQueue(findUnknown), untilNames());
  }
  const untilNames = (): number => Math.max(0, namesFoundAt + NAMES_REST_MS - performance.now());

  const storyOf = (blocks: readonly MappedBlock[], memory: string | null): ScanStory => ({
    day: visit.day,
    title: article!.headline,
    language: article!.language,
    blocks: blocks.map(({ id, text, role, section }) => ({ id, text, role, section })),
    memory,
  });

  /** Runs after all names with a card: nobody waits for it, and if it fails the story stays as it was. */
  async function findUnknown(): Promise<void> {
    if (!article || signal.aborted || costOf(index.blocks) > MOST_NAMED_TEXT) return;
    namesFoundAt = performance.now();
    const named = index.spots().flatMap(({ mention, unknown }) => (unknown ? [] : [namePlaceOf(mention)]));
    const names = await options.unknownOf(storyOf(index.blocks, null), named).catch(() => null);
    if (!names || signal.aborted) return;
    unknown = putUnknown(index, names);
    changed(visit);
  }
  function inQueue(work: () => Promise<void>): Promise<void> {
    queue = queue.then(work).catch((error: unknown) => {
      if (signal.aborted) return;
      failure = error;
      settle();
    });
    return queue;
  }

  /** Maps `root` and replaces the blocks of `stale`. Blocks with unchanged text keep their spots. */
  async function mapAgain(root: Element, stale: readonly MappedBlock[]): Promise<readonly MappedBlock[]> {
    const others = costOf(index.blocks) - costOf(stale);
    const budget = { text: MOST_TEXT - others, nodes: MOST_NODES, depth: MOST_DEPTH, mayRead };
    const { blocks, trees } = await inSlices(walk(root, article!.story, nextId, budget, article!.kind), slices);
    read += costOf(blocks);
    const known = new Map(stale.map((block) => [`${block.role} ${block.text}`, block]));
    const kept = new Map<MappedBlock, readonly Spot[]>();
    const matched = new Set<MappedBlock>();
    for (const block of blocks) {
      // Usually there is nothing to find, and joining all the text for it costs 20 ms on a large page.
      if (known.size === 0) break;
      const before = known.get(`${block.role} ${block.text}`);
      if (!before) continue;
      known.delete(`${block.role} ${block.text}`);
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
    if (!memory || blocks.length === 0) return;
    const found = (block: MappedBlock) => index.spotsIn(block).map(({ mention }) => mention);
    const gone = blocks.map((block) => ({ ...block, mentions: found(block) }));
    memory = memoryToText(forgetBlocks(memoryFromText(memory), gone));
  }

  async function scanBlocks(blocks: readonly MappedBlock[]): Promise<void> {
    for (const batch of scanBatches(blocks, isOnScreen)) {
      signal.throwIfAborted();
      const story = storyOf(batch, memory);
      const answer = await askTwice(() => scan(story), signal).catch((error: unknown) => {
        // These blocks stay without marks. The page does not show it; the popup does.
        failure = error;
        return null;
      });
      signal.throwIfAborted();
      if (!answer) continue;
      memory = answer.memory;
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
  }

  function isOnScreen(block: MappedBlock): boolean {
    const { top: above, bottom } = dom.boxOf(block.element);
    return bottom > 0 && above < top.innerHeight;
  }

  async function readDirty(dirty: Dirty): Promise<void> {
    if (!article) return;
    if (isLost(article) || isOtherStory(identity!, await identityNow(identity!))) return lookAgain();
    const { roots } = article;
    const boxes = dirty === 'everything' ? new Set(roots) : dirtyBoxes(dirty, roots);
    const fresh: MappedBlock[] = [];
    const asked = boxes.size > BOX_LIMIT ? roots : [...boxes];
    const within = staleIn(asked, index.blocks);
    for (const box of asked) {
      if (!dom.isConnected(box)) continue;
      for (const block of await mapAgain(box, within.get(box) ?? [])) fresh.push(block);
    }
    await scanBlocks(fresh);
    marks.refresh();
    settle();
  }

  async function tell(dirty: Dirty): Promise<number> {
    const before = read;
    await inQueue(() => readDirty(dirty));
    return read - before;
  }

  const find = () => inSlices(lookForArticle(doc, new URL(top.location.href), asked), slices);
  const isLost = ({ roots }: Article): boolean => !roots.every(dom.isConnected);

  /** The story's elements were replaced, or the page's description changed: the same story, another, or none? */
  async function lookAgain(): Promise<void> {
    if (!article || !identity) return;
    const now = await identityNow(identity);
    const other = isOtherStory(identity, now);
    if (!other) identity = { ...now, day: identity.day, canonical: now.canonical ?? identity.canonical };
    if (!other && !isLost(article)) return;
    const found = await find();
    if (other || typeof found === 'string') {
      article = null;
      memory = null;
      failure = null;
      index.replace(index.blocks, []);
      entities.clear();
      unknown = [];
      marks.refresh();
      return lookFor();
    }
    article = found;
    const stale = index.blocks;
    let first = true;
    const fresh: MappedBlock[] = [];
    for (const root of found.roots) {
      for (const block of await mapAgain(root, first ? stale : [])) fresh.push(block);
      first = false;
    }
    await scanBlocks(fresh);
    marks.refresh();
    settle();
  }

  /** Looks for a story, less and less often, and finally gives up. */
  async function lookFor(): Promise<void> {
    for (const wait of [0, ...LOOKS_MS]) {
      if (wait > 0) await sleep(wait, signal);
      const found = await find();
      if (typeof found !== 'string') return readAll(found);
      // Reported early, so that the popup need not wait for the last look.
      if (state !== found) become(found);
    }
  }

  async function readAll(found: Article): Promise<void> {
    article = found;
    days.forget();
    day = await days.now({ page: null, chosen: null });
    identity = identityOf(doc, day.page);
    glance = glanceAt(doc);
    become('scanning');
    watch ??= watchChanges({ doc, isOwn, tell, signal });
    for (const root of found.roots) await mapAgain(root, []);
    await scanBlocks(index.blocks);
    settle();
  }

  async function run(): Promise<void> {
    await pageIdle(top, signal);
    signal.throwIfAborted();
    await lookFor();
    signal.throwIfAborted();
    const lostCheck = setInterval(() => {
      if (!article) return;
      const seen = glance;
      glance = glanceAt(doc);
      if (glance !== seen || isLost(article)) void inQueue(lookAgain);
      marks.keep();
    }, LOST_CHECK_MS);
    signal.addEventListener('abort', () => clearInterval(lostCheck));
  }
  signal.addEventListener('abort', () => clearTimeout(namesTimer));
  void inQueue(run);
  return visit;
}

const namePlaceOf = ({ block, start, end }: NamePlace): NamePlace => ({ block, start, end });
