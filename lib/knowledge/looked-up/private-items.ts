/**
 * What was looked up in private windows. It outlives the worker, which dies after half a minute of rest, but never
 * reaches the disk: `storage.session` is in memory. It goes with the last private window, at the latest with the
 * browser.
 */
import type { Pack } from '../../pack';
import type { SessionArea } from '../../settings';
import type { OverlayPacks } from './overlay-packs';
import type { OverlayItem } from './overlay-source';

export interface PrivateItems {
  add(items: readonly OverlayItem[]): Promise<void>;
  /** A pack of all of them; null if there are none. The same object until one is added. */
  pack(): Promise<Pack | null>;
  /** Changes whenever the items do. */
  edition(): Promise<string>;
  forget(): Promise<void>;
}

const KEY = 'private-looked-up';
/** The storage area holds 10 MB in all. */
const MOST = 300;

export function createPrivateItems(area: SessionArea, overlay: Pick<OverlayPacks, 'of'>): PrivateItems {
  let made: Promise<Pack | null> | null = null;
  let last: Promise<unknown> = Promise.resolve();

  // Only we write there, in memory that ends with the browser.
  const read = async (): Promise<readonly OverlayItem[]> =>
    ((await area.get(KEY))[KEY] ?? []) as readonly OverlayItem[];

  async function put(items: readonly OverlayItem[]): Promise<void> {
    const all = new Map([...(await read()), ...items].map((one) => [one.item.entity.key, one]));
    await area.set({ [KEY]: [...all.values()].slice(-MOST) });
    made = null;
  }

  return {
    add(items) {
      const run = last.then(() => put(items));
      last = run.catch(() => undefined);
      return run;
    },
    pack() {
      made ??= read()
        .then((items) => overlay.of(items))
        .catch(() => null);
      return made;
    },
    async edition() {
      const items = await read().catch(() => []);
      return items.map(({ item, sure }) => `${item.entity.key}${sure ? '!' : ''}`).join(' ');
    },
    async forget() {
      made = null;
      await area.remove(KEY);
    },
  };
}
