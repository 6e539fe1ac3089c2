/**
 * `lib/page` inside a real content script, driven by the tests: the page posts `{ call, args, id }`, this answers.
 * The linker is stood in for by a list of names; everything else is the real thing.
 */
import { cardDocument } from '../../../lib/border';
import { publicationDay } from '../../../lib/dating';
import { memoryToText, type ScanAnswer, type ScanStory } from '../../../lib/linking';
import {
  type CardHost,
  formOf,
  type Hit,
  hitTest,
  isCardHost,
  measure,
  openCardHost,
  startVisit,
  takeOver,
  type Visit,
  type VisitOptions,
  watchEscape,
  watchNavigation,
} from '../../../lib/page';

let visit: Visit | null = null;
let host: CardHost | null = null;
let control = new AbortController();
let asked: string[] = [];
let slices: number[] = [];
let escapes = 0;
let open = false;
const arrivals: string[] = [];
let losses = 0;

const escapeRegExp = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const dayOf: VisitOptions['dayOf'] = async (clues) => ({ page: publicationDay(clues, '2199-12-31'), chosen: null });

function scanFor(names: readonly string[]) {
  const pattern = new RegExp(names.map(escapeRegExp).join('|'), 'g');
  return async (story: ScanStory): Promise<ScanAnswer> => {
    asked.push(...story.blocks.map((block) => block.text));
    const mentions = story.blocks.flatMap((block) =>
      [...block.text.matchAll(pattern)].map((match) => ({
        block: block.id,
        start: match.index,
        end: match.index + match[0].length,
        entity: match[0],
        confidence: 1,
        salience: 1,
        marked: true,
        evidence: { type: 'only' } as const,
        runnersUp: [],
      })),
    );
    return { mentions, memory: memoryToText({ named: {}, stems: [], marked: [] }), entities: {} };
  };
}

const plain = (hit: Hit | null) =>
  hit && {
    form: formOf(hit.spot),
    id: hit.spot.id,
    line: { ...hit.line },
    rects: hit.rects.map((rect) => ({ ...rect })),
  };

const until = async (done: () => boolean, ms = 30_000) => {
  for (const end = Date.now() + ms; !done() && Date.now() < end; ) await new Promise((next) => setTimeout(next, 20));
  return done();
};

const spotNamed = (form: string, nth = 0) => visit!.index.spots().filter((spot) => formOf(spot) === form)[nth]!;

