/** What the reader is shown about a file that is held back, and when the reader's answer about it applies. */

import { describe, expect, it } from 'vitest';
import { encodeStateAsUpdate } from 'yjs';
import type { DocId } from '../../../lib/database';
import { DOCUMENTS } from '../../../lib/notes';
import { openDocument } from '../../../lib/notes/document/open-document';
import { createGate } from '../../../lib/sync/device-files/hold-back';
import { parseName } from '../../../lib/sync/device-files/names';
import { decodeSegment } from '../../../lib/sync/device-files/segment';
import { describeHeld, fullHash, MOST_HELD, unjudged, verdictOn } from '../../../lib/sync/held-back';
import { bytesOf, doc, type FakeVisit, fakeVisit, HERE, type Laid, lay, laySegment, OTHER, ringOf } from './fake-visit';

const cargo = bytesOf('what lies there');
const hash = fullHash(cargo);
const verdict = (name: string, takeIn = true, of = hash) => ({ name, hash: of, takeIn });

function noteCalled(name: string, text: string, id: DocId = `note:${name}`) {
  const open = openDocument(1, null);
  open.text.insert(0, text);
  open.meta.set('name', name);
  return { doc: id, update: encodeStateAsUpdate(open.doc) };
}

describe('the reader’s answer about a plain file', () => {
  it('applies to one name and one content', () => {
    const row = { verdicts: [verdict('one.dat', false)] };
    expect(verdictOn(row, 'one.dat', cargo)?.takeIn).toBe(false);
    // The same under another name may be somebody's copy: it is asked for anew.
    expect(verdictOn(row, 'two.dat', cargo)).toBeNull();
    expect(verdictOn(row, 'one.dat', bytesOf('another'))).toBeNull();
    expect(verdictOn({}, 'one.dat', cargo)).toBeNull();
  });

  it('is the last one given', () => {
    const row = { verdicts: [verdict('one.dat', false), verdict('one.dat', true), verdict('one.dat', false, 'other')] };
    expect(verdictOn(row, 'one.dat', cargo)?.takeIn).toBe(true);
  });

  it('removes that file, and no other, from the list of files that wait for an answer', () => {
    const held = (name: string, of: string) => ({ ...describeHeld(DOCUMENTS, name, cargo, says([])), hash: of });
    const waiting = [held('one.dat', hash), held('one.dat', 'other'), held('two.dat', hash)];
    expect(unjudged({ verdicts: [verdict('three.dat'), verdict('one.dat')] }, waiting)).toEqual(waiting.slice(1));
    expect(unjudged({}, waiting)).toEqual(waiting);
  });
});

const says = (docs: readonly { doc: DocId; update: Uint8Array }[], deviceName = 'Laptop') => ({
  device: OTHER,
  deviceName,
  at: 1_000,
  docs,
});

describe('the preview of a plain file', () => {
  it('shows its first three notes, each by name and first words, and how many there are', () => {
    const docs = ['a', 'b', 'c', 'd'].map((name) => noteCalled(name, `${name} says`));
    const shown = describeHeld(DOCUMENTS, 'one.dat', cargo, says([...docs, noteCalled('a', 'more', 'note:a')]));
    expect(shown).toEqual({
      name: 'one.dat',
      hash,
      device: OTHER,
      deviceName: 'Laptop',
      at: 1_000,
      notes: 4,
      look: ['a', 'b', 'c'].map((name) => ({ name, text: `${name} says` })),
    });
  });

  it('shows no settings: those are not taken from it either', () => {
    const shown = describeHeld(
      DOCUMENTS,
      'one.dat',
      cargo,
      says([noteCalled('x', 'y', 'settings'), noteCalled('a', 'words')]),
    );
    expect([shown.notes, shown.look.map(({ name }) => name)]).toEqual([1, ['a']]);
  });

  it('shows the entity when the note has no name, and nothing of what is not a note', () => {
    const shown = describeHeld(DOCUMENTS, 'one.dat', cargo, says([doc('no yjs'), noteCalled('', 'words', 'note:Q42')]));
    expect([shown.notes, shown.look]).toEqual([2, [{ name: 'Q42', text: 'words' }]]);
  });

  it('is short, however long the names in it are', () => {
    const long = 'x'.repeat(500);
    const shown = describeHeld(
      DOCUMENTS,
      'one.dat',
      cargo,
      says([noteCalled(long, long), noteCalled('', 'words', `note:${long}`)], long),
    );
    expect(shown.deviceName).toHaveLength(80);
    expect(shown.look.map(({ name, text }) => [name.length, text.length])).toEqual([
      [80, 160],
      [80, 5],
    ]);
  });
});

