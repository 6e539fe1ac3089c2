/** The card's end of the line: what becomes of calls and words when the worker, or the extension, goes. Long because each way of going is tried on each kind of call. */
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { createFrameLine } from '../../../lib/border';
import { portName } from '../../../lib/border/marks';
import type { CardCalls, PortFromFrame, PortToFrame, ToCard } from '../../../lib/messages';
import { type Ends, openPort, settle } from './ports';
import { CARD, createWorld, hex, reader } from './world';

const SECRET = hex(0x5ec);
type Call = Extract<PortFromFrame, { type: 'call' }>;

/** A line and the worker's ends of all its ports; the test is the worker. */
function open() {
  const ports: Ends[] = [];
  const came: PortFromFrame[][] = [];
  const heard: ToCard[] = [];
  const admitted = vi.fn();
  const make = (name: string) => {
    const ends = openPort(name);
    const messages: PortFromFrame[] = [];
    ports.push(ends);
    came.push(messages);
    ends.background.onMessage.addListener((message) => messages.push(message as PortFromFrame));
    return ends;
  };
  const connect = vi.fn((name: string) => make(name).frame);
  const door = { card: CARD, port: make(portName(CARD, null)).frame };
  const line = createFrameLine({ door, connect, admitted, heard: (say) => heard.push(say) });
  const last = () => ports.at(-1) as Ends;
  const post = (message: PortToFrame) => last().background.postMessage(message);
  const calls = (): Call[] => came.flat().filter((message): message is Call => message.type === 'call');
  return {
    line,
    ports,
    came,
    heard,
    admitted,
    connect,
    post,
    calls,
    lastCall: () => calls().at(-1) as Call,
    die: () => last().killWorker(),
    async admit() {
      post({ type: 'admitted', secret: SECRET, incognito: false });
      await settle();
    },
  };
}

const subject = { entity: 'iran' };
const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'answered',
    (thrown: { code?: string }) => thrown.code,
  );

describe('a frame’s line to the background', () => {
  it('uses the door’s port, and knows under which conditions it was admitted', async () => {
    const { line, came, connect, admitted, admit } = open();
    line.say({ type: 'ready' });
    await settle();
    expect(came).toEqual([[{ type: 'say', say: { type: 'ready' } }]]);
    expect(admitted).not.toHaveBeenCalled();
    await admit();
    expect(admitted).toHaveBeenCalledExactlyOnceWith({ incognito: false });
    expect(connect).not.toHaveBeenCalled();
  });

  it('delivers what the reader script says, in order', async () => {
    const { heard, post, admit } = open();
    await admit();
    const says: ToCard[] = [{ type: 'shown' }, { type: 'mode', mode: 'sheet' }, { type: 'clear' }];
    for (const say of says) post({ type: 'say', say });
    await settle();
    expect(heard).toEqual(says);
  });

  it('matches each answer to its call, in whatever order they come', async () => {
    const { line, calls, post, admit } = open();
    await admit();
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }), async (order) => {
        const asked = order.map((n) => line.call('noteSubject', { entity: `e${n}` }));
        await settle();
        const mine = calls().slice(-5);
        expect(new Set(calls().map(({ id }) => id)).size).toBe(calls().length);
        for (const n of order) {
          const { id, ask } = mine[n] as Call;
          post({ type: 'answer', id, value: ask });
        }
        expect(await Promise.all(asked)).toEqual(order.map((n) => ({ entity: `e${n}` })));
      }),
      { numRuns: 10 },
    );
  });

  it('matches each error to its call, with its code', async () => {
    const { line, calls, post, admit } = open();
    await admit();
    const asked = [
      line.call('noteSubject', subject),
      line.call('mute', { entity: 'iran', muted: true, proof: 'sight' }),
    ].map(codeOf);
    await settle();
    post({ type: 'error', id: calls()[1]?.id ?? -1, code: 'note-full', message: 'x' });
    post({ type: 'error', id: calls()[0]?.id ?? -1, code: 'malformed', message: 'y' });
    expect(await Promise.all(asked)).toEqual(['malformed', 'note-full']);
  });

  it('ignores a second answer, and answers to calls that were never made', async () => {
    const { line, lastCall, post, admit } = open();
    await admit();
    const asked = line.call('noteSubject', subject);
    await settle();
    post({ type: 'answer', id: 77, value: 'nobody asked' });
    post({ type: 'error', id: 78, code: 'failed', message: 'nobody asked' });
    post({ type: 'answer', id: lastCall().id, value: null });
    post({ type: 'answer', id: lastCall().id, value: 'again' });
    expect(await asked).toBeNull();
    await settle();
  });
});

