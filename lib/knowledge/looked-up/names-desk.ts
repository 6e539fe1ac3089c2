/**
 * Names that no pack knows: what is kept of them, and, by the reader's consent, the open world's answer, which is kept and
 * joins linking. Only names are sent, never the story's text or address.
 *
 *   look ─► kept? ─► found | several | nobody (with its day) ── none ─► off | ask
 *   ask (consent) ─► look-up ─► keep ─► overlay packs ─► found | several | nobody | offline | busy | cancelled | failed
 */
import { type EntityKey, unknownKey } from '../../facts';
import type { LeftWiki, LookedUpItem, LookUpResult, WantedName } from '../../lookup';
import type { NetworkConsent } from '../../settings';
import { foldText } from '../../text';
import { type Day, utcDay } from '../../time';
import type { LookedUpNames, LookUp, LookUpProgress } from '../look-up';
import { type WikiSettings, wikisFor } from '../mediawiki/asked-wikis';
import type { KeptName, LookedUpStore } from './looked-up-store';
import type { NameState, NamesAnswer, NameTrouble, WorldEntity } from './name-state';
import { nameTroubleOf } from './trouble-of';

export interface NamesSettings extends WikiSettings {
  readonly names: NetworkConsent;
  readonly wikidataApi: string;
}

/** A name, and the language of its text, which decides who is asked. */
export type AskedName = Pick<WantedName, 'name' | 'language'>;

export interface NamesQuestion {
  readonly names: readonly WantedName[];
  /** Entities in packs whose facts may be older than the story: requested again along with the names. */
  readonly refresh: readonly EntityKey[];
  /** The story's day. */
  readonly day: Day;
}

export interface NamesOptions {
  readonly signal: AbortSignal;
  /** False in private windows: then nothing is stored on the device. */
  readonly remember: boolean;
  readonly progress?: ((told: LookUpProgress) => void) | undefined;
}

export interface NamesDesk {
  /** What to show at once, without the network. */
  look(
    names: readonly AskedName[],
    settings: NamesSettings,
    remember?: boolean,
  ): Promise<Readonly<Record<string, NameState>>>;
  /** Consent was given, by the labelled button or "automatic". What is stored and fresh is not asked again. */
  ask(question: NamesQuestion, settings: NamesSettings, options: NamesOptions): Promise<NamesAnswer>;
}

export interface NamesParts {
  readonly store: LookedUpStore;
  readonly lookUpFor: (settings: NamesSettings) => Promise<LookUp>;
  /** Items of a private window, which are not stored. */
  readonly keepPrivate: (items: readonly { readonly item: LookedUpItem; readonly sure: boolean }[]) => Promise<void>;
  /** What is stored has changed. */
  readonly changed: () => Promise<void>;
  readonly now: () => number;
}

/** An office may have a new holder; but within a day the same is not asked twice. */
const REFRESH_MS = 86_400_000;

export function createNamesDesk({ store, lookUpFor, keepPrivate, changed, now }: NamesParts): NamesDesk {
  async function look(
    names: readonly AskedName[],
    settings: NamesSettings,
    remember = true,
  ): Promise<Record<string, NameState>> {
    const kept = await keptOf(names, settings, remember);
    const known = (asked: AskedName): NameState => {
      const row = kept.get(asked.name);
      // With "never" no request may follow: neither to renew an old answer nor for this name alone.
      const isNever = settings.names === 'never';
      if (!row || (isNever && leftOf(row.result, asked, settings).length > 0))
        return whereNothingIsKept(asked, settings);
      return stateOf(row.result, row.fetchedAt, !row.fresh && !isNever, asked, settings);
    };
    return Object.fromEntries(names.map((asked) => [asked.name, known(asked)]));
  }

  /** An answer from one wiki says nothing about another. */
  async function keptOf(
    names: readonly AskedName[],
    settings: NamesSettings,
    remember: boolean,
  ): Promise<ReadonlyMap<string, KeptName>> {
    const found = new Map<string, KeptName>();
    for (const [api, some] of byWiki(names, settings)) {
      const kept = await store.names(
        api,
        some.map(({ name }) => name),
        remember,
      );
      for (const [name, row] of kept) found.set(name, row);
    }
    return found;
  }

  async function keep(
    asked: readonly AskedName[],
    results: ReadonlyMap<string, LookUpResult>,
    items: readonly LookedUpItem[],
    settings: NamesSettings,
  ): Promise<void> {
    const groups = byWiki(asked, settings);
    if (groups.size === 0) groups.set(settings.wikiApi, []);
    let left = items;
    for (const [api, some] of groups) {
      const own = some.flatMap(({ name }) => {
        const result = results.get(name);
        return result ? [[name, result] as const] : [];
      });
      await store.keep(api, new Map(own), left);
      left = [];
    }
  }

  async function ask(question: NamesQuestion, settings: NamesSettings, options: NamesOptions): Promise<NamesAnswer> {
    const { names } = question;
    const { signal, remember, progress } = options;
    if (settings.names === 'never') return { states: await look(names, settings, remember), trouble: null };
    const kept = await keptOf(names, settings, remember);
    // A name asked for among others is asked again on its own if that may find more.
    const isLeft = (row: KeptName): boolean =>
      names.length === 1 && row.fresh && leftOf(row.result, names[0]!, settings).length > 0;
    const open = names.filter(({ name }) => {
      const row = kept.get(name);
      return !row?.fresh || isLeft(row);
    });
    const due = await dueFor(question.refresh);
    const { results: told, refreshed, ended } = await askFor(open, due);
    const items = [...refreshed.values()].flatMap((one) => (one.state === 'found' ? [one.item] : []));
    const results = new Map([...told].map(([name, result]) => [name, withFormerKey(name, result)]));
    if (results.size > 0 || items.length > 0) {
      if (remember) await keep(open, results, items, settings);
      else await keepPrivate([...itemsOf(results), ...items.map((item) => ({ item, sure: false }))]);
      await changed();
    }
    const at = now();
    const trouble = nameTroubleOf(ended, at);
    const states = names.map((wanted): [string, NameState] => {
      const { name } = wanted;
      const result = told.get(name);
      const row = kept.get(name);
      if (result) return [name, stateOf(result, at, false, wanted, settings)];
      // The wiki cannot be reached: an old answer is better than none, unless it says to ask again.
      if (row && !(trouble && isLeft(row))) {
        const state = stateOf(row.result, row.fetchedAt, !row.fresh, wanted, settings);
        return [name, trouble && !row.fresh ? { ...state, trouble } : state];
      }
      return [
        name,
        trouble ? { ...trouble, hosts: hostsFor(settings, wanted.language) } : whereNothingIsKept(wanted, settings),
      ];
    });
    return { states: Object.fromEntries(states), trouble };

    async function askFor(open: readonly WantedName[], refresh: readonly EntityKey[]): Promise<LookedUpNames> {
      if (open.length === 0 && refresh.length === 0) return NOTHING_ASKED;
      const [only] = open;
      const row = only && kept.get(only.name);
      const before = row && isLeft(row) && row.result.state === 'none' ? row.result : null;
      const lookUp = await lookUpFor(settings);
      return lookUp.lookUp(open, question.day, { signal, remember, progress, refresh, before });
    }
  }

  async function dueFor(keys: readonly EntityKey[]): Promise<readonly EntityKey[]> {
    const ids = keys.filter((key) => /^q[1-9]\d*$/.test(key));
    const asked = await store.fetchedAt(ids);
    return ids.filter((key) => Math.abs(now() - (asked.get(key) ?? Number.NEGATIVE_INFINITY)) > REFRESH_MS);
  }

  return { look, ask };
}

