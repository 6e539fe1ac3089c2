/** The packs in use, followed by what was looked up: packs know better what a name may mean. */
import type { Pack } from '../../pack';
import type { OpenPacks } from '../open-packs';
import type { OverlayPacks } from './overlay-packs';

export interface PacksInUse extends OpenPacks {
  /** Without what was looked up. */
  base(): Promise<readonly Pack[]>;
  /** The looked-up items have changed. */
  forgetLookedUp(): void;
}

export function withOverlay(open: OpenPacks, overlay: Pick<OverlayPacks, 'open'>): PacksInUse {
  let joined: { readonly base: readonly Pack[]; readonly all: Promise<readonly Pack[]> } | null = null;
  let thorough = false;

  return {
    summaries: () => open.summaries(),
    forget: () => open.forget(),
    base: () => open.all(),
    async all() {
      const base = await open.all();
      // Returns the same list while nothing changes: caches depend on it.
      if (joined?.base !== base) {
        const all = overlay.open(thorough).then((packs) => (packs.length === 0 ? base : [...base, ...packs]));
        joined = { base, all };
        thorough = false;
      }
      return joined.all;
    },
    forgetLookedUp() {
      joined = null;
    },
    async mend() {
      joined = null;
      thorough = true;
      await open.mend();
    },
  };
}
