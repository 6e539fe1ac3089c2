// @vitest-environment happy-dom
/**
 * The shell between the hover machine, which is the real one here, and a card that the test plays. Long because every effect
 * of the machine and every word of the card is one short story over the same page.
 */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

interface Told {
  readonly heard: (say: unknown) => void;
  readonly gone: () => void;
  readonly signal: AbortSignal;
}
const stage = vi.hoisted(() => ({ talk: {} as Record<string, unknown>, told: null as unknown, incognito: false }));
vi.mock('../../../entrypoints/reader/card-talk', () => ({
  createCardTalk(options: unknown) {
    stage.told = options;
    return stage.talk;
  },
}));
vi.mock('../../../lib/page', () => ({
  formOf: ({ form }: { form: string }) => form,
  measure: ({ hit }: { hit: object | null }) => hit,
}));
vi.mock('../../../lib/messages', () => ({
  browser: {
    extension: {
      get inIncognitoContext() {
        return stage.incognito;
      },
    },
  },
}));

import { type CardShell, createCardShell, type Drawn } from '../../../entrypoints/reader/card-shell';
import { type Hover, openCard, runHover } from '../../../lib/hover';
import type { Drawing, FromCard, ToCard } from '../../../lib/messages';
import type { Spot, Visit } from '../../../lib/page';

const anchor = { x: 100, y: 100, width: 80, height: 20 };
const elsewhere = { x: 100, y: 400, width: 80, height: 20 };
const CARD = { x: 100, y: 126, width: 380, height: 202 };
const WIDTH = 378;

const spotOf = (id: string, entity: string, line: typeof anchor) => ({
  id,
  form: `words of ${entity}`,
  mention: { entity, evidence: { type: 'only' }, runnersUp: [] },
  block: { element: document.body },
  hit: { line, rects: [line] },
});

function open() {
  const said: ToCard[] = [];
  let shown = false;
  const host = {
    setWidth: vi.fn(() => WIDTH),
    setTheme: vi.fn(),
    place: vi.fn(async () => true),
    placeSheet: vi.fn(),
    shift: vi.fn(),
    reveal: vi.fn(() => {
      shown = true;
    }),
    hide: vi.fn(() => {
      shown = false;
    }),
    isShown: () => shown,
    box: () => CARD,
    focusIn: vi.fn(),
    holdsFocus: () => !Document.prototype.hasFocus.call(document),
    restoreFocus: vi.fn(),
  };
  const talk = {
    prepare: vi.fn(),
    host: vi.fn(() => host),
    isRefused: vi.fn(() => false),
    say: (say: ToCard) => void said.push(say),
    bring: vi.fn(),
    drop: vi.fn(),
  };
  stage.talk = talk;
  const spots = [spotOf('a', 'soleimani', anchor), spotOf('b', 'iran', elsewhere), spotOf('c', 'iran', elsewhere)];
  const visit = {
    index: { spots: () => spots },
    day: '2020-01-03',
    article: { headline: 'A strike', roots: [document.body] },
    scanAgain: vi.fn(async () => {}),
  };
  const refused = vi.fn();
  const pinned = vi.fn();
  const life = new AbortController();
  let shell: CardShell;
  const hover: Hover<Drawn> = runHover<ReturnType<typeof setTimeout>, Drawn>({
    restMs: 300,
    setTimeout: (run, ms) => setTimeout(run, ms),
    clearTimeout: (handle) => clearTimeout(handle),
    onEffect: (effect) => {
      if (effect.type !== 'mark-active') shell.carryOut(effect);
    },
  });
  shell = createCardShell({
    view: window,
    visit: visit as unknown as Visit,
    spotOf: (id) => spots.find((spot) => spot.id === id) as unknown as Spot,
    hover: () => hover,
    theme: () => 'system',
    refused,
    pinned,
    signal: life.signal,
  });
  const told = stage.told as Told;
  const say = (say: FromCard) => told.heard(say);
  const drawings = () => said.flatMap((one) => (one.type === 'draw' ? [one.drawing] : []));
  const last = () => drawings().at(-1) as Drawing;
  const drawn = async (change: Partial<Extract<FromCard, { type: 'drawn' }>> = {}) => {
    say({ type: 'drawn', token: last().token, width: WIDTH, height: 200, ...change });
    await vi.advanceTimersByTimeAsync(0);
  };
  const point = (id: 'a' | 'b' | null, x = 110, y = 110) => {
    const spot = spots.find((one) => one.id === id);
    const target = spot && { mention: { id: spot.id, entity: spot.mention.entity }, anchor: spot.hit.line };
    const under = target ? ({ on: 'mention', target } as const) : ({ on: 'nothing' } as const);
    hover.send({ type: 'pointer', at: { x, y }, time: Date.now(), late: 0, under, held: false });
  };
  /** Rested on, drawn and shown. */
  async function rest() {
    point('a');
    await vi.advanceTimersByTimeAsync(150);
    await drawn();
    await vi.advanceTimersByTimeAsync(200);
  }
  const types = () => said.map(({ type }) => type);
  const mode = () => hover.state().is.mode;
  return {
    shell,
    hover,
    host,
    talk,
    told,
    said,
    types,
    mode,
    visit,
    refused,
    pinned,
    life,
    say,
    drawings,
    last,
    drawn,
    point,
    rest,
  };
}

