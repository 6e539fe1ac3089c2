/** The packs of this page: it takes them, checks and keeps them itself, since a file is too large for a message. */
import type { ImportOutcome, InstallProgress } from '../../components/settings';
import {
  createBundledPack,
  createPackInstaller,
  createPackKeeper,
  createPackShelf,
  createRequestLog,
  InstallError,
  readChecksum,
  readPackAddress,
} from '../../lib/knowledge';
import { browser, callBackground } from '../../lib/messages';
import { PackError } from '../../lib/pack';
import { isGranted, type Settings } from '../../lib/settings';
import { followWithin } from './follow-within';
import { grantFor } from './grant-for';
import { database } from './stores';

/** Which build of the pack is bundled (assets/knowledge/pack-hooks.ts). */
declare const __WORLD_BUILD__: string;

export const shelf = createPackShelf(database);
export const keeper = createPackKeeper(database, Date.now);

export const openBundled = createBundledPack({
  database,
  build: __WORLD_BUILD__,
  async readFile() {
    const response = await fetch(browser.runtime.getURL('/packs/world.pack' as never));
    return new Uint8Array(await response.arrayBuffer());
  },
});

const installer = createPackInstaller({
  keeper,
  fetch: (...request) => fetch(...request),
  followWithin,
  log: createRequestLog(database),
  now: Date.now,
});

/** A private window of Firefox has a database of its own, which goes with it. */
const IN_PRIVATE = browser.extension?.inIncognitoContext === true;

export type Told = (progress: InstallProgress) => void;

export async function installFile(file: File, sha256: string, told: Told, signal: AbortSignal): Promise<ImportOutcome> {
  return outcomeOf(file.name, () => {
    const checksum = readChecksum(sha256);
    return installer.fromFile(file, checksum, { told: (step) => told({ ...step, what: file.name }), signal });
  });
}

export interface FetchPlan {
  readonly network: Settings['network'];
  /** As they were at the last look: a permission has to be asked for without waiting for anything. */
  readonly origins: readonly string[];
}

/** To be called in the very turn of a press. What the browser grants for it alone is given back when it is done. */
export async function installFrom(
  typed: string,
  sha256: string,
  { network, origins }: FetchPlan,
  told: Told,
  signal: AbortSignal,
): Promise<ImportOutcome> {
  let what = typed;
  return outcomeOf(
    () => what,
    async () => {
      const wanted = readPackAddress(typed, sha256);
      const { host } = new URL(wanted.address);
      what = host;
      if (network === 'never') throw new InstallError('never', 'the reader allows no request');
      const grant = grantFor(wanted.address);
      const known = isGranted(wanted.address, origins);
      if (!known && !(await browser.permissions.request({ origins: [grant] }).catch(() => false))) return 'not-allowed';
      try {
        return await installer.fromAddress(wanted, network, { told: (step) => told({ ...step, what: host }), signal });
      } finally {
        if (!known) await browser.permissions.remove({ origins: [grant] }).catch(() => false);
      }
    },
  );
}

type Added = Awaited<ReturnType<typeof installer.fromFile>>;

async function outcomeOf(
  what: string | (() => string),
  install: () => Promise<Added | 'not-allowed'>,
): Promise<ImportOutcome> {
  const named = () => (typeof what === 'string' ? what : what());
  if (IN_PRIVATE) return { state: 'refused', what: named(), problem: 'private' };
  try {
    const added = await install();
    if (added === 'not-allowed') return { state: 'refused', what: named(), problem: 'not-allowed' };
    const { info, replaced, same } = added;
    if (same) return { state: 'same', name: info.name };
    await tellOfPacks();
    return { state: 'imported', name: info.name, edition: info.edition, replaced };
  } catch (thrown) {
    if (!(thrown instanceof InstallError) && !(thrown instanceof PackError)) throw thrown;
    const { problem } = thrown;
    return problem === 'cancelled' ? { state: 'cancelled' } : { state: 'refused', what: named(), problem };
  }
}

/** A background that does not hear of it has the packs of before until it dies, which it does soon. */
export const tellOfPacks = (): Promise<void> => callBackground('packsChanged', {}).catch(() => {});
