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

it('looks at once, and at a quiet page never again', async () => {
  const { pass } = lookOutOn();
  await pass(3_600_000);
  expect(looks).toBe(1);
  expect(observing).toBe(1);
});

it.each([
  ['a line', LINE],
  ['a story', STORY],
])('looks again when %s comes late, soon after a long calm', async (_what, added) => {
  const { change, pass } = lookOutOn();
  await pass(0);
  await pass(600_000);
  change({ added });
  expect(observing).toBe(0);
  await pass(500);
  expect(looks).toBe(2);
  expect(observing).toBe(1);
});

it('looks at a story that comes at once, and at a line that comes so soon a little later', async () => {
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

it('waits longer with a line that comes to a list', async () => {
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

it.each(['attributes', 'childList'])('looks, in a while, when something is shown or goes (%s)', async (type) => {
  const { changes, pass } = lookOutOn();
  document.body.textContent = STORY;
  await pass(0);
  changes([type === 'childList' ? { type } : { type, target: document.body }]);
  document.body.textContent = '';
  await pass(2_999);
  expect(looks).toBe(1);
  await pass(1);
  expect(looks).toBe(2);
});

it('is not troubled by a clock, but looks once in many of its strokes', async () => {
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

it('looks again when the page says something else of itself', async () => {
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
])('looks ever more rarely at a page that never rests: %s', async (_what, added, inTheFirstMinute) => {
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

it('is done for good when the look was enough', async () => {
  answer = 'enough';
  const { change, pass, arrive } = lookOutOn();
  await pass(1_000);
  change();
  arrive('https://a.org/2');
  await pass(60_000);
  expect(looks).toBe(1);
  expect(observing).toBe(0);
});

it('looks once more without a change where it was asked to', async () => {
  answer = 'once-more';
  const { pass } = lookOutOn();
  await pass(0);
  answer = 'enough';
  await pass(1_000);
  expect(looks).toBe(2);
});

it('hears no more than what a page says of itself, and where it goes, once that is something else', async () => {
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

it('begins anew on another page of the same document, and not at a leap within it', async () => {
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

it('does nothing more once its signal has come', async () => {
  const { change, pass, arrive } = lookOutOn();
  await pass(0);
  change();
  end.abort();
  arrive('https://a.org/2');
  await pass(60_000);
  expect(looks).toBe(1);
});