const trusted = <E extends Event>(event: E): E => Object.defineProperty(event, 'isTrusted', { value: true });

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date', 'performance'] });
  stage.incognito = false;
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('a card', () => {
  it('is drawn while the pointer rests, and shown when the rest is over', async () => {
    const { point, last, drawn, host, types } = open();
    point('a');
    await vi.advanceTimersByTimeAsync(150);
    expect(last()).toMatchObject({
      stack: ['soleimani'],
      canNest: true,
      day: '2020-01-03',
      here: ['soleimani', 'iran'],
      link: { entity: 'soleimani', form: 'words of soleimani', evidence: { type: 'only' } },
      mode: 'hover',
      theme: 'system',
      passage: null,
    });
    await drawn();
    expect(host.reveal).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(200);
    expect(host.place).toHaveBeenLastCalledWith(anchor, [anchor], 200);
    expect(host.reveal).toHaveBeenCalled();
    expect(types()).toEqual(['draw', 'shown']);
  });

  it('that is drawn late is shown as soon as it is, and reported once', async () => {
    const { point, drawn, host, hover, types } = open();
    point('a');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(host.reveal).not.toHaveBeenCalled();
    await drawn();
    await drawn({ height: 260 });
    expect(host.place).toHaveBeenLastCalledWith(anchor, [anchor], 260);
    expect(types().filter((type) => type === 'shown')).toHaveLength(1);
    expect(openCard(hover.state())?.card).toEqual(CARD);
  });

  it('is not placed by an outdated drawing: of another request, or another width on the screen', async () => {
    const { point, drawn, host } = open();
    point('a');
    await vi.advanceTimersByTimeAsync(400);
    await drawn({ token: 99 });
    expect(host.place).not.toHaveBeenCalled();
    await drawn();
    await drawn({ width: 300, height: 900 });
    expect(host.place).toHaveBeenCalledTimes(1);
    await drawn({ height: 260 });
    expect(host.place).toHaveBeenLastCalledWith(anchor, [anchor], 260);
  });

  it('is shown even if drawn for another width while hidden, since it hears of no other', async () => {
    const { hover, drawn, host } = open();
    hover.send({ type: 'tap', target: { mention: { id: 'a', entity: 'soleimani' }, anchor } });
    await drawn({ width: 300, height: 240 });
    expect(host.placeSheet).toHaveBeenLastCalledWith(240);
    expect(host.reveal).toHaveBeenCalled();
    await drawn({ height: 200 });
    expect(host.placeSheet).toHaveBeenLastCalledWith(200);
  });

  it('is never shown for a passing pointer', async () => {
    const { point, drawn, host, types } = open();
    point('a');
    await vi.advanceTimersByTimeAsync(150);
    point(null, 600, 600);
    await drawn();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(host.reveal).not.toHaveBeenCalled();
    expect(types()).not.toContain('shown');
  });

  it('closes when the pointer leaves, and leaves nothing in the frame', async () => {
    const { rest, point, host, types, mode } = open();
    await rest();
    point(null, 900, 900);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(mode()).toBe('idle');
    expect(host.hide).toHaveBeenCalled();
    expect(types().at(-1)).toBe('clear');
  });

  it('is closed if there is no place that leaves the words uncovered', async () => {
    const { rest, host, mode } = open();
    host.place.mockResolvedValue(false);
    await rest();
    expect(host.reveal).not.toHaveBeenCalled();
    expect(mode()).toBe('idle');
  });

  it.each([
    ['a name that nobody knows', 1],
    ['one on top of another', 2],
  ])('without an answer closes if there is nothing else to show: %s', async (_, depth) => {
    const { rest, say, last, mode, host } = open();
    await rest();
    if (depth === 2) say({ type: 'nested', entity: 'iran' });
    say({ type: 'no-card', token: last().token });
    expect(mode()).toBe(depth === 1 ? 'idle' : 'hover');
    expect(host.isShown()).toBe(depth === 2);
  });

  it('prefetches the next one while it is still shown', async () => {
    const { rest, point, said, drawings } = open();
    await rest();
    point('b', 110, 410);
    await vi.advanceTimersByTimeAsync(150);
    const ahead = said.find((one) => one.type === 'look-up');
    expect(ahead).toMatchObject({ drawing: { stack: ['iran'] } });
    expect(drawings()).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(400);
    expect(drawings().at(-1)).toMatchObject({ stack: ['iran'], token: (ahead as { drawing: Drawing }).drawing.token });
  });

  it('opens the names in it, and returns', async () => {
    const { rest, say, last } = open();
    await rest();
    say({ type: 'nested', entity: 'quds-force' });
    expect(last()).toMatchObject({ stack: ['soleimani', 'quds-force'], link: { entity: 'soleimani' } });
    say({ type: 'back' });
    expect(last()).toMatchObject({ stack: ['soleimani'] });
    say({ type: 'instead', entity: 'another' });
    expect(last()).toMatchObject({ stack: ['another'] });
  });

  it.each([
    ['pin', 'pinned', { type: 'mode', mode: 'pinned' }],
    ['unpin', 'hover', { type: 'mode', mode: 'hover' }],
    ['close', 'idle', { type: 'clear' }],
    ['escape', 'idle', { type: 'clear' }],
  ] as const)('does what is pressed in it: %s', async (type, now, heard) => {
    const { rest, say, mode, said } = open();
    await rest();
    if (type === 'unpin') say({ type: 'pin' });
    say({ type });
    expect(mode()).toBe(now);
    expect(said.at(-1)).toEqual(heard);
  });

  it('pinned by the reader stays where it is or is moved to, and says that it is pinned', async () => {
    const { rest, say, drawn, host, pinned, shell } = open();
    await rest();
    await drawn();
    const placed = host.place.mock.calls.length;
    say({ type: 'moved', x: 9, y: 9 });
    expect(host.shift).not.toHaveBeenCalled();
    say({ type: 'pin' });
    expect(pinned).toHaveBeenCalledOnce();
    say({ type: 'moved', x: 24, y: -7 });
    expect(host.shift).toHaveBeenLastCalledWith(24, -7, 200);
    await drawn({ height: 260 });
    expect(host.shift).toHaveBeenLastCalledWith(0, 0, 260);
    host.shift.mockClear();
    shell.tell('move');
    expect(host.shift).toHaveBeenCalledExactlyOnceWith(0, 0, 260);
    expect(host.place).toHaveBeenCalledTimes(placed);
    // The next card in it hangs on its words again.
    say({ type: 'close' });
    host.shift.mockClear();
    await rest();
    await drawn();
    expect(host.shift).not.toHaveBeenCalled();
  });

  it('follows the pointer into the frame, where the page does not see it', async () => {
    const { rest, point, say, mode, shell } = open();
    await rest();
    point(null, 300, 200);
    say({ type: 'pointer', inside: true });
    await vi.advanceTimersByTimeAsync(2_000);
    expect(mode()).toBe('hover');
    say({ type: 'pointer', inside: false });
    await vi.advanceTimersByTimeAsync(2_000);
    expect(mode()).toBe('idle');
    point(null, 900, 900);
    // That it left the frame is old news where the page has seen it since.
    await rest();
    say({ type: 'pointer', inside: true });
    shell.tell('pointer-outside');
    point('a');
    say({ type: 'pointer', inside: false });
    await vi.advanceTimersByTimeAsync(2_000);
    expect(mode()).toBe('hover');
  });

  it('gets the theme, and its border with it', async () => {
    const { rest, shell, host, said } = open();
    await rest();
    shell.refresh();
    expect(host.setTheme).toHaveBeenLastCalledWith('system');
    expect(said.at(-1)).toEqual({ type: 'theme', theme: 'system' });
  });
});

