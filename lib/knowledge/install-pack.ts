/**
 * How a pack gets into use: received, compared with the reader's checksum, checked completely, stored, read back, and
 * only then swapped in. Until the last step nothing changes, whatever fails.
 */
import { PackError } from '../pack';
import type { NetworkConsent } from '../settings';
import { type FetchPackParts, fetchPack } from './fetch-pack';
import { InstallError } from './install-error';
import type { PackAddress } from './pack-address';
import type { AddedPack, PackKeeper } from './pack-keeper';
import { readPackStream } from './read-pack-stream';

export type InstallStep =
  | { readonly step: 'asking' }
  | { readonly step: 'reading'; readonly loaded: number; readonly total: number | null }
  | { readonly step: 'checking' }
  | { readonly step: 'storing' };

export interface InstallWatch {
  readonly told: (step: InstallStep) => void;
  /** Cancels it; after `storing` it is too late. */
  readonly signal: AbortSignal;
}

export interface PackInstaller {
  /** Both reject with an InstallError, or with a PackError for a problem in the file itself. */
  fromFile(file: Blob, sha256: string | null, watch: InstallWatch): Promise<AddedPack>;
  /** The reader pressed the button that names the server: consent for this one request. */
  fromAddress(wanted: PackAddress, network: NetworkConsent, watch: InstallWatch): Promise<AddedPack>;
}

export interface PackInstallerParts extends FetchPackParts {
  readonly keeper: PackKeeper;
}

export function createPackInstaller({ keeper, ...parts }: PackInstallerParts): PackInstaller {
  async function install(
    bytes: Uint8Array<ArrayBuffer>,
    sha256: string | null,
    from: string | null,
    { told, signal }: InstallWatch,
  ): Promise<AddedPack> {
    told({ step: 'checking' });
    if (sha256 !== null && (await sha256Of(bytes)) !== sha256)
      throw new InstallError('wrong-checksum', 'the SHA-256 does not match');
    endedBy(signal);
    told({ step: 'storing' });
    try {
      return await keeper.add(bytes, from);
    } catch (thrown) {
      throw thrown instanceof PackError ? thrown : new InstallError('not-stored', String(thrown));
    }
  }

  return {
    async fromFile(file, sha256, watch) {
      const read = (loaded: number, total: number | null) => watch.told({ step: 'reading', loaded, total });
      const bytes = await readPackStream(file.stream(), { told: read, signal: watch.signal }).catch(
        (thrown: unknown) => {
          endedBy(watch.signal);
          throw thrown instanceof PackError || thrown instanceof InstallError
            ? thrown
            : new InstallError('unreadable', String(thrown));
        },
      );
      return install(bytes, sha256, null, watch);
    },

    async fromAddress({ address, sha256 }, network, watch) {
      if (network === 'never') throw new InstallError('never', 'the settings allow no request');
      endedBy(watch.signal);
      watch.told({ step: 'asking' });
      const read = (loaded: number, total: number | null) => watch.told({ step: 'reading', loaded, total });
      const bytes = await fetchPack(address, parts, { told: read, signal: watch.signal });
      return install(bytes, sha256, address, watch);
    },
  };
}

function endedBy(signal: AbortSignal): void {
  if (signal.aborted) throw new InstallError('cancelled', 'the reader stopped it');
}

async function sha256Of(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const sum = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...sum].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