describe('when the worker dies, a line', () => {
  it('does not connect before there is something to say', async () => {
    const { connect, die, admit } = open();
    await admit();
    die();
    await settle();
    expect(connect).not.toHaveBeenCalled();
  });

  it.each<readonly [string, (line: ReturnType<typeof open>['line']) => unknown]>([
    ['a word', (line) => line.say({ type: 'pin' })],
    ['a call', (line) => line.call('noteSubject', subject).catch(() => {})],
    ['a nudge', (line) => line.wake()],
  ])('%s reconnects, once, with the secret', async (_, act) => {
    const { line, connect, die, admit, heard, post, came } = open();
    await admit();
    die();
    act(line);
    act(line);
    line.wake();
    await settle();
    expect(connect).toHaveBeenCalledExactlyOnceWith(portName(CARD, SECRET));
    post({ type: 'say', say: { type: 'shown' } });
    await settle();
    expect(heard).toEqual([{ type: 'shown' }]);
    expect(came[0]).toEqual([]);
  });

  it('ignores a nudge while it is connected', async () => {
    const { line, connect, admit } = open();
    await admit();
    line.wake();
    expect(connect).not.toHaveBeenCalled();
  });

  it('sends calls under way once more, over the new port', async () => {
    const { line, calls, came, die, admit, post, lastCall } = open();
    await admit();
    const asked = line.call('mute', { entity: 'iran', muted: true, proof: 'sight' });
    await settle();
    die();
    await settle();
    expect(calls().map(({ name, ask }) => [name, ask])).toEqual([
      ['mute', { entity: 'iran', muted: true, proof: 'sight' }],
      ['mute', { entity: 'iran', muted: true, proof: 'sight' }],
    ]);
    expect(came.map((messages) => messages.length)).toEqual([1, 1]);
    post({ type: 'answer', id: lastCall().id, value: null });
    expect(await asked).toBeNull();
  });

  it('sends them once more, not for ever', async () => {
    const { line, calls, die, admit } = open();
    await admit();
    const asked = codeOf(line.call('noteSubject', subject));
    for (let deaths = 0; deaths < 2; deaths++) {
      await settle();
      die();
    }
    expect(await asked).toBe('no-receiver');
    expect(calls()).toHaveLength(2);
  });

  const asks: { readonly [N in keyof CardCalls]: readonly [Parameters<CardCalls[N]>[0], 1 | 2] } = {
    card: [{ entity: 'iran', day: null, here: [] }, 2],
    article: [{ entity: 'iran', proof: 'sight' }, 1],
    cardPart: [{ part: 'map' }, 2],
    placeMap: [{ entity: 'q30', here: [], width: 348 }, 2],
    picture: [{ entity: 'q30', press: 'sight' }, 1],
    nameCard: [{ name: { name: 'Jo Doe', kind: 'person', roles: [], says: [] } }, 2],
    lookUpName: [{ name: { name: 'Jo Doe', kind: 'person', roles: [], says: [] }, day: null, proof: 'sight' }, 1],
    refuse: [{ entity: 'iran', form: 'iran', refused: true, proof: 'sight' }, 2],
    mute: [{ entity: 'iran', muted: true, proof: 'sight' }, 2],
    know: [{ entity: 'iran', known: true, proof: 'sight' }, 2],
    chooseDay: [{ day: '2020-11-20', tab: null, proof: 'sight' }, 2],
    noteSubject: [subject, 2],
    exchangeNote: [{ subject: { entity: 'iran', name: 'Iran', kind: null }, update: null, vector: 'AA==' }, 2],
    placeNote: [{ entity: 'iran', place: null }, 2],
    openNotes: [subject, 1],
    openBeside: [{ entity: 'iran', day: null }, 1],
    besideStory: [{ entity: 'iran', day: null }, 1],
    openLink: [{ url: 'https://a.org/' }, 1],
    lookUpSelected: [{}, 1],
  };
  it.each(Object.entries(asks))('sends %s as often as does no harm', async (name, [ask, times]) => {
    const { line, calls, die, admit, post, lastCall } = open();
    await admit();
    const asked = codeOf(line.call(name as 'noteSubject', ask as never));
    await settle();
    die();
    await settle();
    expect(calls()).toHaveLength(times);
    if (times > 1) post({ type: 'answer', id: lastCall().id, value: null });
    expect(await asked).toBe(times === 1 ? 'no-receiver' : 'answered');
  });

  it('does not repeat a call after an error of the background itself', async () => {
    const { line, calls, admit, post, lastCall } = open();
    await admit();
    const asked = codeOf(line.call('noteSubject', subject));
    await settle();
    post({ type: 'error', id: lastCall().id, code: 'failed', message: 'x is undefined' });
    expect(await asked).toBe('failed');
    expect(calls()).toHaveLength(1);
  });

  it('takes no message from the previous port for one of the new port', async () => {
    const { line, ports, die, admit, post, lastCall } = open();
    await admit();
    die();
    const asked = line.call('noteSubject', subject);
    await settle();
    ports[0]?.tellAgain();
    await settle();
    post({ type: 'answer', id: lastCall().id, value: null });
    expect(await asked).toBeNull();
  });
});