describe('a card in use', () => {
  it.each(['note', 'undo'] as const)('is held open (%s), and released after that', async (by) => {
    const { rest, say, mode, point } = open();
    await rest();
    say({ type: 'hold', by });
    expect(mode()).toBe('pinned');
    point(null, 900, 900);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(mode()).toBe('pinned');
    say({ type: 'hold', by: null });
    await vi.advanceTimersByTimeAsync(5_000);
    expect(mode()).toBe('idle');
  });

  it('that the reader has pinned stays pinned', async () => {
    const { rest, say, mode } = open();
    await rest();
    say({ type: 'pin' });
    say({ type: 'hold', by: 'note' });
    say({ type: 'hold', by: null });
    expect(mode()).toBe('pinned');
  });

  it('that the reader has pinned while it was held stays pinned', async () => {
    const { rest, say, mode } = open();
    await rest();
    say({ type: 'hold', by: 'note' });
    say({ type: 'unpin' });
    say({ type: 'pin' });
    say({ type: 'hold', by: null });
    expect(mode()).toBe('pinned');
  });

  it.each([
    ['note', 'pinned'],
    ['undo', 'idle'],
  ] as const)('held by %s is %s after a press outside', async (by, after) => {
    const { rest, say, mode, shell, hover } = open();
    await rest();
    say({ type: 'hold', by });
    shell.tell('pressed-outside');
    hover.send({ type: 'press-outside' });
    expect(mode()).toBe(after);
  });

  it('is told whether the reader moved the focus: by a press just before, or by going to another window', async () => {
    const { rest, say, said, shell } = open();
    await rest();
    const hasFocus = vi.spyOn(Document.prototype, 'hasFocus').mockReturnValue(true);
    const leave = () => {
      say({ type: 'focus', inside: true });
      say({ type: 'focus', inside: false });
      return said.findLast(({ type }) => type === 'focus-left');
    };
    say({ type: 'hold', by: 'note' });
    expect(leave()).toEqual({ type: 'focus-left', asked: false });
    shell.tell('pressed-outside');
    await vi.advanceTimersByTimeAsync(900);
    expect(leave()).toEqual({ type: 'focus-left', asked: true });
    await vi.advanceTimersByTimeAsync(200);
    expect(leave()).toEqual({ type: 'focus-left', asked: false });
    hasFocus.mockReturnValue(false);
    expect(leave()).toEqual({ type: 'focus-left', asked: true });
  });

  it('stays open when the whole window lost the focus, and closes when the page got it', async () => {
    const { rest, say, mode, point } = open();
    await rest();
    const hasFocus = vi.spyOn(Document.prototype, 'hasFocus').mockReturnValue(false);
    say({ type: 'focus', inside: true });
    expect(mode()).toBe('focus');
    say({ type: 'focus', inside: false });
    point(null, 900, 900);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(mode()).toBe('focus');
    hasFocus.mockReturnValue(true);
    say({ type: 'focus', inside: false });
    await vi.advanceTimersByTimeAsync(2_000);
    expect(mode()).toBe('idle');
  });

  it('makes the browser ask before the page is left with words that are not stored', async () => {
    const { rest, say } = open();
    await rest();
    const asks = () => {
      const event = new Event('beforeunload', { cancelable: true });
      window.dispatchEvent(event);
      return event.defaultPrevented;
    };
    expect(asks()).toBe(false);
    say({ type: 'words', unstored: true });
    expect(asks()).toBe(true);
    say({ type: 'words', unstored: false });
    expect(asks()).toBe(false);
  });

  it('outlives the extension with words that are not stored, until Escape', async () => {
    const { rest, say, life, told } = open();
    await rest();
    say({ type: 'words', unstored: true });
    life.abort();
    expect(told.signal.aborted).toBe(false);
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
    window.dispatchEvent(trusted(new KeyboardEvent('keydown', { key: 'a' })));
    expect(told.signal.aborted).toBe(false);
    window.dispatchEvent(trusted(new KeyboardEvent('keydown', { key: 'Escape' })));
    expect(told.signal.aborted).toBe(true);
  });

  it('is removed with the extension if everything is stored', async () => {
    const { rest, life, told } = open();
    await rest();
    life.abort();
    expect(told.signal.aborted).toBe(true);
  });

  it('keeps its frame while what was pressed in it can still be undone', async () => {
    const { shell, say, talk, rest } = open();
    await rest();
    say({ type: 'choices-changed' });
    say({ type: 'close' });
    await vi.advanceTimersByTimeAsync(1_000);
    shell.tell('rest');
    expect(talk.drop).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(10_000);
    shell.tell('rest');
    expect(talk.drop).toHaveBeenCalledTimes(1);
  });

  it('keeps its frame when the tab is hidden, while it is open or has words to store', async () => {
    const { rest, say, shell, talk } = open();
    await rest();
    shell.tell('rest');
    say({ type: 'close' });
    say({ type: 'words', unstored: true });
    shell.tell('rest');
    expect(talk.drop).not.toHaveBeenCalled();
    say({ type: 'words', unstored: false });
    shell.tell('rest');
    expect(talk.drop).toHaveBeenCalledTimes(1);
  });
});

