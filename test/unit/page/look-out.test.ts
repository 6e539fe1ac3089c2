// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type Look, lookOut } from '../../../lib/page';

/** By a clock of the test's own: what counts is how often is looked, not how long it takes. */

const LINE = 'Soldiers left the base near Baghdad on Friday.';
const STORY = `${LINE} `.repeat(9);

interface Changed {
  readonly type?: string;
  readonly target?: Node;
  readonly added?: string;
}

let end: AbortController;
let looks: number;
let answer: Look;
/** Observers that are on. */
let observing: number;
/** What they look at. */
let observed: Node | null;
let clock: number;

beforeEach(() => {
  vi.useFakeTimers();
  end = new AbortController();
  looks = 0;
  observing = 0;
  clock = 0;
  answer = 'nothing';
});
afterEach(() => {
  end.abort();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A page whose changes the test makes by hand. */
function lookOutOn() {
  type Heard = (records: readonly object[]) => void;
  let tell: Heard | null = null;
  vi.stubGlobal(
    'MutationObserver',
    class {
      constructor(private readonly heard: Heard) {}
      observe(target: Node) {
        observing = 1;
        observed = target;
        tell = this.heard;
      }
      disconnect() {
        observing = 0;
        tell = null;
      }
    },
  );
  const navigation = new EventTarget();
  const view = Object.assign(new EventTarget(), { document, location: { href: 'https://a.org/1' }, navigation });
  lookOut({
    view: view as unknown as Window,
    look: () => {
      looks += 1;
      return answer;
    },
    life: end,
    now: () => clock,
  });
  /** All at once. */
  const changes = (all: readonly Changed[]) =>
    tell?.(
      all.map(({ type = 'childList', target = document.body, added }) => ({
        type,
        target,
        addedNodes: added === undefined ? [] : [document.createTextNode(added)],
      })),
    );
  return {
    changes,
    /** A story comes, or what else is said. */
    change: (what: Changed = {}) => changes([{ added: STORY, ...what }]),
    async pass(ms: number) {
      clock += ms;
      await vi.advanceTimersByTimeAsync(ms);
    },
    arrive(href: string) {
      view.location.href = href;
      navigation.dispatchEvent(new Event('currententrychange'));
    },
  };
}

it('examines the page at once, and a page without changes never again', async () => {
  const { pass } = lookOutOn();
  await pass(3_600_000);
  expect(looks).toBe(1);
  expect(observing).toBe(1);
});

it.each([
  ['a line', LINE],
  ['a story', STORY],
])('examines the page again when %s comes late, soon after a long calm', async (_what, added) => {
  const { change, pass } = lookOutOn();
  await pass(0);
  await pass(600_000);
  change({ added });
  expect(observing).toBe(0);
  await pass(500);
  expect(looks).toBe(2);
  expect(observing).toBe(1);
});

it('examines at once a story that arrives, and a little later a single line', async () => {
  for (const [added, after] of [
    [STORY, 500],
    [LINE, 3_000],
  ] as const) {
    looks = 0;
    const { change, pass } = lookOutOn();
    await pass(0);
    change({ added });
    await pass(after - 1);
    expect(looks).toBe(1);
    await pass(1);
    expect(looks).toBe(2);
  }
});

it('waits longer when a line is added to a list', async () => {
  answer = 'list';
  const { change, pass } = lookOutOn();
  await pass(0);
  change({ added: LINE });
  await pass(11_999);
  expect(looks).toBe(1);
  await pass(1);
  expect(looks).toBe(2);
});

it('takes many changes at once for a story, and does not go through them', async () => {
  const { changes, pass } = lookOutOn();
  await pass(0);
  changes(Array.from({ length: 201 }, () => ({ added: '12:01' })));
  await pass(500);
  expect(looks).toBe(2);
});

it.each(['attributes', 'childList'])(
  'examines the page after a while when something is shown or hidden (%s)',
  async (type) => {
    const { changes, pass } = lookOutOn();
    document.body.textContent = STORY;
    await pass(0);
    changes([type === 'childList' ? { type } : { type, target: document.body }]);
    document.body.textContent = '';
    await pass(2_999);
    expect(looks).toBe(1);
    await pass(1);
    expect(looks).toBe(2);
  },
);

it('ignores most ticks of a clock, and examines the page once in many', async () => {
  const { change, pass } = lookOutOn();
  await pass(600_000);
  for (let stroke = 0; stroke < 5; stroke++) change({ added: '12:01' });
  await pass(10_000);
  expect(looks).toBe(1);
  expect(observing).toBe(1);
  change({ added: '12:02' });
  await pass(500);
  expect(looks).toBe(2);
});

it('examines the page again when its declarations change', async () => {
  const { change, pass } = lookOutOn();
  await pass(600_000);
  change({ target: document.head, added: '' });
  await pass(500);
  expect(looks).toBe(2);
});

it.each([
  ['stories without end', STORY, 9],
  ['lines without end', LINE, 5],
  ['a clock', '12:01', 5],
])('examines a page that keeps changing ever more rarely: %s', async (_what, added, inTheFirstMinute) => {
  const { change, pass } = lookOutOn();
  const after: number[] = [];
  for (let second = 0; second < 600; second++) {
    for (let i = 0; i < 10; i++) {
      change({ added });
      await pass(100);
    }
    if (second === 59 || second === 599) after.push(looks);
  }
  expect(after[0]).toBeLessThanOrEqual(inTheFirstMinute);
  // From then on once in half a minute.
  expect(after[1]! - after[0]!).toBeLessThanOrEqual(19);
  expect(after[1]! - after[0]!).toBeGreaterThan(10);
});

it('stops for good when the page was recognised', async () => {
  answer = 'enough';
  const { change, pass, arrive } = lookOutOn();
  await pass(1_000);
  change();
  arrive('https://a.org/2');
  await pass(60_000);
  expect(looks).toBe(1);
  expect(observing).toBe(0);
});

it('examines the page once more without a change if asked to', async () => {
  answer = 'once-more';
  const { pass } = lookOutOn();
  await pass(0);
  answer = 'enough';
  await pass(1_000);
  expect(looks).toBe(2);
});

it('observes only the declarations and the address once those have changed', async () => {
  answer = 'other';
  const { change, pass, arrive } = lookOutOn();
  await pass(0);
  expect(observed).toBe(document.head);
  change({ target: document.head, added: '' });
  await pass(500);
  expect(looks).toBe(2);
  answer = 'nothing';
  arrive('https://a.org/2');
  await pass(500);
  expect(looks).toBe(3);
  expect(observed).toBe(document);
});

it('starts again on another page of the same document, and not for a jump within it', async () => {
  const { change, pass, arrive } = lookOutOn();
  for (let i = 0; i < 40; i++) {
    change();
    await pass(10_000);
  }
  const before = looks;
  arrive('https://a.org/1#below');
  await pass(1_000);
  expect(looks).toBe(before);
  arrive('https://a.org/2');
  await pass(600);
  expect(looks).toBe(before + 1);
  change();
  await pass(1_600);
  expect(looks).toBe(before + 2);
});

it('does nothing more once its signal is aborted', async () => {
  const { change, pass, arrive } = lookOutOn();
  await pass(0);
  change();
  end.abort();
  arrive('https://a.org/2');
  await pass(60_000);
  expect(looks).toBe(1);
});
