/** After a change of the passphrase: which files must be written again, and whose. */
import { describe, expect, it } from 'vitest';
import { hashOf } from '../../../lib/sync/device-files/names';
import { noteStale } from '../../../lib/sync/device-files/note-stale';
import { keyId } from '../../../lib/sync/vault';
import { bytesOf, type FakeVisit, fakeVisit, HERE, lay, OTHER, ringOf, rowOf } from './fake-visit';

const [before, after] = [ringOf('old key'), ringOf('new key')];
const mine = lay(HERE, 1, 'mine', 'segment', 'sealed');
const minePlain = lay(HERE, 2, 'mine, plain');
const myKeys = lay(HERE, 3, 'my keys', 'keyring', 'sealed');
const theirs = lay(OTHER, 1, 'theirs', 'segment', 'sealed');
const theirsPlain = lay(OTHER, 2, 'theirs, plain');
const theirKeys = lay(OTHER, 3, 'their keys', 'keyring', 'sealed');
const sameKeys = lay(OTHER, 4, 'wrapped new key', 'keyring', 'sealed');
const all = [mine, minePlain, myKeys, theirs, theirsPlain, theirKeys, sameKeys];
const known = [rowOf(mine), rowOf(minePlain), rowOf(myKeys), rowOf(theirs, [], 0), rowOf(theirsPlain, [], 0)];
const names = (...files: readonly { readonly name: string }[]) => files.map(({ name }) => name);

async function stale(given: FakeVisit) {
  const fake = await fakeVisit({ laid: all, known, ...given });
  await fake.look();
  await noteStale(fake.visit);
  return { ...fake, stale: fake.visit.memory.stale, seal: fake.visit.memory.seal };
}
const oldKey = { isCurrent: async () => false };

describe('a new passphrase', () => {
  it('makes everything stale that was sealed with another key, whoever wrote it', async () => {
    const found = await stale({ ring: after, memory: { seal: keyId(before) }, vault: oldKey });
    expect(found.stale).toEqual(names(mine, minePlain, myKeys, theirs, theirsPlain, theirKeys));
    expect(found.seal).toBe(keyId(after));
    expect(found.done.at(-1)).toBe('keep');
  });

  it('leaves files alone that other devices have already sealed with it', async () => {
    const found = await stale({ ring: after, memory: { seal: keyId(before) } });
    expect(found.stale).toEqual(names(mine, minePlain, myKeys, theirsPlain, theirKeys));
    expect(sameKeys.name).toContain(hashOf(bytesOf('wrapped new key')));
  });

  it('leaves unread files alone: they may hold what nothing else does', async () => {
    const found = await stale({ ring: after, memory: { seal: keyId(before) }, vault: oldKey, known: [] });
    expect(found.stale).toEqual(names(myKeys, theirKeys));
  });

  it('leaves alone what cannot be read now', async () => {
    const found = await stale({
      ring: after,
      memory: { seal: keyId(before) },
      vault: oldKey,
      laid: [{ ...theirs, cargo: bytesOf('torn') }],
    });
    expect(found.stale).toEqual([]);
  });

  it('has this device report anew, in a file sealed with the new key', async () => {
    const published = { name: mine.name, told: 'something' };
    const found = await stale({ ring: after, memory: { seal: keyId(before), published } });
    expect(found.visit.memory.published).toBeNull();
  });
});

describe('the same passphrase as before', () => {
  it('finds nothing stale among sealed files, requests no file, and stores nothing anew', async () => {
    const published = { name: mine.name, told: 'something' };
    const found = await stale({
      ring: after,
      memory: { seal: keyId(after), published },
      vault: oldKey,
      laid: [mine, myKeys, theirs, theirKeys, sameKeys],
    });
    expect([found.stale, found.done]).toEqual([[], []]);
    expect(found.visit.memory.published).toEqual(published);
  });

  it('finds plain files of any device stale, which a server may have brought back', async () => {
    const found = await stale({ ring: after, memory: { seal: keyId(after) }, vault: oldKey });
    expect(found.stale).toEqual(names(minePlain, theirsPlain));
    expect(found.done).toEqual(['keep']);
  });

  it('does not note a file twice', async () => {
    const found = await stale({ ring: after, memory: { seal: keyId(after), stale: names(minePlain) } });
    expect(found.stale).toEqual(names(minePlain, theirsPlain));
  });
});

it('a device that has just joined with an existing key treats files sealed by others as current', async () => {
  const found = await stale({ ring: after, memory: { seal: null }, vault: oldKey });
  expect(found.stale).toEqual(names(mine, minePlain, myKeys, theirsPlain));
  expect(found.seal).toBe(keyId(after));
});

it('a folder without a passphrase has no stale files of other devices', async () => {
  expect((await stale({ memory: { seal: 'plain' } })).stale).toEqual([]);
  const joined = await stale({ memory: { seal: null } });
  expect(joined.stale).toEqual(names(mine, minePlain, myKeys));
  expect(joined.seal).toBe('plain');
});
