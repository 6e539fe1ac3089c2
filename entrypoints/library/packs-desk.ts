/** The packs of this page: it receives, checks and stores them itself, since a file is too large for a message. */
import type { InstallOutcome, InstallProgress } from '../../components/settings';
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
import { grantFor } from '../own-page/grant-for';
import { followWithin } from './follow-within';
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

/** A private window of Firefox has its own database, which vanishes with it. */
const IN_PRIVATE = browser.extension?.inIncognitoContext === true;

export type Told = (progress: InstallProgress) => void;

export async function installFile(
  file: File,
  sha256: string,
  told: Told,
  signal: AbortSignal,
): Promise<InstallOutcome> {
  const named = { file: file.name, host: '' };
  return outcomeOf(
    () => named,
    async () => {
      const checksum = readChecksum(sha256);
      return installer.fromFile(file, checksum, { told: (step) => told({ ...step, what: file.name }), signal });
    },
  );
}

/** The subject of the report: the file, or the server. */
interface Named {
  readonly file: string;
  readonly host: string;
}

export interface FetchPlan {
  readonly network: Settings['network'];
  /** As of the last look: a permission must be requested without waiting for anything. */
  readonly origins: readonly string[];
}

/** Must be called synchronously in a click. A permission granted for it alone is given back afterwards. */
export async function installFrom(
  typed: string,
  sha256: string,
  { network, origins }: FetchPlan,
  told: Told,
  signal: AbortSignal,
): Promise<InstallOutcome> {
  let named: Named = { file: typed, host: typed };
  return outcomeOf(
    () => named,
    async () => {
      const wanted = readPackAddress(typed, sha256);
      const { host, pathname } = new URL(wanted.address);
      named = { file: pathname.split('/').at(-1) || host, host };
      if (network === 'never') throw new InstallError('never', 'the settings allow no request');
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
type Refused = Extract<InstallOutcome, { state: 'refused' }>['problem'];

/** These are errors of the server, all others of the file. */
const OF_HOST: ReadonlySet<Refused> = new Set<Refused>([
  'not-allowed',
  'offline',
  'time-out',
  'broken-off',
  'redirected',
  'refused',
  'server-error',
]);

async function outcomeOf(named: () => Named, install: () => Promise<Added | 'not-allowed'>): Promise<InstallOutcome> {
  const refused = (problem: Refused): InstallOutcome => {
    const { file, host } = named();
    return { state: 'refused', what: OF_HOST.has(problem) ? host : file, problem };
  };
  if (IN_PRIVATE) return refused('private');
  try {
    const added = await install();
    if (added === 'not-allowed') return refused(added);
    const { info, replaced, same } = added;
    if (same) return { state: 'same', name: info.name };
    await tellOfPacks();
    return { state: 'imported', name: info.name, edition: info.edition, replaced };
  } catch (thrown) {
    if (!(thrown instanceof InstallError) && !(thrown instanceof PackError)) throw thrown;
    return thrown.problem === 'cancelled' ? { state: 'cancelled' } : refused(thrown.problem);
  }
}

/** A background that is not notified keeps the old packs until it dies, which happens soon. */
export const tellOfPacks = (): Promise<void> => callBackground('packsChanged', {}).catch(() => {});
