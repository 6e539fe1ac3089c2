// @vitest-environment happy-dom
/** The number of a card: where it stands, who takes it out, and what it looks like. */
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { cardDocument, type Door, isNudge, type Nudge, openDoor, takeDoor } from '../../../lib/border';
import { CARD_MARK, isCardAddress, portName, readPortName } from '../../../lib/border/marks';
import { openPort } from './ports';
import { CARD, hex } from './world';

const connect = () => vi.fn((name: string) => openPort(name).frame);

/** A document with the number in it, at that address, in a frame or not. */
function documentWith({ url = 'about:srcdoc', top = false, number = CARD as string | null } = {}): Document {
  const root = document.createElement('html');
  if (number !== null) root.setAttribute(CARD_MARK, number);
  const view: { parent?: object } = {};
  view.parent = top ? view : {};
  return { documentElement: root, URL: url, defaultView: view } as unknown as Document;
}

describe('the door', () => {
  it('removes the number from the document before anything is sent, and connects with it', () => {
    const doc = documentWith();
    const world = {};
    const made = vi.fn((name: string) => {
      expect(doc.documentElement.hasAttribute(CARD_MARK)).toBe(false);
      return openPort(name).frame;
    });
    expect(openDoor(doc, world, made)).toBe(true);
    expect(made).toHaveBeenCalledExactlyOnceWith(portName(CARD, null));
    const door = takeDoor(world) as Door;
    expect(door.card).toBe(CARD);
    expect(door.port).toBe(made.mock.results[0]?.value);
  });

  it('is opened once: a second script finds an ordinary frame of a story, and no number', () => {
    const doc = documentWith();
    const made = connect();
    expect(openDoor(doc, {}, made)).toBe(true);
    expect(openDoor(doc, {}, made)).toBe(false);
    expect(made).toHaveBeenCalledTimes(1);
  });

  it('accepts a number only once', () => {
    const world = {};
    expect(takeDoor(world)).toBeNull();
    openDoor(documentWith(), world, connect());
    expect(takeDoor(world)).not.toBeNull();
    expect(takeDoor(world)).toBeNull();
  });

  it.each<readonly [string, NonNullable<Parameters<typeof documentWith>[0]>]>([
    ['the top document', { top: true }],
    ['a document of the page', { url: 'https://news.example/1' }],
    ['an empty document', { url: 'about:blank' }],
    ['a blob', { url: 'blob:https://news.example/1' }],
    ['another kind of data', { url: 'data:image/svg+xml,<svg/>' }],
    ['a document without a number', { number: null }],
    ['a document with something else for a number', { number: 'x'.repeat(32) }],
    ['a document with a number too long', { number: `${CARD}0` }],
  ])('does not run in %s', (_, kind) => {
    const doc = documentWith(kind);
    const made = connect();
    const world = {};
    expect(openDoor(doc, world, made)).toBe(false);
    expect(made).not.toHaveBeenCalled();
    expect(takeDoor(world)).toBeNull();
    // What a page writes on its own documents is its own.
    expect(doc.documentElement.getAttribute(CARD_MARK)).toBe(kind.number === undefined ? CARD : kind.number);
  });

  it('does not run in a document without an element', () => {
    expect(openDoor({ documentElement: null, URL: 'about:srcdoc' } as never, {}, connect())).toBe(false);
  });
});

describe('the document of a frame', () => {
  afterEach(() => document.body.replaceChildren());

  it('has the number, follows light and dark, and holds nothing else', () => {
    const parsed = new DOMParser().parseFromString(cardDocument(CARD), 'text/html');
    expect(parsed.documentElement.getAttribute(CARD_MARK)).toBe(CARD);
    expect(parsed.querySelector('meta[name=color-scheme]')?.getAttribute('content')).toBe('light dark');
    expect(parsed.body.childNodes).toHaveLength(0);
    expect(parsed.querySelectorAll('script, link, style')).toHaveLength(0);
  });
});

describe('the name of a port', () => {
  it('is parsed as it was written', () => {
    const number = fc.bigInt({ min: 0n, max: (1n << 128n) - 1n }).map((n) => n.toString(16).padStart(32, '0'));
    fc.assert(
      fc.property(number, fc.option(number), (card, secret) => {
        expect(readPortName(portName(card, secret))).toEqual({ card, secret });
      }),
    );
  });

  it('is not accepted in any other form', () => {
    fc.assert(
      fc.property(fc.string(), (name) => {
        fc.pre(!/^card:[0-9a-f]{32}/.test(name));
        expect(readPortName(name)).toBeNull();
      }),
    );
    for (const name of [
      `card:${CARD.toUpperCase()}`,
      `card:${CARD}:`,
      `card:${CARD}:${hex(1)}:`,
      `card:${CARD}:${hex(1)}0`,
      ` card:${CARD}`,
      `card:${CARD}\n`,
      `xcard:${CARD}`,
      'card:',
      'card::',
    ]) {
      expect(readPortName(name), name).toBeNull();
    }
  });
});

it('only the two ways of creating a frame produce a card’s address', () => {
  expect(
    ['about:srcdoc', `data:text/html,${encodeURIComponent(cardDocument(CARD))}`].filter(isCardAddress),
  ).toHaveLength(2);
  const others = ['', 'about:blank', 'about:srcdoc?', 'data:text/html;base64,', 'data:text/htmlx,', 'xdata:text/html,'];
  expect(others.filter(isCardAddress)).toEqual([]);
});

it('a nudge is for one card, whatever else is sent in the tab', () => {
  const nudge: Nudge = { nudge: CARD };
  expect(isNudge(nudge, CARD)).toBe(true);
  for (const other of [null, undefined, 0, CARD, [], {}, { nudge: hex(1) }, { nudge: null }, { type: 'reader.ping' }]) {
    expect(isNudge(other, CARD)).toBe(false);
  }
});
