/** The last check before the disk: a document says the same now and when it is opened again. */
import { expect, it } from 'vitest';
import { DamagedUpdateError } from '../../../lib/notes/document/open-document';
import { commit, type Work } from '../../../lib/notes/store/commit';
import { ana, createDevice, session } from './device';

/** Half a surrogate pair is no UTF-8: Yjs holds it in memory and writes another sign in its place. */
const HALF = 'Met in Lisbon \ud83d';

it.each(['merge', 'restore', 'delete'] as const)(
  'a %s that would make a document open differently stores nothing of it, nor of what came with it',
  async (endedBy) => {
    const { database, store, ledger, clock, committed, type, addRemote } = createDevice();
    await addRemote('account');
    await type(ana, 'Minister');
    committed.length = 0;
    const before = [await store.allDocs(), await ledger.backlog('account')];
    const works: Work[] = [
      { doc: 'note:opec', act: ({ text }) => text.insert(0, 'Cartel'), endedBy },
      { doc: 'note:ana', act: ({ text }) => text.insert(0, HALF), endedBy },
    ];
    const parts = { database, session, now: () => clock.at, committed: () => void committed.push([[], null]) };
    await expect(commit(parts, works)).rejects.toThrow(DamagedUpdateError);
    expect([await store.allDocs(), await ledger.backlog('account')]).toEqual(before);
    expect((await store.read('ana'))?.text).toBe('Minister');
    expect(await store.read('opec')).toBeNull();
    expect(committed).toEqual([]);
  },
);
