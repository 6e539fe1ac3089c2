import * as v from 'valibot';
import type { BackstoryDatabase } from '../database';
import type { SessionArea } from '../settings';
import { calendarDay, type Day, isDay, parsePartialDate } from '../time';

/**
 * The day of a story as set by the reader, stored on this device under its address; days set in a private window never
 * reach the disk and end with it.
 */
export interface ChosenDays {
  /** Null: as the page says. */
  of(address: string, incognito: boolean): Promise<Day | null>;
  choose(address: string, day: Day | null, incognito: boolean): Promise<void>;
  count(): Promise<number>;
  clear(): Promise<void>;
  forgetPrivate(): Promise<void>;
}

const STORED = 'day ';
const PRIVATE = 'private-days';
/** In characters; nothing about longer addresses is stored. */
const LONGEST = 4_000;
/** Says how a reader got to a story, not which story it is. */
const TRACKING = /^(?:utm_\w*|fbclid|gclid|dclid|msclkid|mc_cid|mc_eid|igshid|smid|cmpid|ref_src)$/i;

const privateDays = v.record(v.string(), v.pipe(v.string(), v.check(isDay)));

/** The normal form of a story's address; null if it is not a story on the web. */
export function storyAddressOf(address: string): string | null {
  if (address.length > LONGEST || !URL.canParse(address)) return null;
  const url = new URL(address);
  if (!/^https?:$/.test(url.protocol)) return null;
  for (const name of [...url.searchParams.keys()]) if (TRACKING.test(name)) url.searchParams.delete(name);
  // Single-page sites put their stories behind `#/` and `#!`.
  if (!/^#[!/]/.test(url.hash)) url.hash = '';
  url.username = '';
  url.password = '';
  return url.href;
}

export function createChosenDays(database: BackstoryDatabase, session: SessionArea): ChosenDays {
  /** One writer at a time. */
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const run = last.then(work);
    last = run.catch(() => undefined);
    return run;
  };
  async function private_(): Promise<Record<string, Day>> {
    const parsed = v.safeParse(privateDays, (await session.get(PRIVATE))[PRIVATE] ?? {});
    return parsed.success ? parsed.output : {};
  }
  const rows = () => database.meta.where('name').startsWith(STORED);

  return {
    async of(address, incognito) {
      const key = storyAddressOf(address);
      if (key === null) return null;
      if (incognito) {
        const days = await private_();
        if (Object.hasOwn(days, key)) return days[key] ?? null;
      }
      const row = await database.meta.get(STORED + key).catch(() => undefined);
      return row ? dayOfNumber(row.value) : null;
    },
    async choose(address, day, incognito) {
      const key = storyAddressOf(address);
      if (key === null) throw new Error('no story has this address');
      if (incognito) {
        return inTurn(async () => {
          const { [key]: _, ...others } = await private_();
          await session.set({ [PRIVATE]: day === null ? others : { ...others, [key]: day } });
        });
      }
      if (day === null) await database.meta.delete(STORED + key);
      else await database.meta.put({ name: STORED + key, value: numberOf(day) });
    },
    count: () => rows().count(),
    clear: async () => void (await rows().delete()),
    forgetPrivate: () => inTurn(() => session.remove(PRIVATE)),
  };
}

/** 2020-11-20 as 20201120. */
function numberOf(text: Day): number {
  const { year, month, day } = parsePartialDate(text)!;
  return year * 10_000 + month! * 100 + day!;
}

function dayOfNumber(value: number): Day | null {
  const year = Math.floor(value / 10_000);
  const rest = value - year * 10_000;
  return calendarDay(year, Math.floor(rest / 100), rest % 100);
}
