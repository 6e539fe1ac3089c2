/** The messages between a reader script and the frame of its card: each of them is accepted, and nothing else. */
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { Drawing, FromCard, PortFromFrame, ToCard } from '../../../lib/messages';
import { readFromFrame } from '../../../lib/messages';
import { fromCard } from '../../../lib/messages/from-card';
import { toCard } from '../../../lib/messages/to-card';

const key = fc.string({ minLength: 1, maxLength: 200 });
const token = fc.nat(Number.MAX_SAFE_INTEGER);
const day = fc.option(
  fc
    .record({
      y: fc.integer({ min: 1000, max: 9999 }),
      m: fc.integer({ min: 10, max: 12 }),
      d: fc.integer({ min: 10, max: 28 }),
    })
    .map(({ y, m, d }) => `${y}-${m}-${d}`),
);
const form = fc.string({ maxLength: 400 });
const mode = fc.constantFrom('hover', 'pinned', 'focus', 'sheet');
const theme = fc.constantFrom('system', 'light', 'dark');
const printed = fc.string({ maxLength: 300 });
const passage = fc.option(fc.record({ text: printed, title: printed, url: fc.webUrl(), day }));
const evidence = fc.oneof(
  fc.record({ type: fc.constantFrom('only', 'usual') }),
  fc.record({ type: fc.constant('spelling'), usual: form }),
  fc.record({ type: fc.constant('full-name'), form }),
  fc.record({ type: fc.constant('company'), names: fc.array(printed, { maxLength: 5 }) }),
  fc.record({ type: fc.constant('words'), words: fc.array(form, { maxLength: 5 }) }),
  fc.record({ type: fc.constant('office'), office: form }),
  fc.record({ type: fc.constant('demonym'), of: form }),
  fc.record({ type: fc.constant('place'), before: form }),
);
const unknown = fc.record({
  key,
  name: form,
  kind: fc.option(fc.constantFrom('person', 'place', 'body')),
  language: fc.constantFrom('en', 'de', 'und'),
  roles: fc.array(form, { maxLength: 5 }),
  count: fc.nat(),
  says: fc.array(
    fc.record({
      text: printed,
      by: fc.constantFrom('apposition', 'title', 'sentence'),
      role: fc.constantFrom('title', 'standfirst', 'body', 'heading', 'caption', 'comment', 'aside'),
    }),
    { maxLength: 3 },
  ),
});
const drawing = fc.record({
  token,
  stack: fc.array(key, { minLength: 1, maxLength: 20 }),
  canNest: fc.boolean(),
  day,
  pageDay: day,
  here: fc.array(key, { maxLength: 10 }),
  link: fc.record({
    entity: key,
    form,
    evidence,
    runnersUp: fc.array(fc.record({ entity: key, name: printed, gloss: printed }), { maxLength: 5 }),
  }),
  unknown: fc.option(unknown),
  mode,
  theme,
  passage,
}) as fc.Arbitrary<Drawing>;

const saysToCard: { readonly [T in ToCard['type']]: fc.Arbitrary<Extract<ToCard, { type: T }>> } = {
  'look-up': drawing.map((drawing) => ({ type: 'look-up', drawing })),
  draw: drawing.map((drawing) => ({ type: 'draw', drawing })),
  shown: fc.constant({ type: 'shown' }),
  clear: fc.constant({ type: 'clear' }),
  mode: fc.record({ type: fc.constant('mode'), mode }) as never,
  theme: fc.record({ type: fc.constant('theme'), theme }) as never,
  passage: fc.record({ type: fc.constant('passage'), passage }) as never,
  'focus-left': fc.record({ type: fc.constant('focus-left'), asked: fc.boolean() }) as never,
};
const length = fc.double({ min: 0, max: 1_000_000, noNaN: true });
const way = fc.double({ min: -100_000, max: 100_000, noNaN: true });
const saysFromCard: { readonly [T in FromCard['type']]: fc.Arbitrary<object> } = {
  ready: fc.constant({ type: 'ready' }),
  drawn: fc.record({ type: fc.constant('drawn'), token, width: length, height: length }),
  'no-card': fc.record({ type: fc.constant('no-card'), token }),
  moved: fc.record({ type: fc.constant('moved'), x: way, y: way }),
  pin: fc.constant({ type: 'pin' }),
  unpin: fc.constant({ type: 'unpin' }),
  close: fc.constant({ type: 'close' }),
  back: fc.constant({ type: 'back' }),
  escape: fc.constant({ type: 'escape' }),
  nested: fc.record({ type: fc.constant('nested'), entity: key }),
  instead: fc.record({ type: fc.constant('instead'), entity: key }),
  focus: fc.record({ type: fc.constant('focus'), inside: fc.boolean() }),
  pointer: fc.record({ type: fc.constant('pointer'), inside: fc.boolean() }),
  hold: fc.record({ type: fc.constant('hold'), by: fc.constantFrom('note', 'undo', null) }),
  words: fc.record({ type: fc.constant('words'), unstored: fc.boolean() }),
  'choices-changed': fc.constant({ type: 'choices-changed' }),
  gone: fc.constant({ type: 'gone' }),
};

