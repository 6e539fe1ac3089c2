/**
 * Keeps this device's settings and the shared settings document in step. Only what the reader set is shared: the
 * document has no key for a default. Lists are shared by element, so that two devices' additions merge.
 *
 *   set:<setting>              a plain setting
 *   off:<site>                 a site that is switched off
 *   mute:<entity>              an entity that is not marked
 *   know:<entity>              an entity the reader knows, or a whole kind
 *   refuse:<form> <entity>     "not this one"
 *
 * The base is what both sides last agreed on; each side's changes show against it:
 *
 *   here ≠ base, there = base  ► there      (a key that is back at its default is removed)
 *   here = base, there ≠ base  ► here       (only what passes the settings' own schema)
 *   both ≠ base                ► there: the reader has just changed it here
 *   no base yet                ► both sides' keys; on conflict the document's: a new device adapts
 *
 * Nothing is written to the document before one remote was read. The base is tied to this very database: an emptied one
 * does not mean that the reader reset anything.
 */
import * as v from 'valibot';
import type { SettingsDocument, SettingsMap, SyncLedger } from '../notes';
import { DEFAULT_SETTINGS, type Settings, type SettingsStore, settingSchemas } from '../settings';

export interface BaseArea {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
}

export interface TravellingParts {
  readonly settings: SettingsStore;
  readonly document: SettingsDocument;
  readonly ledger: Pick<SyncLedger, 'remotes' | 'device'>;
  readonly area: BaseArea;
  /** `storage.session`: forgotten on each update of Backstory, which may understand more of the document. */
  readonly session: BaseArea;
}

export interface TravellingSettings {
  /**
   * Call at start, after each change of the settings and after news of the document `settings`. Calls are queued; one
   * with nothing to do writes nothing. If neither side changed since the last call of this browser session, the
   * document is not even opened, which would load Yjs.
   */
  bringInLine(): Promise<void>;
}

const BASE_KEY = 'travelling-settings';
/** The revision of the document that the base reflects. */
const READ_KEY = 'travelling-settings-read';
const base = v.object({ device: v.string(), entries: v.array(v.tuple([v.string(), v.unknown()])) });

/** `welcomed`: each browser greets once. The others are consents, which no other device may give. */
type OfThisDevice =
  | 'welcomed'
  | 'history'
  | 'network'
  | 'names'
  | 'pictures'
  | 'askInCards'
  | 'wikiApi'
  | 'germanWikiApi'
  | 'wikidataApi'
  | 'commonsApi'
  | 'picturesAt'
  | 'sitesRead';
type Plain = Exclude<keyof Settings, OfThisDevice | (typeof LISTS)[keyof typeof LISTS] | 'refused'>;
/** Prefixes of the document's list keys. */
const LISTS = { off: 'sitesOff', mute: 'muted', know: 'known' } as const;
const LIST_NAMES = Object.keys(LISTS) as (keyof typeof LISTS)[];
const listOf = (kind: string) => LIST_NAMES.find((name) => name === kind);
/** A missing setting does not compile. */
const PLAIN = Object.keys({
  density: true,
  marksHidden: true,
  restMs: true,
  theme: true,
  selectionButton: true,
} satisfies Record<Plain, true>) as Plain[];

export function createTravellingSettings(parts: TravellingParts): TravellingSettings {
  const { settings, document, ledger, area, session } = parts;
  let last: Promise<unknown> = Promise.resolve();

  async function bringInLine(): Promise<void> {
    // First, since it throws when storage is unreadable: all settings would then seem to be at their defaults.
    const known = await readBase();
    // The revision is read before the document: changes in between belong to a later one and are seen next time.
    const [here, edition, read] = await Promise.all([
      settings.get().then(flatten),
      document.edition(),
      session.get(READ_KEY).then((kept) => kept[READ_KEY]),
    ]);
    if (known && edition !== null && edition === read && differences(known, here).size === 0) return;
    const [written, remotes] = await Promise.all([document.read(), ledger.remotes()]);
    const joined = remotes.some((remote) => remote.joined === 1);
    if (!joined && written.size === 0) return;
    // No base: each side's keys count as its changes, and the document wins.
    const agreed = known ?? new Map([...here].filter(([key]) => written.has(key)));
    const there = sound(written, agreed);
    const ours = differences(agreed, here);
    const theirs = new Map([...differences(agreed, there)].filter(([key]) => !joined || !ours.has(key)));
    if (joined && ours.size > 0) await document.change(ours);
    if (theirs.size > 0) {
      await settings.change((now) => {
        const meanwhile = differences(here, flatten(now));
        return changedBy(now, new Map([...theirs].filter(([key]) => !meanwhile.has(key))));
      });
    }
    const next = joined ? merged(there, ours) : there;
    if (!known || differences(known, next).size > 0) await writeBase(next);
    // The revision from before our own write: we look at that once more.
    if (edition !== null && edition !== read) await session.set({ [READ_KEY]: edition });
  }

  async function readBase(): Promise<SettingsMap | null> {
    const read = v.safeParse(base, (await area.get(BASE_KEY))[BASE_KEY]);
    if (!read.success || read.output.device !== (await ledger.device()).device) return null;
    return new Map(read.output.entries);
  }

  async function writeBase(entries: SettingsMap): Promise<void> {
    const { device } = await ledger.device();
    await area.set({ [BASE_KEY]: { device, entries: [...entries] } });
  }

  return {
    bringInLine() {
      const run = last.then(bringInLine);
      last = run.catch(() => undefined);
      return run;
    },
  };
}

