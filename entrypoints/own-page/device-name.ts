/** The name of a device before the reader gives it one: "Firefox on Linux". Background and library. */
import type { SyncLedger } from '../../lib/notes';

interface Brands {
  readonly brands?: readonly { readonly brand: string }[];
  readonly platform?: string;
}

const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/iPhone|iPad/, 'iOS'],
  [/Mac OS X|Macintosh/, 'macOS'],
  [/CrOS/, 'ChromeOS'],
  [/Linux/, 'Linux'],
];
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/Firefox\//, 'Firefox'],
  [/Edg\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];

function guessDevice(navigator: { readonly userAgent: string; readonly userAgentData?: Brands }): {
  readonly browser: string;
  readonly system: string;
} {
  const { userAgent, userAgentData } = navigator;
  const named = userAgentData?.brands
    ?.map(({ brand }) => brand)
    .find((brand) => !/Chromium|not.?a.?brand/i.test(brand));
  const find = (list: typeof SYSTEMS) => list.find(([sign]) => sign.test(userAgent))?.[1];
  return {
    browser: named?.replace(/^(Google|Microsoft) /, '') ?? (userAgentData?.brands ? 'Chromium' : find(BROWSERS)) ?? '?',
    system: userAgentData?.platform || (find(SYSTEMS) ?? '?'),
  };
}

/** Leaves an existing name alone. */
export async function nameUnnamedDevice(
  ledger: Pick<SyncLedger, 'device' | 'nameDevice'>,
  words: (browser: string, system: string) => string,
  guess = guessDevice(navigator),
): Promise<void> {
  if ((await ledger.device()).name === '') await ledger.nameDevice(words(guess.browser, guess.system));
}