describe('a line that is refused', () => {
  it('before it was admitted is closed: there is no secret to reconnect with', async () => {
    const { line, connect, die } = open();
    die();
    expect(await codeOf(line.call('noteSubject', subject))).toBe('context-lost');
    line.say({ type: 'pin' });
    line.wake();
    expect(connect).not.toHaveBeenCalled();
  });

  it('three times in a row is closed', async () => {
    const { line, connect, die, admit } = open();
    await admit();
    die();
    for (let refusals = 0; refusals < 3; refusals++) {
      line.wake();
      expect(connect).toHaveBeenCalledTimes(refusals + 1);
      die();
    }
    expect(await codeOf(line.call('noteSubject', subject))).toBe('context-lost');
    line.wake();
    line.say({ type: 'pin' });
    expect(connect).toHaveBeenCalledTimes(3);
  });

  it('is not closed as long as something arrives in between', async () => {
    const { line, connect, die, admit, post } = open();
    await admit();
    for (let deaths = 1; deaths <= 12; deaths++) {
      die();
      line.wake();
      expect(connect).toHaveBeenCalledTimes(deaths);
      if (deaths % 3 === 0) post({ type: 'say', say: { type: 'shown' } });
      await settle();
    }
  });

  it('rejects calls without throwing when the extension is gone', async () => {
    const { line, connect, die, admit } = open();
    await admit();
    connect.mockImplementation(() => {
      throw new Error('Extension context invalidated.');
    });
    const under = codeOf(line.call('noteSubject', subject));
    await settle();
    die();
    expect(await under).toBe('context-lost');
    expect(await codeOf(line.call('noteSubject', subject))).toBe('context-lost');
    expect(() => line.say({ type: 'pin' })).not.toThrow();
    expect(() => line.wake()).not.toThrow();
  });

  it('rejects what cannot be sent, and is not broken by it', async () => {
    const { line, admit, post, lastCall } = open();
    await admit();
    const unsendable = { entity: (() => {}) as unknown as string };
    expect(await codeOf(line.call('noteSubject', unsendable))).toBe('failed');
    expect(() => line.say({ type: 'nested', entity: unsendable.entity })).not.toThrow();
    const asked = line.call('noteSubject', subject);
    await settle();
    post({ type: 'answer', id: lastCall().id, value: null });
    expect(await asked).toBeNull();
  });
});

describe('both ends together', () => {
  async function joined() {
    const world = createWorld();
    await world.board.begin(CARD, reader, false);
    const heard: ToCard[] = [];
    const line = createFrameLine({
      door: { card: CARD, port: world.connect(portName(CARD, null)).frame },
      connect: (name) => world.connect(name).frame,
      admitted: () => {},
      heard: (say) => heard.push(say),
    });
    world.nudge.mockImplementation(async () => line.wake());
    line.say({ type: 'ready' });
    await settle();
    world.told.length = 0;
    return { world, line, heard };
  }

  it('a card outlives any number of workers, even if it only reports the pointer', async () => {
    const { world, line } = await joined();
    const inside = Array.from({ length: 20 }, (_, n) => n % 2 === 0);
    for (const one of inside) {
      world.newWorker();
      line.say({ type: 'pointer', inside: one });
      await settle();
    }
    expect(world.told).toEqual(inside.map((one) => ({ type: 'pointer', inside: one })));
    world.newWorker();
    world.answer.mockResolvedValue(null);
    expect(await line.call('noteSubject', subject)).toBeNull();
  });

  it('messages of the reader script arrive in order across any number of workers', async () => {
    const { world, heard } = await joined();
    const says = Array.from({ length: 12 }, (_, n): ToCard => ({ type: 'focus-left', asked: n % 3 === 0 }));
    for (const [at, say] of says.entries()) {
      if (at % 2) world.newWorker();
      await world.board.tell(CARD, say, reader);
    }
    await settle();
    expect(heard).toEqual(says);
  });

  it('a call is answered even if the worker dies during it, at any moment', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(12), async (turns) => {
        const { world, line } = await joined();
        world.answer.mockResolvedValue({ entity: 'iran', name: 'Iran', kind: null });
        const asked = line.call('noteSubject', subject);
        for (let turn = 0; turn < turns; turn++) await Promise.resolve();
        world.newWorker();
        expect(await asked).toMatchObject({ name: 'Iran' });
      }),
      { numRuns: 20 },
    );
  });
});