it.each([false, true])(
  'a choice makes the page read the story again if no stored setting reports it (private: %s)',
  async (incognito) => {
    const { rest, say, visit } = open();
    stage.incognito = incognito;
    await rest();
    say({ type: 'choices-changed' });
    expect(visit.scanAgain).toHaveBeenCalledTimes(incognito ? 1 : 0);
  },
);

describe('a page that allows no card', () => {
  it('gets a message beside the words instead', async () => {
    const { point, talk, refused, mode, host } = open();
    talk.isRefused.mockReturnValue(true);
    point('a');
    await vi.advanceTimersByTimeAsync(400);
    expect(refused).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ id: 'a' }));
    expect(mode()).toBe('idle');
    expect(host.reveal).not.toHaveBeenCalled();
  });

  it.each([false, true])('closes the open card when it removes its frame (for good: %s)', async (over) => {
    const { rest, talk, told, refused, mode } = open();
    await rest();
    talk.isRefused.mockReturnValue(over);
    told.gone();
    expect(mode()).toBe('idle');
    expect(refused).toHaveBeenCalledTimes(over ? 1 : 0);
  });

  it('gets another card at the next rest, if it allows one', async () => {
    const { rest, told, drawings, point } = open();
    await rest();
    told.gone();
    point(null, 900, 900);
    await vi.advanceTimersByTimeAsync(1_000);
    point('a');
    await vi.advanceTimersByTimeAsync(150);
    expect(drawings()).toHaveLength(2);
  });
});

