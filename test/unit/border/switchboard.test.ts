/** Whose port is taken, and what goes over it. Long because every way in is tried. */
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { portName } from '../../../lib/border/marks';
import type { ToCard } from '../../../lib/messages';
import { CallError } from '../../../lib/messages';
import { type Ends, settle } from './ports';
import { CARD, createWorld, FRAME, hex, READER, reader, type Sender, sender, TAB, type World } from './world';

const FIRST = portName(CARD, null);
const ready = { type: 'say', say: { type: 'ready' } };
const shown: ToCard = { type: 'shown' };
const said = (say: ToCard) => ({ type: 'say', say });

async function expectRefused(world: World, ends: Ends): Promise<void> {
  if (ends.frame.isOpen()) ends.frame.postMessage(ready);
  await settle();
  expect(ends.frame.isOpen()).toBe(false);
  expect(ends.received).toEqual([]);
  expect(world.inject).not.toHaveBeenCalled();
  expect(world.told).toEqual([]);
}

/** What is wrong with a port; each alone is enough. */
const FLAWS: readonly (readonly [string, string, (from: Sender) => Sender])[] = [
  ['from another extension', FIRST, (from) => ({ ...from, id: 'stranger' })],
  ['from nobody', FIRST, ({ id, ...from }) => from],
  ['of another tab', FIRST, (from) => ({ ...from, tab: { ...from.tab, id: TAB + 1 } })],
  ['of no tab', FIRST, ({ tab, ...from }) => from],
  ['of the top frame', FIRST, (from) => ({ ...from, frameId: 0 })],
  ['of no frame', FIRST, ({ frameId, ...from }) => from],
  ['with the page’s origin', FIRST, (from) => ({ ...from, origin: 'https://news.example' })],
  ['with an origin that nobody tells', FIRST, ({ origin, ...from }) => from],
  ['of a page', FIRST, (from) => ({ ...from, url: 'https://news.example/frame' })],
  ['of an empty document', FIRST, (from) => ({ ...from, url: 'about:blank' })],
  ['of a document that only begins like ours', FIRST, (from) => ({ ...from, url: 'about:srcdoc#' })],
  ['of another kind of data', FIRST, (from) => ({ ...from, url: 'data:image/svg+xml,<svg/>' })],
  ['of a blob', FIRST, (from) => ({ ...from, url: 'blob:null/1' })],
  ['of no address', FIRST, ({ url, ...from }) => from],
  ['with a number that nobody drew', portName(hex(1), null), (from) => from],
  ['with half a number', FIRST.slice(0, -1), (from) => from],
  ['with more than a number', `${FIRST} `, (from) => from],
  ['with another name', 'reader', (from) => from],
  ['with a name that every object has', 'card:__proto__', (from) => from],
  ['with a secret before there is one', portName(CARD, hex(2)), (from) => from],
];