describe('the check of a sealed folder', () => {
  const ring = ringOf('key');
  const sealedBefore = { seal: 'the id of our key' };
  const plain = laySegment(OTHER, 1, [noteCalled('a', 'words')]);
  const keyring = lay(OTHER, 9, 'keys', 'keyring', 'sealed');
  const named = ({ name }: Laid) => parseName(name) ?? expect.fail(`${name} is no name`);

  async function gateOf(given: FakeVisit) {
    const { visit, look } = await fakeVisit({ laid: [plain], ring, memory: sealedBefore, ...given });
    await look();
    const gate = createGate(visit);
    const asked = (file: Laid) => gate.mayBeRead(named(file), file.cargo, () => decodeSegment(file.cargo));
    return { visit, gate, asked };
  }

  it('holds back plain files that this device did not write, and shows whose they claim to be', async () => {
    const { visit, gate, asked } = await gateOf({});
    expect(gate.staysHeld(named(plain))).toBe(false);
    expect(asked(plain)).toBe(false);
    expect([...visit.held.values()]).toMatchObject([
      { name: plain.name, device: OTHER, deviceName: 'Laptop', notes: 1 },
    ]);
    expect(visit.leftOut.size).toBe(0);
  });

  it.each([
    ['nothing is sealed there', { ring: null }],
    ['this device wrote it', { memory: { ...sealedBefore, written: [plain.name] } }],
    ['the passphrase was just set, and nobody has sealed anything yet', { memory: { seal: 'plain' } }],
  ] as const)('lets a file through when %s', async (_why, given) => {
    const { visit, gate, asked } = await gateOf(given as FakeVisit);
    expect([gate.staysHeld(named(plain)), asked(plain)]).toEqual([false, true]);
    expect(visit.held.size).toBe(0);
  });

  it('applies as soon as keys are in the folder, even to a device that has sealed nothing yet', async () => {
    const { asked } = await gateOf({ laid: [plain, keyring], memory: { seal: 'plain' } });
    expect(asked(plain)).toBe(false);
  });

  it('follows the reader’s answer: take in, or leave out and do not show again', async () => {
    const said = (takeIn: boolean) => ({ verdicts: [{ name: plain.name, hash: fullHash(plain.cargo), takeIn }] });
    const taken = await gateOf({ remote: said(true) });
    expect([taken.gate.staysHeld(named(plain)), taken.asked(plain)]).toEqual([false, true]);
    const left = await gateOf({ remote: said(false) });
    expect([left.gate.staysHeld(named(plain)), left.asked(plain)]).toEqual([false, false]);
    expect([[...left.visit.leftOut], left.visit.held.size]).toEqual([[plain.name], 0]);
  });

  it('does not trust a file that is sealed by its name alone', async () => {
    const feigned = lay(OTHER, 2, 'no age', 'segment', 'sealed');
    const { gate, asked } = await gateOf({});
    expect(gate.staysHeld(named(feigned))).toBe(false);
    expect(() => asked(feigned)).toThrow(expect.objectContaining({ code: 'damaged' }));
  });

  it('shows an unreadable file only by name and hash, so that it can be deleted', async () => {
    const rubbish = lay(OTHER, 2, 'rubbish');
    const { visit, asked } = await gateOf({});
    expect(asked(rubbish)).toBe(false);
    const nothing = { device: OTHER, deviceName: '', at: null, notes: 0, look: [] };
    expect(visit.held.get(rubbish.name)).toEqual({ name: rubbish.name, hash: fullHash(rubbish.cargo), ...nothing });
  });

  it('does not hide a bug of ours', async () => {
    const { gate } = await gateOf({});
    const fault = () => {
      throw new TypeError('a fault');
    };
    expect(() => gate.mayBeRead(named(plain), plain.cargo, fault)).toThrow(TypeError);
  });

  it('does not request again what it has shown before', async () => {
    const shown = describeHeld(DOCUMENTS, plain.name, plain.cargo, says([]));
    const memory = { devices: [], leftBehind: [], held: [shown], tries: 0, triedAt: 0, own: null };
    const { visit, gate } = await gateOf({ remote: { memory } });
    expect(gate.staysHeld(named(plain))).toBe(true);
    expect([...visit.held.values()]).toEqual([shown]);
  });

  it('shows a limited number at a time and counts the others', async () => {
    const { visit, gate } = await gateOf({});
    for (let at = 0; at < MOST_HELD; at++) {
      expect(gate.staysHeld(named(plain))).toBe(false);
      visit.held.set(`${at}`, describeHeld(DOCUMENTS, `${at}`, cargo, says([])));
    }
    expect(gate.staysHeld(named(plain))).toBe(true);
    expect([...visit.heldMore]).toEqual([plain.name]);
    // What needs no look is not held up by it.
    expect(gate.staysHeld(named(lay(OTHER, 3, 'sealed', 'segment', 'sealed')))).toBe(false);
  });

  it('recognises its own files under any number', async () => {
    const mine = laySegment(HERE, 4, []);
    const { asked } = await gateOf({ laid: [mine], memory: { ...sealedBefore, written: ['another', mine.name] } });
    expect(asked(mine)).toBe(true);
    // Under this device's name, but not noted: it may be anybody's.
    expect((await gateOf({ laid: [mine] })).asked(mine)).toBe(false);
  });
});
