/**
 * "Just this once": tabs the reader opened to us for the current page only. In memory while the browser runs, since the
 * worker does not live that long. Once the tab goes to another site, it no longer applies.
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
/** Tabs remembered; tab numbers are never reused, so old entries are harmless. */
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