it('a card opened by a finger is at the lower edge, and its frame has that width', async () => {
  const { hover, drawn, host, last } = open();
  hover.send({ type: 'tap', target: { mention: { id: 'a', entity: 'soleimani' }, anchor } });
  expect(last().mode).toBe('sheet');
  expect(host.setWidth).toHaveBeenLastCalledWith('sheet');
  await drawn();
  expect(host.placeSheet).toHaveBeenCalledWith(200);
  expect(host.place).not.toHaveBeenCalled();
  expect(host.focusIn).toHaveBeenCalled();
});

it('a summoned card gets the focus even if there was no frame yet', async () => {
  const { hover, drawn, host, talk } = open();
  talk.host.mockReturnValue(null as never);
  hover.send({ type: 'summon', target: { mention: { id: 'a', entity: 'soleimani' }, anchor } });
  talk.host.mockReturnValue(host);
  await drawn();
  await drawn({ height: 260 });
  expect(host.focusIn).toHaveBeenCalledTimes(1);
});

it('a summoned card has the focus, and gives it back', async () => {
  const { hover, drawn, host, say } = open();
  hover.send({ type: 'summon', target: { mention: { id: 'a', entity: 'soleimani' }, anchor } });
  await drawn();
  expect(host.focusIn).toHaveBeenCalledTimes(1);
  say({ type: 'escape' });
  expect(host.restoreFocus).toHaveBeenCalledTimes(1);
});
