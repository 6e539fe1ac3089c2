/**
 * Brings the settings of this device and the document of the settings that travel in line. Only what the reader set
 * travels: the document has a key for it, and none for what stands at its default. Lists travel by their elements, so
 * that two devices' additions meet.
 *
 *   set:<setting>              a plain setting
 *   off:<site>                 a site that was switched off
 *   mute:<entity>              an entity that is not marked
 *   know:<entity>              one that the reader knows, or all of a kind
 *   refuse:<form> <entity>     "not this one"
 *
 * What both sides were agreed on last is kept as the base; against it each side's changes show:
 *
 *   here ≠ base, there = base  ► there      (a key that went back to its default goes)
 *   here = base, there ≠ base  ► here       (only what passes the settings' own schema)
 *   both ≠ base                ► there: the reader has just done it here
 *   no base yet                ► both sides' keys; where both have one, the document's: a new device adapts
 *
 * Nothing is put into the document before a remote was read once. The base belongs to this very database: one that was
 * emptied is no wish of the reader.
 */
import * as v from 'valibot';
import type { SettingsDocument, SettingsMap, SyncLedger } from '../notes';
import { DEFAULT_SETTINGS, type Settings, type SettingsStore, settingSchemas } from '../settings';

/** The part of `storage.local` that is used. */
export interface BaseArea {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
}

export interface TravellingParts {
  readonly settings: SettingsStore;
  readonly document: SettingsDocument;
  readonly ledger: Pick<SyncLedger, 'remotes' | 'device'>;
  readonly area: BaseArea;
  /** `storage.session`: forgotten with each update of Backstory, which may understand more of the document. */
  readonly session: BaseArea;
}

export interface TravellingSettings {
  /**
   * To be called at the start, after each change of the settings, and after news of the document `settings`. Calls run
   * one after the other; one that finds nothing to do writes nothing. Where neither side has changed since the last call of
   * this browser session the document is not even opened, which would take Yjs.
   */
  bringInLine(): Promise<void>;
}

const BASE_KEY = 'travelling-settings';
/** The edition of the document that the base stands for. */
const READ_KEY = 'travelling-settings-read';
const base = v.object({ device: v.string(), entries: v.array(v.tuple([v.string(), v.unknown()])) });

/** `welcomed`: each browser is greeted once. The others are consents: what one device may keep, or ask whom, no remote allows another. */
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
/** By what an entry of the document begins with. */
const LISTS = { off: 'sitesOff', mute: 'muted', know: 'known' } as const;
const LIST_NAMES = Object.keys(LISTS) as (keyof typeof LISTS)[];
const listOf = (kind: string) => LIST_NAMES.find((name) => name === kind);
/** A setting that is missing here does not compile. */
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
    // First, since it throws where storage cannot be read: settings then seem to be all at their defaults.
    const known = await readBase();
    // Before it is read: what comes meanwhile is of a later edition, and looked at next time.
    const [here, edition, read] = await Promise.all([
      settings.get().then(flatten),
      document.edition(),
      session.get(READ_KEY).then((kept) => kept[READ_KEY]),
    ]);
    if (known && edition !== null && edition === read && differences(known, here).size === 0) return;
    const [written, remotes] = await Promise.all([document.read(), ledger.remotes()]);
    const joined = remotes.some((remote) => remote.joined === 1);
    if (!joined && written.size === 0) return;
    // No base: what the document has, it has changed; what only this device has, this one has.
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
    // The one from before what was just written here: that is looked at once more.
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

/** What the reader set, as the document holds it. */
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

/** The document's entries that can be taken over; one that is not sound counts as unchanged, whatever is written there. */
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

/** What leads from one to the other; `undefined` takes a key out. */
function differences(from: SettingsMap, to: SettingsMap): SettingsMap {
  const changes = new Map<string, unknown>();
  for (const [key, value] of to) if (from.get(key) !== value) changes.set(key, value);
  for (const key of from.keys()) if (!to.has(key)) changes.set(key, undefined);
  return changes;
}

function merged(entries: SettingsMap, changes: SettingsMap): SettingsMap {
  return new Map([...entries, ...changes].filter(([key]) => !changes.has(key) || changes.get(key) !== undefined));
}

/** The settings with these sound changes made to them. */
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
  // Sound means: of the setting's own type.
  const plain = set as Partial<Settings>;
  const listed = Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, [...list]]));
  return { ...plain, ...listed, refused: Object.fromEntries(refused) };
}

/** A form may have blanks; the key of an entity must not, or nobody knows where it begins. */
const writeKey = (entity: string) => entity.replace(/[% ]/g, encodeURIComponent);

/** Empty, and so no key, where it is not as it was written. */
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
