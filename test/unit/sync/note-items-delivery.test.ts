/**
 * What is done next with the account, for any account, outbox and change of keys. What the steps do:
 * note-items-deliver.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  byWorth,
  type Delivery,
  nextDeed,
  type PackedDoc,
  type Terms,
  takenAway,
  written,
} from '../../../lib/sync/note-items/delivery';
import {
  type Items,
  keyOfDoc,
  keyOfRing,
  readAccount,
  roomFor,
  roomOf,
  toItems,
} from '../../../lib/sync/note-items/layout';
import { NOTES_ROOM } from '../../../lib/sync/note-items/too-much';
import type { Cargo, Protection } from '../../../lib/sync/types';

const cargo = (bytes: number, fill: number) => new Uint8Array(bytes).fill(fill) as Uint8Array as Cargo<Protection>;
const itemsOf = (key: string, bytes: number, fill = 1): Items => toItems(key, cargo(bytes, fill)) as Items;
const NEW = 'new';
const OLD = 'old';
const docOf = (at: number) => `note:${at}` as const;
const keyNow = (at: number) => keyOfDoc(docOf(at), NEW);
const keyBefore = (at: number) => keyOfDoc(docOf(at), OLD);
const candidateOf = (at: number, bytes: number): PackedDoc => ({
  row: { doc: docOf(at), since: at },
  key: keyNow(at),
  room: roomFor(keyNow(at), bytes),
});
const ringKey = keyOfRing(new Uint8Array([1]));
const oldRing = keyOfRing(new Uint8Array([2]));

const terms = (change: Partial<Terms> = {}): Terms => ({
  homes: new Map(),
  heldKeys: new Set(),
  secret: NEW,
  plainSecret: OLD,
  ring: { key: ringKey, before: oldRing },
  isSealed: (bytes) => bytes[0] === 9,
  ...change,
});
const stateOf = (change: Partial<Delivery<PackedDoc, Items>> = {}): Delivery<PackedDoc, Items> => ({
  phase: 'filling',
  all: {},
  todo: [],
  open: new Set(),
  along: null,
  ...change,
});
const waiting = (...candidates: PackedDoc[]) => ({
  todo: candidates,
  open: new Set(candidates.map(({ row }) => row.doc)),
});

describe('the next step', () => {
  it('is to write what fits, and what must be sent even if nothing fits', () => {
    const [small, huge] = [candidateOf(1, 100), candidateOf(2, 200_000)];
    expect(nextDeed(stateOf(waiting(small, huge)), terms())).toEqual({ do: 'write', chosen: [small] });
    const along = itemsOf('d0123456789abcdef', 50);
    expect(nextDeed(stateOf({ ...waiting(huge), along }), terms())).toEqual({ do: 'write', chosen: [] });
  });

  it('counts the room needed by what is sent along', () => {
    const candidate = candidateOf(1, 300);
    const left = NOTES_ROOM.bytes - candidate.room.bytes;
    const along = { d0123456789abcdef: 'x'.repeat(left - 23) };
    expect(nextDeed(stateOf({ ...waiting(candidate), along }), terms())).toEqual({ do: 'write', chosen: [candidate] });
    const more = { d0123456789abcdef: 'x'.repeat(left - 22) };
    expect(nextDeed(stateOf({ ...waiting(candidate), along: more }), terms())).toEqual({ do: 'write', chosen: [] });
  });

  it('lets a value grow into the room of the one that it overwrites', () => {
    const all = itemsOf(keyNow(1), 60_000);
    const candidate = candidateOf(1, 65_000);
    expect(nextDeed(stateOf({ all, ...waiting(candidate) }), terms())).toEqual({ do: 'write', chosen: [candidate] });
  });

  it('is to delete one former value whose successor fits only then, the most important first', () => {
    const all = { ...itemsOf(keyBefore(1), 40_000), ...itemsOf(keyBefore(2), 30_000) };
    const homes = new Map([1, 2].map((at) => [docOf(at), new Set([keyBefore(at)])]));
    const deed = nextDeed(
      stateOf({ all, ...waiting(candidateOf(1, 40_000), candidateOf(2, 30_000)) }),
      terms({ homes }),
    );
    expect(deed).toEqual({ do: 'take-away', names: Object.keys(itemsOf(keyBefore(1), 40_000)) });
    // Of the right key, and whole: that is no former one.
    const right = { ...itemsOf(keyNow(1), 70_000) };
    const own = new Map([[docOf(1), new Set([keyNow(1)])]]);
    const none = nextDeed(stateOf({ all: right, ...waiting(candidateOf(1, 90_000)) }), terms({ homes: own }));
    expect(none).toEqual({ do: 'take-away', names: [] });
  });

  it('is to delete the remains of a value, even under its right key', () => {
    const remains = Object.fromEntries(Object.entries(itemsOf(keyNow(1), 70_000)).slice(-4));
    const all = { ...remains, ...itemsOf(keyNow(2), 49_000) };
    const homes = new Map([[docOf(1), new Set([keyNow(1)])]]);
    const deed = nextDeed(stateOf({ all, ...waiting(candidateOf(1, 20_000)) }), terms({ homes }));
    expect(deed).toEqual({ do: 'take-away', names: Object.keys(remains) });
  });

  it('is to delete plain text that no longer fits once the account is sealed, but not held-back items', () => {
    const all = { ...itemsOf(keyBefore(1), 500), ...itemsOf(keyBefore(2), 500) };
    const state = stateOf({ all, open: new Set([docOf(1), docOf(2)]) });
    const heldKeys = new Set([keyBefore(2)]);
    expect(nextDeed(state, terms({ heldKeys }))).toEqual({ do: 'take-away', names: [keyBefore(1)] });
    expect(nextDeed(state, terms({ ring: null }))).toEqual({ do: 'take-away', names: [] });
  });
});

describe('tidying', () => {
  const tidy = (all: Items, change: Partial<Terms> = {}, open: readonly ReturnType<typeof docOf>[] = []) => {
    const deed = nextDeed(stateOf({ phase: 'tidying', all, open: new Set(open) }), terms(change));
    return deed.do === 'take-away' ? [...deed.names].sort() : deed;
  };

  it('deletes a former value once its successor is there complete, and not while it waits', () => {
    const homes = new Map([[docOf(1), new Set([keyBefore(1), keyNow(1)])]]);
    const all = { ...itemsOf(keyBefore(1), 50), ...itemsOf(keyNow(1), 50) };
    expect(tidy(all, { homes })).toEqual([keyBefore(1)]);
    expect(tidy(all, { homes }, [docOf(1)])).toEqual([]);
    expect(tidy(itemsOf(keyBefore(1), 50), { homes })).toEqual([]);
  });

  it('deletes parts that belong to no value, and plain reports of devices', () => {
    const long = itemsOf(keyNow(1), 9_000);
    const short = itemsOf(keyNow(1), 50, 2);
    const report = itemsOf('d0123456789abcdef', 20, 1);
    const sealed = itemsOf('dfedcba9876543210', 20, 9);
    const stray = Object.keys(long).filter((name) => !Object.hasOwn(short, name));
    expect(stray.length).toBeGreaterThan(0);
    expect(tidy({ ...long, ...short, ...report, ...sealed })).toEqual([...stray, ...Object.keys(report)].sort());
    expect(tidy({ ...report }, { ring: null })).toEqual([]);
  });

  it('deletes this device’s former ring file once the new one is there', () => {
    const before = itemsOf(oldRing, 100);
    const now = itemsOf(ringKey, 100);
    expect(tidy({ ...before, ...now })).toEqual([oldRing]);
    expect(tidy(before)).toEqual([]);
    expect(tidy(now, { ring: { key: ringKey, before: ringKey } })).toEqual([]);
  });
});

describe('the result of a step', () => {
  it('is followed by tidying after a write; what did not arrive still waits, and is not tried again', () => {
    const [one, other, third] = [candidateOf(1, 10), candidateOf(2, 10), candidateOf(3, 10)];
    const all = itemsOf(keyNow(1), 10);
    const after = written(stateOf({ ...waiting(one, other, third), along: {} }), [one, other], all, [docOf(1)]);
    expect(after).toEqual({
      phase: 'tidying',
      all,
      todo: [third],
      open: new Set([docOf(2), docOf(3)]),
      along: null,
    });
  });

  it.each([
    ['filling', ['x'], 'filling'],
    ['filling', [], 'last-tidying'],
    ['tidying', [], 'filling'],
    ['tidying', ['x'], 'filling'],
    ['last-tidying', [], 'ended'],
    ['last-tidying', ['x'], 'ended'],
  ] as const)('%s, %j deleted: %s', (phase, names, then) => {
    const after = takenAway(stateOf({ phase, all: { x: '1', y: '2' } }), names);
    expect(after.phase).toBe(then);
    expect(Object.keys(after.all)).toEqual(names.length > 0 ? ['y'] : ['x', 'y']);
  });

  it('settings come before notes already in the account, those before others; then small before large, then new before old', () => {
    const homes = new Map([[docOf(9), new Set<string>()]]);
    const settings = { ...candidateOf(0, 900), row: { doc: 'settings' as const, since: 0 } };
    const [travels, small, old, fresh] = [
      candidateOf(9, 800),
      candidateOf(1, 10),
      candidateOf(2, 500),
      candidateOf(3, 500),
    ];
    expect([old, fresh, small, travels, settings].sort(byWorth(homes))).toEqual([settings, travels, small, fresh, old]);
  });
});

it('planning ends with what fits, never over the limit, and deletes no waiting value that could have stayed', () => {
  const sizes = fc.array(
    fc.record({ now: fc.integer({ min: 1, max: 60_000 }), before: fc.integer({ min: 0, max: 40_000 }) }),
    {
      minLength: 1,
      maxLength: 5,
    },
  );
  let tookWay = 0;
  fc.assert(
    fc.property(sizes, fc.boolean(), (notes, sealed) => {
      const lies: Record<string, string> = {};
      const homes = new Map<`note:${number}`, Set<string>>();
      notes.forEach(({ before }, at) => {
        const items = itemsOf(keyBefore(at), before);
        const all = roomOf({ ...lies, ...items });
        if (before === 0 || all.bytes > NOTES_ROOM.bytes) return;
        Object.assign(lies, items);
        homes.set(docOf(at), new Set([keyBefore(at)]));
      });
      const todo = notes.map(({ now }, at) => candidateOf(at, now));
      const now = terms({ homes, ...(sealed ? {} : { ring: null }) });
      let state = stateOf({ all: lies, ...waiting(...todo.toSorted(byWorth(homes))) });
      let turns = 0;
      while (state.phase !== 'ended') {
        expect(++turns).toBeLessThan(30);
        const deed = nextDeed(state, now);
        if (deed.do === 'write') {
          const items = deed.chosen.map(({ key, row }) => itemsOf(key, notes[Number(row.doc.slice(5))]?.now ?? 0));
          const all = Object.assign({ ...state.all }, ...items);
          expect(roomOf(all).bytes).toBeLessThanOrEqual(NOTES_ROOM.bytes);
          state = written(
            state,
            deed.chosen,
            all,
            deed.chosen.map(({ row }) => row.doc),
          );
        } else {
          if (state.phase === 'filling' && deed.names.length > 0) {
            tookWay++;
            // What goes before its successor is there still waits.
            const { lying } = readAccount(state.all);
            const gone = [...homes].filter(([, keys]) =>
              [...keys].some((key) => lying.get(key)?.names.some((name) => deed.names.includes(name))),
            );
            for (const [doc] of gone) expect(state.open.has(doc)).toBe(true);
          }
          state = takenAway(state, deed.names);
        }
      }
      const { lying } = readAccount(state.all);
      for (const [at] of notes.entries()) {
        // Written once, or waiting still; and never under two keys.
        expect(lying.has(keyNow(at))).toBe(!state.open.has(docOf(at)));
        if (lying.has(keyNow(at))) expect(lying.has(keyBefore(at))).toBe(false);
        // Sealed or not at all.
        if (sealed) expect(lying.has(keyBefore(at))).toBe(false);
      }
    }),
    { numRuns: 40 },
  );
  expect(tookWay).toBeGreaterThan(0);
});
