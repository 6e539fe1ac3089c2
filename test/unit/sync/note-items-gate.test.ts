/** Which values of a sealed account are held back, and the effect of the reader's answer. */
import { describe, expect, it } from 'vitest';
import type { KeyRow, VerdictRow } from '../../../lib/database';
import { DOCUMENTS } from '../../../lib/notes';
import type { ExchangeContext } from '../../../lib/sync/exchange';
import { fullHash, MOST_HELD } from '../../../lib/sync/held-back';
import { createGate } from '../../../lib/sync/note-items/hold-back';
import { type Items, keyOfReport, readAccount, toItems } from '../../../lib/sync/note-items/layout';
import { readOwnMemory } from '../../../lib/sync/note-items/memory';
import { lying, noteOf } from './fake-account';
import { bytesOf, ringOf } from './fake-visit';

const plain = lying(noteOf('ana', 'typed by whom?'));
const sealedText = 'age-encryption.org/v1\nthe rest';
const keys = toItems(`k${'0'.repeat(16)}`, bytesOf(sealedText) as never) as Items;
const sealed = toItems(plain.key, bytesOf(sealedText) as never) as Items;

interface Given {
  readonly items?: Items;
  readonly ring?: KeyRow | null;
  readonly seal?: string;
  readonly verdicts?: VerdictRow[];
}

function gateOf({ items = plain.items, ring = ringOf('key'), seal = 'the id of our key', verdicts = [] }: Given) {
  const { lying: values } = readAccount(items);
  const memory = { ...readOwnMemory(null), seal };
  const gate = createGate({ documents: DOCUMENTS, ring, remote: { verdicts } } as unknown as ExchangeContext, memory, [
    ...values.values(),
  ]);
  const value = (key: string) => {
    const found = values.get(key);
    return found?.state === 'whole' ? found : expect.fail(`${key} is not whole`);
  };
  return { gate, value, lets: (name = plain.name) => gate.lets(value(plain.key), name) };
}
const verdict = (takeIn: boolean, hash = fullHash(plain.cargo)) => [{ name: plain.name, hash, takeIn }];

describe('the check of a sealed account', () => {
  it('holds back plain values, shows their words, and keeps their keys', () => {
    const { gate, lets } = gateOf({});
    expect(lets()).toBe(false);
    const { held, heldMore, heldKeys, leftOut } = gate.outcome();
    expect(held).toEqual([
      {
        name: plain.name,
        hash: fullHash(plain.cargo),
        device: '',
        deviceName: '',
        at: null,
        notes: 1,
        look: [{ name: 'ana', text: 'typed by whom?' }],
      },
    ]);
    expect([heldMore, [...heldKeys], leftOut]).toEqual([0, [plain.key], []]);
  });

  it.each([
    ['it is sealed', { items: sealed }],
    ['nothing is sealed there', { ring: null }],
    ['the passphrase was just set, and nobody has sealed anything yet', { seal: 'plain' }],
    ['the reader wants it', { verdicts: verdict(true) }],
  ])('lets a value through when %s', (_why, given) => {
    const { gate, lets } = gateOf(given);
    expect(lets()).toBe(true);
    expect(gate.outcome()).toEqual({ held: [], heldMore: 0, heldKeys: new Set(), leftOut: [] });
  });

  it('applies as soon as the account holds keys, even to a device that has just set a passphrase', () => {
    expect(gateOf({ items: { ...plain.items, ...keys }, seal: 'plain' }).lets()).toBe(false);
  });

  it('names all parts of what the reader rejects, and does not show it again', () => {
    const { gate, lets } = gateOf({ verdicts: verdict(false) });
    expect(lets()).toBe(false);
    expect(gate.outcome()).toEqual({ held: [], heldMore: 0, heldKeys: new Set(), leftOut: [plain.key] });
  });

  it('asks again when the content has changed', () => {
    const { gate, lets } = gateOf({ verdicts: verdict(false, 'of what was there before') });
    expect(lets()).toBe(false);
    expect(gate.outcome().held).toHaveLength(1);
  });

  it('shows by name and hash what is not a note, so that it can be deleted', () => {
    const rubbish = toItems(plain.key, bytesOf('rubbish') as never) as Items;
    const { gate, lets } = gateOf({ items: rubbish });
    expect(lets()).toBe(false);
    expect(gate.outcome().held).toMatchObject([{ notes: 0, look: [], hash: fullHash(bytesOf('rubbish')) }]);
  });

  it('shows a limited number at a time, counts the others, and keeps the keys of all', () => {
    const notes = Array.from({ length: MOST_HELD + 2 }, (_, at) => lying(noteOf(`n${at}`, 'x')));
    const { gate, value } = gateOf({ items: Object.assign({}, ...notes.map(({ items }) => items)) as Items });
    for (const { key, name } of notes) expect(gate.lets(value(key), name)).toBe(false);
    const { held, heldMore, heldKeys } = gate.outcome();
    expect([held.length, heldMore, heldKeys.size]).toEqual([MOST_HELD, 2, MOST_HELD + 2]);
  });
});

describe('reports of devices are let through', () => {
  const key = keyOfReport('b'.repeat(16));
  const tells = (text: string, given: Given = {}) => {
    const items = toItems(key, bytesOf(text) as never) as Items;
    const { gate, value } = gateOf({ ...given, items });
    return gate.mayTell(value(key));
  };

  it('when sealed, or when nothing is sealed', () => {
    expect([
      tells(sealedText),
      tells('plain'),
      tells('plain', { ring: null }),
      tells('plain', { seal: 'plain' }),
    ]).toEqual([...[true, false, true, true]]);
  });

  it('when some of their parts are missing, since they say nothing yet', () => {
    expect(gateOf({}).gate.mayTell({ key, names: [key], state: 'incomplete' })).toBe(true);
  });
});