const sample: Drawing = {
  token: 1,
  stack: ['iran'],
  canNest: true,
  day: '2020-11-20',
  pageDay: null,
  here: ['iran', 'iraq'],
  unknown: null,
  link: { entity: 'iran', form: 'Iran', evidence: { type: 'only' }, runnersUp: [] },
  mode: 'hover',
  theme: 'system',
  passage: null,
};
const runnerUp = { entity: 'iraq', name: 'Iraq', gloss: 'Country' };

describe('a reader script', () => {
  it.each(Object.entries(saysToCard))('may send "%s", which arrives unchanged', (_, says) => {
    fc.assert(
      fc.property(says as fc.Arbitrary<ToCard>, (say) => {
        const read = v.safeParse(toCard, structuredClone(say));
        expect(read.success && read.output).toEqual(say);
      }),
    );
  });

  it.each(Object.entries(saysToCard))('may not add anything to "%s"', (_, says) => {
    fc.assert(
      fc.property(says as fc.Arbitrary<ToCard>, fc.string({ minLength: 1 }), (say, name) => {
        fc.pre(!(name in say) && name !== '__proto__');
        expect(v.is(toCard, { ...say, [name]: 1 })).toBe(false);
      }),
      { numRuns: 20 },
    );
  });

  it.each<readonly [string, object]>([
    ['no card', { stack: [] }],
    ['a tower of cards', { stack: Array(21).fill('iran') }],
    ['a card without a name', { stack: [''] }],
    ['a name of any length', { stack: ['x'.repeat(201)] }],
    ['half a token', { token: 0.5 }],
    ['a token below nought', { token: -1 }],
    ['a token as text', { token: '1' }],
    ['a day as it is printed', { day: '20 November 2020' }],
    ['more names than a story has', { here: Array(5_001).fill('iran') }],
    ['a form of any length', { link: { ...sample.link, form: 'x'.repeat(401) } }],
    ['a reason that nobody has', { link: { ...sample.link, evidence: { type: 'spell' } } }],
    ['a reason with more in it', { link: { ...sample.link, evidence: { type: 'only', more: 1 } } }],
    ['a crowd of others', { link: { ...sample.link, runnersUp: Array(201).fill(runnerUp) } }],
    ['a mode of our own pages', { mode: 'own-page' }],
    ['a theme of its own', { theme: 'red' }],
    ['a passage from nowhere', { passage: { text: 'x', title: 'x', url: 'javascript:alert(1)', day: null } }],
    [
      'a passage of any length',
      { passage: { text: 'x'.repeat(20_001), title: 'x', url: 'https://a.org/', day: null } },
    ],
    ['a note', { note: { state: 'none' } }],
  ])('may not draw with %s', (_, change) => {
    for (const type of ['draw', 'look-up']) {
      expect(v.is(toCard, { type, drawing: sample })).toBe(true);
      expect(v.is(toCard, { type, drawing: { ...sample, ...change } })).toBe(false);
    }
  });

  it.each([
    null,
    'clear',
    [],
    {},
    { type: 'admitted' },
    { type: 'answer', id: 1 },
    { type: 'unlock' },
    { type: '__proto__' },
  ])('may send nothing else: %j', (say) => expect(v.is(toCard, say)).toBe(false));
});

describe('the frame of a card', () => {
  it.each(Object.entries(saysFromCard))('may send "%s" (“gone” is only for the background)', (type, says) => {
    fc.assert(
      fc.property(says as fc.Arbitrary<FromCard>, (say) => {
        expect(v.is(fromCard, say)).toBe(true);
        expect(readFromFrame({ type: 'say', say })).toEqual(type === 'gone' ? null : { type: 'say', say });
        expect(readFromFrame({ type: 'say', say: { ...say, more: 1 } })).toBeNull();
      }),
      { numRuns: 30 },
    );
  });

  it.each([Number.POSITIVE_INFINITY, -1, 1e9, '240'])('may not report a height of %j', (height) => {
    const say = { type: 'drawn', token: 1, width: 378, height };
    expect(readFromFrame({ type: 'say', say })).toBeNull();
    expect(readFromFrame({ type: 'say', say: { ...say, height: 240 } })).not.toBeNull();
  });

  it('may call by known names only, and the content of each call is checked', () => {
    const call = { type: 'call', id: 7, name: 'mute', ask: { entity: 'iran', muted: true, proof: 'sight' } } as const;
    expect(readFromFrame(call)).toEqual<PortFromFrame>(call);
    expect(readFromFrame({ ...call, ask: { entity: 'iran' } })).toEqual({ type: 'malformed', id: 7 });
    expect(readFromFrame({ ...call, ask: undefined })).toEqual({ type: 'malformed', id: 7 });
    for (const name of ['scan', 'seen', 'tellCard', 'site', 'notesChanged', 'clearCache', 'toString', '__proto__', ''])
      expect(readFromFrame({ ...call, name, ask: {} }), name).toBeNull();
    for (const id of [-1, 0.5, '7', null, undefined, Number.NaN]) expect(readFromFrame({ ...call, id })).toBeNull();
    expect(readFromFrame({ ...call, more: 1 })).toBeNull();
  });

  it('cannot make parsing throw, whatever it sends', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, withMap: true, withSparseArray: true }), (message) => {
        expect(() => readFromFrame(message)).not.toThrow();
      }),
    );
  });
});