/** What the reader set, in the document's form. */
function flatten(settings: Settings): SettingsMap {
  const entries: [string, unknown][] = [];
  for (const key of PLAIN) {
    if (settings[key] !== DEFAULT_SETTINGS[key]) entries.push([`set:${key}`, settings[key]]);
  }
  for (const list of LIST_NAMES) {
    for (const element of settings[LISTS[list]]) entries.push([`${list}:${element}`, true]);
  }
  for (const [form, entities] of Object.entries(settings.refused)) {
    for (const entity of entities) entries.push([`refuse:${form} ${writeKey(entity)}`, true]);
  }
  return new Map(entries);
}

/** The document's valid entries; an invalid one counts as unchanged, whatever it says. */
function sound(written: SettingsMap, agreed: SettingsMap): SettingsMap {
  const entries = new Map<string, unknown>();
  for (const [key, value] of written) {
    if (isSound(key, value)) entries.set(key, value);
    else if (agreed.has(key)) entries.set(key, agreed.get(key));
  }
  return entries;
}

function isSound(entry: string, value: unknown): boolean {
  const [kind, rest] = split(entry, entry.indexOf(':'));
  const list = listOf(kind);
  if (list) return value === true && v.is(settingSchemas[LISTS[list]], [rest]);
  switch (kind) {
    case 'set': {
      const key = PLAIN.find((name) => name === rest);
      return key !== undefined && v.is(settingSchemas[key], value);
    }
    case 'refuse': {
      const [form, written] = split(rest, rest.lastIndexOf(' '));
      const entity = readKey(written);
      return value === true && v.is(settingSchemas.refused, Object.fromEntries([[form, [entity]]]));
    }
    default:
      return false;
  }
}

/** The changes from one to the other; `undefined` removes a key. */
function differences(from: SettingsMap, to: SettingsMap): SettingsMap {
  const changes = new Map<string, unknown>();
  for (const [key, value] of to) if (from.get(key) !== value) changes.set(key, value);
  for (const key of from.keys()) if (!to.has(key)) changes.set(key, undefined);
  return changes;
}

function merged(entries: SettingsMap, changes: SettingsMap): SettingsMap {
  return new Map([...entries, ...changes].filter(([key]) => !changes.has(key) || changes.get(key) !== undefined));
}

/** The settings with these valid changes applied. */
function changedBy(now: Settings, changes: SettingsMap): Partial<Settings> {
  const set: Partial<Record<Plain, unknown>> = {};
  const lists = Object.fromEntries(LIST_NAMES.map((list) => [LISTS[list], new Set(now[LISTS[list]])]));
  const refused = new Map(Object.entries(now.refused));
  for (const [entry, value] of changes) {
    const [kind, rest] = split(entry, entry.indexOf(':'));
    const there = value !== undefined;
    const list = listOf(kind);
    if (list) lists[LISTS[list]]?.[there ? 'add' : 'delete'](rest);
    else if (kind === 'refuse') {
      const [form, written] = split(rest, rest.lastIndexOf(' '));
      const entity = readKey(written);
      const entities = new Set(refused.get(form) ?? []);
      entities[there ? 'add' : 'delete'](entity);
      if (entities.size > 0) refused.set(form, [...entities]);
      else refused.delete(form);
    } else {
      const key = PLAIN.find((name) => name === rest);
      if (key) set[key] = there ? value : DEFAULT_SETTINGS[key];
    }
  }
  // Each was validated against its setting's own schema.
  const plain = set as Partial<Settings>;
  const listed = Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, [...list]]));
  return { ...plain, ...listed, refused: Object.fromEntries(refused) };
}

/** A form may contain spaces; an entity key must not, or we cannot tell where it begins. */
const writeKey = (entity: string) => entity.replace(/[% ]/g, encodeURIComponent);

/** Empty, hence no key, unless it is encoded as we would. */
function readKey(written: string): string {
  try {
    return decodeURIComponent(written);
  } catch {
    return '';
  }
}

function split(text: string, at: number): readonly [string, string] {
  return at < 0 ? ['', text] : [text.slice(0, at), text.slice(at + 1)];
}