describe('the first port of a card', () => {
  it.each([
    ['about:srcdoc', 'D5', { frameId: FRAME, documentId: 'D5' }],
    ['data:text/html,%3C!doctype%20html%3E', undefined, { frameId: FRAME, documentId: null }],
  ])(
    'is accepted from %s, and the card’s script is injected into that very document',
    async (url, documentId, address) => {
      const world = createWorld();
      await world.board.begin(CARD, reader, false);
      const ends = world.connect(FIRST, { ...sender, url, documentId });
      ends.frame.postMessage(ready);
      await settle();
      expect(ends.frame.isOpen()).toBe(true);
      expect(world.inject).toHaveBeenCalledExactlyOnceWith(TAB, { ...address, url }, 'card');
      expect(ends.received).toEqual([{ type: 'admitted', secret: hex(0x5ec0), incognito: false }]);
      expect(world.tellReader).toHaveBeenCalledExactlyOnceWith(TAB, READER, CARD, { type: 'ready' });
    },
  );

  it('of a button gets the button’s script, whoever sends what', async () => {
    const world = createWorld();
    await world.board.begin(CARD, reader, false, 'button');
    world.connect(FIRST);
    await settle();
    const [[, , holds] = []] = world.inject.mock.calls;
    expect(holds).toBe('button');
  });

  it('is in a sandboxed document if the browser fills one by itself; no document with an address of its own gets in', async () => {
    const world = createWorld();
    await world.board.begin(CARD, reader, true);
    await expectRefused(world, world.connect(FIRST, { ...sender, url: 'data:text/html,x' }));
    const own = world.connect(FIRST);
    await settle();
    expect(own.frame.isOpen()).toBe(true);
  });

  it('is told that its window is private', async () => {
    const world = createWorld();
    await world.board.begin(CARD, { ...reader, incognito: true }, false);
    const ends = world.connect(FIRST, { ...sender, tab: { ...sender.tab, incognito: true } });
    ends.frame.postMessage(ready);
    await settle();
    expect(ends.received).toMatchObject([{ type: 'admitted', incognito: true }]);
  });

  it('gets its secret only after the card’s script has reported', async () => {
    const world = createWorld();
    await world.board.begin(CARD, reader, false);
    const ends = world.connect(FIRST);
    await settle();
    expect(ends.received).toEqual([]);
  });

  it.each(FLAWS)('is closed and gets nothing: %s', async (_, name, flawed) => {
    const world = createWorld();
    await world.board.begin(CARD, reader, false);
    await expectRefused(world, world.connect(name, flawed(sender)));
    // And the card’s own frame still comes in.
    const own = world.connect(FIRST);
    await settle();
    expect(own.frame.isOpen()).toBe(true);
  });

  it('is closed when it comes before its card was started', async () => {
    const world = createWorld();
    await expectRefused(world, world.connect(FIRST));
  });

  it('is closed when it comes late, and accepted a moment earlier', async () => {
    for (const [ms, open] of [
      [15_000, true],
      [15_001, false],
    ] as const) {
      const world = createWorld();
      await world.board.begin(CARD, reader, false);
      world.pass(ms);
      const ends = world.connect(FIRST);
      await settle();
      expect(ends.frame.isOpen()).toBe(open);
    }
  });

  it('uses the number up: no other port is accepted with it, whether the first is alive or gone', async () => {
    const world = createWorld();
    const { ends } = await world.admit();
    world.inject.mockClear();
    await expectRefused(world, world.connect(FIRST));
    await expectRefused(world, world.connect(FIRST, { ...sender, frameId: FRAME + 1 }));
    expect(ends.frame.isOpen()).toBe(true);
    ends.removeFrame();
    await settle();
    world.told.length = 0;
    await expectRefused(world, world.connect(FIRST));
  });

  it('is one of two that come at once, also while the worker is still reading its storage', async () => {
    for (const fresh of [false, true]) {
      const world = createWorld();
      await world.board.begin(CARD, reader, false);
      if (fresh) world.newWorker();
      const both = [world.connect(FIRST), world.connect(FIRST, { ...sender, frameId: FRAME + 1 })];
      for (const ends of both) ends.frame.postMessage(ready);
      await settle();
      expect(both.map(({ frame }) => frame.isOpen())).toEqual([true, false]);
      expect(both[1]?.received).toEqual([]);
      const address = { frameId: FRAME, documentId: 'D5', url: 'about:srcdoc' };
      expect(world.inject).toHaveBeenCalledExactlyOnceWith(TAB, address, 'card');
    }
  });

  it('is closed and forgotten when the card’s script cannot be injected', async () => {
    const world = createWorld();
    world.inject.mockRejectedValue(new Error('Cannot access contents of the page'));
    await world.board.begin(CARD, reader, false);
    const ends = world.connect(FIRST);
    ends.frame.postMessage(ready);
    await settle();
    expect(ends.frame.isOpen()).toBe(false);
    expect([ends.received, world.told]).toEqual([[], []]);
    expect(world.stored.cards).toEqual({});
    await expect(world.board.tell(CARD, shown, reader)).rejects.toMatchObject({ code: 'card-gone' });
  });

  it('is the valid one, whatever else comes before and after it', async () => {
    const attempt = fc.integer({ min: -1, max: FLAWS.length - 1 });
    await fc.assert(
      fc.asyncProperty(fc.array(attempt, { maxLength: 8 }), fc.boolean(), async (attempts, atOnce) => {
        const world = createWorld();
        await world.board.begin(CARD, reader, false);
        const all: Ends[] = [];
        for (const index of attempts) {
          const [, name, flawed] = FLAWS[index] ?? [null, FIRST, (from: Sender) => from];
          const ends = world.connect(name, flawed(sender));
          ends.frame.postMessage(ready);
          all.push(ends);
          if (!atOnce) await settle();
        }
        await settle();
        const sound = attempts.indexOf(-1);
        expect(all.map(({ frame }) => frame.isOpen())).toEqual(attempts.map((_, at) => at === sound));
        for (const [at, { received }] of all.entries()) if (at !== sound) expect(received).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a card that is started', () => {
  it('belongs to a tab, and is started once', async () => {
    const { board } = createWorld();
    await expect(board.begin(CARD, { ...reader, tabId: null }, false)).rejects.toMatchObject({ code: 'refused' });
    await expect(board.begin(CARD, { ...reader, frameId: null }, false)).rejects.toMatchObject({ code: 'refused' });
    await board.begin(CARD, reader, false);
    await expect(board.begin(CARD, reader, false)).rejects.toMatchObject({ code: 'refused' });
    await expect(board.begin(CARD, { ...reader, tabId: TAB + 1 }, false)).rejects.toMatchObject({ code: 'refused' });
  });

  it('cannot be restarted by another tab while its frame lives', async () => {
    const world = createWorld();
    const { ends } = await world.admit();
    await expect(world.board.begin(CARD, { ...reader, tabId: TAB + 1 }, false)).rejects.toMatchObject({
      code: 'refused',
    });
    await world.board.tell(CARD, shown, reader);
    expect(ends.frame.isOpen()).toBe(true);
  });

  it('is not forgotten because a page starts cards without end whose frames never come', async () => {
    const world = createWorld();
    const { ends } = await world.admit();
    for (let n = 0; n < 700; n++) await world.board.begin(hex(n), { ...reader, tabId: TAB + 1 }, false);
    expect(Object.keys(world.stored.cards as object)).toHaveLength(300);
    await world.board.tell(CARD, shown, reader);
    await settle();
    expect(ends.received).toEqual([said(shown)]);
    // And the one that was begun last is waited for.
    await world.admit(hex(9_000), { ...sender, frameId: FRAME + 1 });
  });

  it('is forgotten after three hundred later ones, the oldest first', async () => {
    const world = createWorld();
    for (let n = 0; n < 301; n++) await world.board.begin(hex(n), reader, false);
    expect(Object.keys(world.stored.cards as object)).toHaveLength(300);
    const ports = [0, 1, 300].map((n) => world.connect(portName(hex(n), null), { ...sender, frameId: 100 + n }));
    await settle();
    expect(ports.map(({ frame }) => frame.isOpen())).toEqual([false, true, true]);
  });

  it('works even if nothing can be stored: it then does not outlive the worker', async () => {
    const world = createWorld();
    world.area.set.mockRejectedValueOnce(new Error('QUOTA_BYTES quota exceeded'));
    const { ends } = await world.admit();
    expect(ends.frame.isOpen()).toBe(true);
    await world.board.begin(hex(9), reader, false);
    expect(Object.keys(world.stored.cards as object)).toEqual([CARD, hex(9)]);
  });

  it('works even if nothing can be read', async () => {
    const world = createWorld();
    world.area.get.mockRejectedValueOnce(new Error('no storage'));
    expect((await world.admit()).ends.frame.isOpen()).toBe(true);
  });
});

describe('a message from a reader script to its card', () => {
  it('goes to the card’s port and to no other', async () => {
    const world = createWorld();
    const { ends } = await world.admit();
    const other = await world.admit(hex(8), { ...sender, frameId: FRAME + 1 });
    await world.board.tell(CARD, shown, reader);
    await settle();
    expect(ends.received).toEqual([said(shown)]);
    expect(other.ends.received).toEqual([]);
  });

  it.each([
    ['another tab', { ...reader, tabId: TAB + 1 }],
    ['another frame of the tab', { ...reader, frameId: 3 }],
    ['the card’s own frame', { ...reader, frameId: FRAME }],
    ['no tab', { ...reader, tabId: null, frameId: null }],
    ['a page of ours', { ...reader, ownPage: true, tabId: null }],
  ])('is not accepted from %s', async (_, caller) => {
    const world = createWorld();
    const { ends } = await world.admit();
    await expect(world.board.tell(CARD, shown, caller)).rejects.toMatchObject({ code: 'card-gone' });
    await settle();
    expect(ends.received).toEqual([]);
    expect(world.nudge).not.toHaveBeenCalled();
  });

  it.each(['a card that nobody began', 'a card whose frame never came', 'a card that went'])(
    'fails when there is no card: %s',
    async (which) => {
      const world = createWorld();
      if (which === 'a card whose frame never came') await world.board.begin(CARD, reader, false);
      if (which === 'a card that went') (await world.admit()).ends.removeFrame();
      await settle();
      await expect(world.board.tell(CARD, shown, reader)).rejects.toMatchObject({ code: 'card-gone' });
      expect(world.nudge).not.toHaveBeenCalled();
    },
  );
});

describe('a message from a card’s frame', () => {
  it('goes to the reader script that started the card, and to that frame alone', async () => {
    const world = createWorld();
    await world.board.begin(CARD, { ...reader, frameId: 4 }, false);
    const ends = world.connect(FIRST);
    ends.frame.postMessage({ type: 'say', say: { type: 'pin' } });
    await settle();
    expect(world.tellReader).toHaveBeenCalledExactlyOnceWith(TAB, 4, CARD, { type: 'pin' });
  });

  it('is handled in order from the start, before the port has been judged', async () => {
    const world = createWorld();
    await world.board.begin(CARD, reader, false);
    world.newWorker();
    const ends = world.connect(FIRST);
    const says = [{ type: 'pin' }, { type: 'unpin' }, { type: 'close' }];
    for (const say of says) ends.frame.postMessage({ type: 'say', say });
    await settle();
    expect(world.told).toEqual(says);
  });

  it('does no harm when the reader script is gone', async () => {
    const world = createWorld();
    const { ends } = await world.admit();
    world.tellReader.mockRejectedValue(new CallError('no-receiver', 'nobody'));
    ends.frame.postMessage({ type: 'say', say: { type: 'pin' } });
    await settle();
    expect(ends.frame.isOpen()).toBe(true);
  });

  it.each([
    null,
    0,
    'ready',
    [],
    {},
    { type: 'say' },
    { type: 'say', say: { type: 'gone' } },
    { type: 'say', say: { type: 'admitted' } },
    { type: 'say', say: { type: 'drawn', token: 1, width: -1, height: 5 } },
    { type: 'say', say: { type: 'drawn', token: 1, width: 5, height: Number.NaN } },
    { type: 'say', say: { type: 'pin', more: 1 } },
    { type: 'admitted', secret: hex(1), incognito: false },
    { type: 'call', id: 1, name: 'scan', ask: {} },
    { type: 'call', id: 1, name: 'switchSite', ask: { tabId: 1, on: false } },
    { type: 'call', id: 1, name: '__proto__', ask: {} },
    { type: 'call', id: -1, name: 'mute', ask: { entity: 'iran', muted: true } },
    { type: 'call', name: 'mute', ask: { entity: 'iran', muted: true } },
  ])('is dropped if no card would send it: %j', async (message) => {
    const world = createWorld();
    const { ends } = await world.admit();
    ends.frame.postMessage(message);
    await settle();
    expect(world.told).toEqual([]);
    expect(ends.received).toEqual([]);
    expect(world.answer).not.toHaveBeenCalled();
    // The port itself lives: the next word is heard.
    ends.frame.postMessage({ type: 'say', say: { type: 'pin' } });
    await settle();
    expect(world.told).toEqual([{ type: 'pin' }]);
  });

  it('is answered as a call from that tab, whatever it contains', async () => {
    const world = createWorld();
    const { ends } = await world.admit(CARD, { ...sender, tab: { ...sender.tab, incognito: true } });
    world.answer.mockResolvedValue({ state: 'none' });
    const ask = { entity: 'iran', day: null, here: [] };
    ends.frame.postMessage({ type: 'call', id: 3, name: 'card', ask });
    await settle();
    expect(world.answer).toHaveBeenCalledExactlyOnceWith(
      { type: 'call', id: 3, name: 'card', ask },
      { ...reader, frameId: FRAME, documentId: 'D5', url: 'about:srcdoc', incognito: true },
    );
    expect(ends.received).toEqual([{ type: 'answer', id: 3, value: { state: 'none' } }]);
  });

  it('has its unproven presses undone when the page removes the card within ten seconds', async () => {
    const world = createWorld();
    const press = async (
      ends: Awaited<ReturnType<typeof world.admit>>['ends'],
      id: number,
      name: string,
      ask: object,
    ) => {
      ends.frame.postMessage({ type: 'call', id, name, ask });
      await settle();
    };
    const lose = async (presses: readonly (readonly [string, object])[], card = CARD) => {
      const { ends } = await world.admit(card);
      for (const [id, [name, ask]] of presses.entries()) await press(ends, id, name, ask);
      world.answer.mockClear();
      ends.frame.disconnect();
      await settle();
      return world.answer.mock.calls.map(([call]) => [call.name, call.ask]);
    };
    const mute = (muted: boolean, proof: 'none' | 'sight') => ['mute', { entity: 'iran', muted, proof }] as const;
    const refuse = { entity: 'iran', form: 'Persia', refused: true, proof: 'none' };
    expect(await lose([mute(true, 'none')], hex(1))).toEqual([mute(false, 'none')]);
    expect(await lose([mute(true, 'sight')], hex(2))).toEqual([]);
    expect(await lose([mute(true, 'none'), mute(false, 'none')], hex(3))).toEqual([]);
    const know = (known: boolean, proof: 'none' | 'sight') => ['know', { entity: 'iran', known, proof }] as const;
    expect(await lose([know(true, 'none')], hex(5))).toEqual([know(false, 'none')]);
    expect(await lose([know(true, 'sight')], hex(6))).toEqual([]);
    expect(await lose([know(true, 'none'), know(false, 'none')], hex(7))).toEqual([]);
    expect(await lose([know(false, 'none')], hex(8))).toEqual([]);
    expect(await lose([['refuse', refuse]], hex(4))).toEqual([['refuse', { ...refuse, refused: false }]]);
  });

  it('has a press undone also if the card was removed while it was carried out, and the reader script told even if that fails', async () => {
    const world = createWorld();
    const { ends } = await world.admit();
    let done: (value: unknown) => void = () => {};
    world.answer.mockImplementationOnce(() => new Promise((next) => (done = next)));
    const ask = { entity: 'iran', muted: true, proof: 'none' };
    ends.frame.postMessage({ type: 'call', id: 1, name: 'mute', ask });
    await settle();
    ends.removeFrame();
    await settle();
    expect(world.answer).toHaveBeenCalledTimes(1);
    done(null);
    await settle();
    expect(world.answer).toHaveBeenLastCalledWith(
      { type: 'call', id: 1, name: 'mute', ask: { ...ask, muted: false } },
      expect.anything(),
    );
    expect(world.told).toEqual([{ type: 'gone' }]);
    const other = await world.admit(hex(2));
    other.ends.frame.postMessage({ type: 'call', id: 1, name: 'mute', ask });
    await settle();
    world.answer.mockRejectedValueOnce(new Error('QuotaExceededError'));
    other.ends.removeFrame();
    await settle();
    expect(world.told).toEqual([{ type: 'gone' }]);
  });

  it('is carried out synchronously: later the browser accepts no press for it', async () => {
    const world = createWorld();
    const { ends } = await world.admit();
    const inTheSameTurn = vi.fn();
    ends.background.onMessage.addListener(() => inTheSameTurn(world.answer.mock.calls.length));
    ends.frame.postMessage({ type: 'call', id: 1, name: 'besideStory', ask: { entity: 'iran', day: null } });
    await settle();
    expect(inTheSameTurn.mock.calls).toEqual([[1]]);
  });

  it('gets the error of its call, by code and with its number', async () => {
    const world = createWorld();
    const { ends } = await world.admit();
    ends.frame.postMessage({ type: 'call', id: 4, name: 'openLink', ask: { url: 'javascript:alert(1)' } });
    await settle();
    expect(world.answer).not.toHaveBeenCalled();
    expect(ends.received).toMatchObject([{ type: 'error', id: 4, code: 'malformed' }]);
    world.answer.mockRejectedValueOnce(new CallError('pack-damaged', 'section 3'));
    ends.frame.postMessage({ type: 'call', id: 5, name: 'noteSubject', ask: { entity: 'iran' } });
    await settle();
    world.answer.mockImplementationOnce(() => {
      throw new TypeError('x is undefined');
    });
    ends.frame.postMessage({ type: 'call', id: 6, name: 'noteSubject', ask: { entity: 'iran' } });
    await settle();
    expect(ends.received.slice(1)).toEqual([
      { type: 'error', id: 5, code: 'pack-damaged', message: 'section 3' },
      { type: 'error', id: 6, code: 'failed', message: 'x is undefined' },
    ]);
  });

  it('does no harm when the frame is removed while its call is being answered', async () => {
    const world = createWorld();
    const { ends } = await world.admit();
    let answered: (value: null) => void = () => {};
    world.answer.mockReturnValue(new Promise((done) => (answered = done)));
    ends.frame.postMessage({ type: 'call', id: 1, name: 'noteSubject', ask: { entity: 'iran' } });
    await settle();
    ends.removeFrame();
    answered(null);
    await settle();
    expect(world.told).toEqual([{ type: 'gone' }]);
  });
});

describe('a frame that is removed', () => {
  it('is reported to its reader script once, and forgotten', async () => {
    const world = createWorld();
    const { ends } = await world.admit();
    ends.removeFrame();
    await settle();
    expect(world.tellReader).toHaveBeenLastCalledWith(TAB, READER, CARD, { type: 'gone' });
    expect(world.told).toEqual([{ type: 'gone' }]);
    expect(world.stored.cards).toEqual({});
  });

  it('is reported also if it was removed before it was accepted', async () => {
    const world = createWorld();
    await world.board.begin(CARD, reader, false);
    const ends = world.connect(FIRST);
    ends.removeFrame();
    await settle();
    expect(world.told).toEqual([{ type: 'gone' }]);
    await expect(world.board.tell(CARD, shown, reader)).rejects.toMatchObject({ code: 'card-gone' });
  });

  it('is not reported as gone when it has reconnected over another port', async () => {
    const world = createWorld();
    const { ends, secret } = await world.admit();
    const again = world.connect(portName(CARD, secret));
    await settle();
    ends.removeFrame();
    await settle();
    expect(world.told).toEqual([]);
    await world.board.tell(CARD, shown, reader);
    await settle();
    expect(again.received.at(-1)).toEqual(said(shown));
    // The old one, were it still there, would have no say.
    const old = world.connect(portName(CARD, secret));
    await settle();
    again.frame.postMessage({ type: 'say', say: { type: 'close' } });
    await settle();
    expect(world.told).toEqual([]);
    old.frame.postMessage({ type: 'say', say: { type: 'close' } });
    await settle();
    expect(world.told).toEqual([{ type: 'close' }]);
  });
});

describe('after the worker has died', () => {
  it('nobody is told that the card is gone', async () => {
    const world = createWorld();
    await world.admit();
    world.newWorker();
    await settle();
    expect(world.told).toEqual([]);
    expect(Object.keys(world.stored.cards as object)).toEqual([CARD]);
  });

  it('the frame reconnects with its secret, is greeted, heard and answered, and no script is injected again', async () => {
    const world = createWorld();
    const { secret } = await world.admit();
    world.newWorker();
    world.inject.mockClear();
    const ends = world.connect(portName(CARD, secret));
    ends.frame.postMessage({ type: 'say', say: { type: 'pin' } });
    await settle();
    expect(ends.received).toEqual([{ type: 'admitted', secret, incognito: false }]);
    expect(world.told).toEqual([{ type: 'pin' }]);
    expect(world.inject).not.toHaveBeenCalled();
    await world.board.tell(CARD, shown, reader);
    await settle();
    expect(ends.received.at(-1)).toEqual(said(shown));
    expect(world.nudge).not.toHaveBeenCalled();
  });

  it.each<readonly [string, (secret: string) => string, (from: Sender) => Sender]>([
    ['another secret', () => portName(CARD, hex(1)), (from) => from],
    ['the secret of another card', (secret) => portName(hex(8), secret), (from) => from],
    ['the number alone', () => FIRST, (from) => from],
    ['the secret, from another frame', (secret) => portName(CARD, secret), (from) => ({ ...from, frameId: FRAME + 1 })],
    [
      'the secret, from another tab',
      (secret) => portName(CARD, secret),
      (from) => ({ ...from, tab: { ...from.tab, id: TAB + 1 } }),
    ],
    [
      'the secret, from a document of the page',
      (secret) => portName(CARD, secret),
      (from) => ({ ...from, origin: 'https://news.example' }),
    ],
    [
      'the secret, from another address',
      (secret) => portName(CARD, secret),
      (from) => ({ ...from, url: 'about:blank' }),
    ],
  ])('a port with %s is closed and gets nothing', async (_, name, from) => {
    const world = createWorld();
    const { secret } = await world.admit();
    await world.admit(hex(8), { ...sender, frameId: FRAME + 3 });
    world.newWorker();
    world.inject.mockClear();
    await expectRefused(world, world.connect(name(secret), from(sender)));
    const own = world.connect(portName(CARD, secret));
    await settle();
    expect(own.frame.isOpen()).toBe(true);
  });

  it('a reader script’s messages nudge the frame, wait for it, and arrive in the order in which they were sent', async () => {
    const world = createWorld();
    const { secret } = await world.admit();
    world.newWorker();
    const says: ToCard[] = [{ type: 'shown' }, { type: 'mode', mode: 'pinned' }, { type: 'clear' }];
    const told = says.map((say) => world.board.tell(CARD, say, reader));
    await settle();
    expect(world.nudge).toHaveBeenCalledExactlyOnceWith(TAB, FRAME, { nudge: CARD });
    const ends = world.connect(portName(CARD, secret));
    await Promise.all(told);
    await settle();
    expect(ends.received.filter((message) => (message as { type: string }).type === 'say')).toEqual(says.map(said));
  });

  it('each message of a reader script fails when no frame reconnects', async () => {
    const world = createWorld();
    await world.admit();
    world.newWorker();
    world.nudge.mockRejectedValue(new Error('No tab with id: 7'));
    const told = [world.board.tell(CARD, shown, reader), world.board.tell(CARD, { type: 'clear' }, reader)];
    const results = Promise.allSettled(told);
    for (let turn = 0; turn < 2; turn++) {
      await settle();
      world.oversleep();
    }
    for (const result of await results) {
      expect(result).toMatchObject({ status: 'rejected', reason: { code: 'card-gone' } });
    }
  });

  it('a frame that reconnects too late is heard all the same', async () => {
    const world = createWorld();
    const { secret } = await world.admit();
    world.newWorker();
    const told = world.board.tell(CARD, shown, reader).catch((thrown: unknown) => thrown);
    await settle();
    world.oversleep();
    expect(await told).toMatchObject({ code: 'card-gone' });
    const ends = world.connect(portName(CARD, secret));
    await settle();
    expect(ends.frame.isOpen()).toBe(true);
    await world.board.tell(CARD, shown, reader);
  });

  it('a frame that was awaited is still accepted, by its number and in time', async () => {
    const world = createWorld();
    await world.board.begin(CARD, reader, false);
    world.newWorker();
    world.pass(14_000);
    const ends = world.connect(FIRST);
    ends.frame.postMessage(ready);
    await settle();
    expect(ends.received).toMatchObject([{ type: 'admitted' }]);
  });

  it('cards of other tabs and their secrets are kept apart, however many workers died', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ card: fc.nat(3), dies: fc.boolean(), as: fc.nat(3) }), { minLength: 1, maxLength: 12 }),
        async (steps) => {
          const world = createWorld();
          const from = (n: number): Sender => ({ ...sender, frameId: FRAME + n, tab: { ...sender.tab, id: TAB } });
          const secrets: string[] = [];
          for (let n = 0; n < 4; n++) secrets.push((await world.admit(hex(100 + n), from(n))).secret);
          expect(new Set(secrets).size).toBe(4);
          for (const { card, dies, as } of steps) {
            if (dies) world.newWorker();
            const ends = world.connect(portName(hex(100 + card), secrets[as] as string), from(card));
            await settle();
            expect(ends.frame.isOpen()).toBe(as === card);
          }
        },
      ),
      { numRuns: 30 },
    );
  });
});

it('only the place of a card and its secret are stored, and none of its messages', async () => {
  const world = createWorld();
  const { secret, ends } = await world.admit();
  await world.board.tell(CARD, { type: 'mode', mode: 'pinned' }, reader);
  ends.frame.postMessage({ type: 'say', say: { type: 'nested', entity: 'iran' } });
  await settle();
  expect(world.stored).toEqual({
    cards: {
      [CARD]: {
        tabId: TAB,
        reader: READER,
        begunAt: 1_000,
        granted: false,
        holds: 'card',
        frame: { frameId: FRAME, secret },
      },
    },
  });
  expect(vi.mocked(world.area.set).mock.calls.flat().length).toBeGreaterThan(1);
});
