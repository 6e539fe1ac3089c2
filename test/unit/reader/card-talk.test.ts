/** The reader's end of the line to its card: when the frame comes, comes late, or never. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

interface Made {
  readonly isolation: string;
  closed: boolean;
}
const stage = vi.hoisted(() => ({ granted: true, cards: [] as string[], made: [] as Made[], told: [] as unknown[] }));
vi.mock('../../../lib/messages', () => ({
  callBackground: async (name: string, ask: { readonly card: string; readonly say: unknown }) => {
    if (name === 'tellCard') stage.told.push(ask.say);
    if (name !== 'beginCard') return;
    stage.cards.push(ask.card);
    return { granted: stage.granted };
  },
}));
vi.mock('../../../lib/border', () => ({ cardDocument: (card: string) => card }));
vi.mock('../../../lib/page', () => ({
  openCardHost({ isolation }: { readonly isolation: string }) {
    const made: Made = { isolation, closed: false };
    stage.made.push(made);
    return {
      close: () => {
        made.closed = true;
      },
      serves: () => true,
      seal: () => {},
    };
  },
}));

import { createCardTalk } from '../../../entrypoints/reader/card-talk';

const drawing = { type: 'draw', drawing: { token: 1 } } as never;
const near = {} as Element;

function open() {
  const gone = vi.fn();
  const view = { setTimeout: (run: () => void, ms: number) => setTimeout(run, ms), clearTimeout } as unknown as Window;
  const signal = new AbortController().signal;
  const talk = createCardTalk({ view, heard: () => {}, gone, holdsWords: () => false, signal });
  /** What the page is shown, and told, within so many ms. */
  const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
  const ready = async () => {
    talk.bring(stage.cards.at(-1) as string, { type: 'ready' });
    await pass(0);
  };
  return { talk, gone, pass, ready };
}

beforeEach(() => {
  vi.useFakeTimers();
  Object.assign(stage, { granted: true, cards: [], made: [], told: [] });
});
afterEach(() => vi.useRealTimers());

describe('a frame that does not come in time', () => {
  it('is made once more the only way that is admitted where there is a grant, and draws what was wanted', async () => {
    const { talk, gone, pass, ready } = open();
    talk.prepare(near);
    talk.say(drawing);
    await pass(3_000);
    expect(stage.made.map(({ isolation, closed }) => [isolation, closed])).toEqual([
      ['sandbox', true],
      ['sandbox', false],
    ]);
    await ready();
    expect(stage.told).toEqual([drawing]);
    expect([talk.isRefused(), gone.mock.calls.length]).toEqual([false, 0]);
  });

  it('is made the other way where there is none', async () => {
    stage.granted = false;
    const { talk, pass } = open();
    talk.prepare(near);
    await pass(2_000);
    expect(stage.made.map(({ isolation }) => isolation)).toEqual(['address', 'sandbox']);
  });

  it('is given up after the second try', async () => {
    const { talk, gone, pass } = open();
    talk.prepare(near);
    await pass(5_100);
    expect([stage.made.length, talk.isRefused(), gone.mock.calls.length]).toEqual([2, true, 1]);
    talk.prepare(near);
    await pass(5_100);
    expect(stage.made).toHaveLength(2);
  });

  it('is tried again the way that has worked, if one was there before', async () => {
    stage.granted = false;
    const { talk, pass, ready } = open();
    talk.prepare(near);
    await pass(2_000);
    await ready();
    talk.drop();
    talk.prepare(near);
    await pass(2_000);
    expect(stage.made.map(({ isolation }) => isolation)).toEqual(['address', 'sandbox', 'sandbox', 'sandbox']);
    expect(talk.isRefused()).toBe(false);
  });
});