const NOTHING_ASKED: LookedUpNames = { results: new Map(), refreshed: new Map(), ended: null };

/** The wikis where asking for this name alone may find more, among those allowed. */
function leftOf(result: LookUpResult, { language }: AskedName, settings: NamesSettings): readonly LeftWiki[] {
  if (result.state !== 'none') return [];
  const wikis = wikisFor(settings, language);
  return result.left?.filter(({ api }) => wikis.includes(api)) ?? [];
}

/** Names grouped by the wiki asked first, under which the answer is stored. */
function byWiki<Name extends AskedName>(names: readonly Name[], settings: NamesSettings): Map<string, Name[]> {
  const groups = new Map<string, Name[]>();
  for (const asked of names) {
    const [api = settings.wikiApi] = wikisFor(settings, asked.language);
    groups.set(api, [...(groups.get(api) ?? []), asked]);
  }
  return groups;
}

function whereNothingIsKept({ language }: AskedName, settings: NamesSettings): NameState {
  if (settings.names === 'never') return { state: 'off' };
  return { state: 'ask', hosts: hostsFor(settings, language) };
}

const hostsOf = (apis: readonly string[]): readonly string[] => [...new Set(apis.map((api) => new URL(api).host))];

/** Who is asked about a name from a story in this language. */
const hostsFor = (settings: NamesSettings, language: AskedName['language']): readonly string[] =>
  hostsOf([...wikisFor(settings, language), settings.wikidataApi]);

function stateOf(
  result: LookUpResult,
  fetchedAt: number,
  stale: boolean,
  asked: AskedName,
  settings: NamesSettings,
): Exclude<NameState, { readonly state: 'off' | 'ask' } | NameTrouble> {
  const answered = { on: utcDay(fetchedAt), stale, hosts: hostsFor(settings, asked.language) };
  switch (result.state) {
    case 'found':
      return { state: 'found', found: worldEntity(result.item), sure: result.sure, ...answered };
    case 'several':
      return { state: 'several', among: result.items.map(worldEntity), ...answered };
    case 'none': {
      const left = leftOf(result, asked, settings);
      const apis = left.map(({ api }) => api);
      return {
        state: 'nobody',
        asked: hostsOf(result.asked ?? []),
        lists: hostsOf(left.flatMap(({ api, why }) => (why === 'list' ? [api] : []))),
        further: left.length > 0,
        ...answered,
        ...(left.length > 0 && !stale && { hosts: hostsOf([...apis, settings.wikidataApi]) }),
      };
    }
  }
}

const worldEntity = ({ entity: { key, name, kind, gloss } }: LookedUpItem): WorldEntity => ({
  entity: key,
  name,
  kind,
  gloss,
});

/** Notes written under the bare name are found on the card of whom it means. */
function withFormerKey(name: string, result: LookUpResult): LookUpResult {
  if (result.state !== 'found' || !result.sure) return result;
  const { item } = result;
  const formerly = [...new Set([...item.entity.formerly, unknownKey(foldText(name))])];
  return { ...result, item: { ...item, entity: { ...item.entity, formerly } } };
}

function* itemsOf(results: ReadonlyMap<string, LookUpResult>) {
  for (const result of results.values()) {
    if (result.state === 'found') yield { item: result.item, sure: result.sure };
    if (result.state === 'several') for (const item of result.items) yield { item, sure: false };
  }
}