const calls: Record<string, (args: never) => unknown> = {
  async start({ names }: { names: string[] }) {
    control.abort();
    control = takeOver(globalThis);
    asked = [];
    slices = [];
    const began = performance.now();
    visit = startVisit({
      top: window,
      scan: scanFor(names),
      dayOf,
      unknownOf: async () => [],
      asked: false,
      marksHidden: false,
      isOwn: isCardHost,
      changed: () => {},
      onSlice: (ms) => slices.push(ms),
      signal: control.signal,
    });
    await until(() => visit!.state === 'ready');
    return {
      state: visit.state,
      headline: visit.article?.headline,
      day: visit.day,
      ms: performance.now() - began,
    };
  },
  /** What becomes of this page: whatever it is, at the first look. */
  async visit({ asked }: { asked: boolean }) {
    control.abort();
    control = takeOver(globalThis);
    const options = {
      top: window,
      scan: scanFor(['Norrby']),
      dayOf,
      unknownOf: async () => [],
      marksHidden: false,
      isOwn: isCardHost,
      changed: () => {},
    };
    visit = startVisit({ ...options, asked, signal: control.signal });
    await until(() => visit!.state !== 'looking' && visit!.state !== 'scanning');
    return { state: visit.state, text: visit.index.blocks.map(({ text }) => text).join('\n') };
  },
  state: () => ({ state: visit?.state, asked, blocks: visit?.index.blocks.map(({ text, role }) => ({ text, role })) }),
  /** Every run must say what its node says, and runs must cover all but the characters of no node. */
  mapFaults() {
    const same = (a: string, b: string) => a.replace(/[ \t\n\r\f]/g, ' ') === b.replace(/[ \t\n\r\f]/g, ' ');
    let [faults, characters] = [0, 0];
    for (const block of visit!.index.blocks) {
      for (const { node, from, at, length } of block.runs) {
        characters += length;
        if (!same(node.data.slice(from, from + length), block.text.slice(at, at + length))) faults++;
      }
    }
    return { faults, characters, longest: Math.max(...visit!.index.blocks.map((block) => block.text.length)) };
  },
  spots: () =>
    visit!.index.spots().map((spot) => ({ id: spot.id, form: formOf(spot), hit: plain(measure(spot, window)) })),
  hit({ x, y }: { x: number; y: number }) {
    const began = performance.now();
    const found = plain(hitTest(visit!.index, document, x, y, window, visit!.marks.near()));
    return { found, ms: performance.now() - began };
  },
  hasHighlights: () => 'highlights' in CSS,
  painted: () => visit!.marks.painted(),
  activate({ form }: { form: string }) {
    visit!.marks.setActive(spotNamed(form));
  },
  slices: () => slices.splice(0),
  end: () => control.abort(),
  /** `height`: of all that stands in the card. */
  async openCard({ form, nth = 0, height = 240 }: { form: string; nth?: number; height?: number }) {
    const spot = spotNamed(form, nth);
    spot.block.element.scrollIntoView({ block: 'center', behavior: 'instant' });
    const hit = measure(spot, window)!;
    host?.close();
    host = openCardHost({
      top: window,
      content: cardDocument('0'.repeat(32)),
      isolation: 'sandbox',
      near: hit.spot.block.element,
      mode: 'card',
      loaded: () => {},
      title: 'Backstory',
      lost: () => losses++,
      signal: control.signal,
    });
    host.setWidth('card');
    const placed = await host.place(hit.line, hit.rects, height);
    if (placed) host.reveal();
    const inTopLayer = host.element.matches(':popover-open');
    return {
      shown: placed && host.isShown() && getComputedStyle(host.element).visibility === 'visible',
      inTopLayer,
      box: host.box(),
      rects: hit.rects,
      parent: host.element.parentElement?.localName,
    };
  },
  /** To another mention, or after the page has changed under it. */
  async moveCard({ form, height = 240 }: { form: string; height?: number }) {
    const hit = measure(spotNamed(form), window)!;
    const shown = await host!.place(hit.line, hit.rects, height);
    return { shown, box: host!.box(), rects: hit.rects };
  },
  focusCard() {
    host!.focusIn();
    return document.activeElement === host!.element;
  },
  losses: () => losses,
  cardIsOnTop() {
    const box = host!.box()!;
    const wrong: unknown[] = [];
    const points = [0.1, 0.5, 0.9].flatMap((x) => [0.1, 0.5, 0.9].map((y) => [x, y] as const));
    for (const [x, y] of points) {
      const tree = host!.element.getRootNode() as Document | ShadowRoot;
      const there = tree.elementFromPoint(box.x + x * box.width, box.y + y * box.height);
      if (there !== host!.element) wrong.push(`${there?.localName} ${there?.id} at ${JSON.stringify(box)}`);
    }
    return wrong;
  },
  closeCard() {
    host?.close();
    // As the reader does it: nothing holds a closed card's host.
    host = null;
  },
  watchEscape() {
    watchEscape({ view: window, isOpen: () => open, pressed: () => escapes++, signal: control.signal });
    open = true;
  },
  setOpen({ now }: { now: boolean }) {
    open = now;
  },
  escapes: () => escapes,
  watchNavigation: () =>
    watchNavigation({
      view: window,
      tell: (arrival) => arrivals.push(`${arrival} ${location.pathname}${location.search}`),
      signal: control.signal,
    }),
  arrivals: () => [...arrivals],
};

window.addEventListener('message', async (event) => {
  const { call, args, id } = (event.data ?? {}) as { call?: string; args?: never; id?: number };
  if (!call || event.source !== window) return;
  try {
    const result = await calls[call]!(args as never);
    window.postMessage({ answerTo: id, result }, '*');
  } catch (error) {
    window.postMessage({ answerTo: id, error: String(error instanceof Error ? error.stack : error) }, '*');
  }
});
document.documentElement.dataset.harness = 'ready';
