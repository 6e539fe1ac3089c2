/** The actions of the packs page: each change is stored by this page, reported to the background, then read again. */
import type { SettingsPlaceCalls } from '../../components/settings';
import { type FetchPlan, installFile, installFrom, keeper, tellOfPacks } from './packs-desk';
import type { Tell } from './tell';

type PackCalls = Pick<
  SettingsPlaceCalls,
  'importPack' | 'fetchPack' | 'removePack' | 'arrangePacks' | 'goBackTo' | 'dropBefore'
>;

export function packCalls(plan: FetchPlan, read: () => Promise<void>, tell: Tell): PackCalls {
  const changed = () => tellOfPacks().then(read);
  /** False: it could not be stored. */
  const stored = async (work: Promise<unknown>): Promise<boolean> => {
    const done = await work.then(
      () => true,
      () => false,
    );
    await changed();
    return done;
  };
  const andRead = async <T>(work: Promise<T>): Promise<T> => {
    const outcome = await work;
    await read();
    return outcome;
  };
  return {
    importPack: (file, sha256, told, signal) => andRead(installFile(file, sha256, told, signal)),
    fetchPack: (address, sha256, told, signal) => andRead(installFrom(address, sha256, plan, told, signal)),
    arrangePacks: (order) => stored(keeper.arrange(order)),
    goBackTo: (id) => stored(keeper.goBack(id)),
    dropBefore: (id) => stored(keeper.dropBefore(id)),
    removePack(id) {
      const removal = keeper.remove(id);
      const back = async () => {
        const removed = await removal;
        if (removed) await keeper.putBack(removed);
        await changed();
      };
      // The line with the undo takes the focus: it appears once the pack has left the list.
      tell.after(removal.then(changed), { line: ['library_pack_removed', id], back });
    },
  };
}
