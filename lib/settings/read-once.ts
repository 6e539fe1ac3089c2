/**
 * "Just this once": which tabs the reader opened to us for the page in front alone. Kept in memory only, as long as the
 * browser runs, since the worker does not live that long. Where the tab has gone to another site, it holds no longer.
 */
import * as v from 'valibot';
import type { SessionArea } from './private-choices';

export interface ReadOnce {
  allow(tabId: number, address: string, incognito: boolean): Promise<void>;
  allows(tabId: number, address: string): Promise<boolean>;
  /** The last private window was closed. */
  forgetPrivate(): Promise<void>;
}

const USUAL = 'read-once';
const PRIVATE = 'read-once-private';
/** Tabs that are remembered; their numbers are never used twice, so old ones only lie about. */
const TABS = 100;

const kept = v.array(v.strictObject({ tabId: v.number(), origin: v.string() }));

export function createReadOnce(area: SessionArea): ReadOnce {
  async function read(key: string) {
    const parsed = v.safeParse(kept, (await area.get(key))[key] ?? []);
    return parsed.success ? parsed.output : [];
  }

  return {
    async allow(tabId, address, incognito) {
      const key = incognito ? PRIVATE : USUAL;
      const others = (await read(key)).filter((one) => one.tabId !== tabId);
      await area.set({ [key]: [{ tabId, origin: new URL(address).origin }, ...others].slice(0, TABS) });
    },
    async allows(tabId, address) {
      if (!URL.canParse(address)) return false;
      const { origin } = new URL(address);
      const all = [...(await read(USUAL)), ...(await read(PRIVATE))];
      return all.some((one) => one.tabId === tabId && one.origin === origin);
    },
    forgetPrivate: () => area.remove(PRIVATE),
  };
}
