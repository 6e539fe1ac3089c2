/**
 * The simulated reader: what a reader does to notes on any device, what was reported saved, and the invariant of a
 * note. It knows nothing about how notes travel between devices.
 */
import type { DocUpdate, EditorDocument } from '../../lib/notes';
import { charactersOf, FIRST_CHARACTER, mergeAll } from './evidence';
import type { Snapshot } from './memory-database';
import type { Random } from './random';
import type { Device } from './simulated-device';
import { DAY, SUBJECTS } from './world';

export interface HandParts {
  readonly random: Random;
  readonly devices: readonly Device[];
  readonly count: (event: string) => void;
  readonly broken: (what: string) => never;
  /** Something long that is pasted now and then, of no characters of the scripts' own; empty: not now. */
  readonly paste?: () => string;
}

export type Hand = ReturnType<typeof createHand>;

/** What happens on a device whatever carries its notes, beside the typing, and how often. */
export const EVERYDAY = { decorate: 6, bin: 5, version: 3, disk: 2, backup: 3, snapshot: 3, clock: 1 };
export type Everyday = 'type' | keyof typeof EVERYDAY;

export function createHand({ random, devices, count, broken, paste = () => '' }: HandParts) {
  let nextCharacter = FIRST_CHARACTER;
  let nextTag = 0;
  // What happened, as far as a reader knows.
  const stored = new Map<string, string>(); // character → entity; its store said "saved"
  const removed = new Set<string>(); // characters that a reader took out somewhere
  const tagged = new Map<string, string>(); // tag → entity
  const untagged = new Set<string>();
  const quoted = new Map<string, string>(); // text of the quote → entity
  const unquoted = new Set<string>();
  const binned = new Set<string>(); // entities
  const backups: DocUpdate[][] = [];
  const snapshots: [Device, Snapshot][] = [];
  /** What an open editor holds that could not be saved yet. */
  const unsaved = new WeakMap<EditorDocument, string[]>();

  async function type(device: Device): Promise<void> {
    count('type');
    const subject = random.pick(SUBJECTS);
    if (random.chance(0.3)) device.editors.delete(subject.entity);
    const editor = device.edit(subject);
    // An editor that was just opened hears what there is.
    const heard = await attempt(() => device.store.exchange(editor.take()));
    if (!heard) return void device.editors.delete(subject.entity);
    if (heard.update) editor.receive(heard.update);
    const typed: string[] = [];
    let text = [...editor.content().text];
    for (let edits = 1 + random.below(3); edits > 0; edits--) {
      if (text.length > 0 && random.chance(0.3)) {
        const at = random.below(text.length);
        text = [...text.slice(0, at), ...text.slice(at + 1 + random.below(6))];
      } else {
        const run = Array.from({ length: 1 + random.below(6) }, () => freshCharacter());
        typed.push(...run);
        const at = random.below(text.length + 1);
        text = [...text.slice(0, at), ...run, ...paste(), ...text.slice(at)];
      }
      const last = [...editor.content().text];
      editor.write(text.join(''));
      noteRemoved(last, [...editor.content().text]);
    }
    const news = editor.take();
    const answer = await attempt(() => device.store.exchange(news));
    if (!answer) {
      // Not saved: the editor says so, keeps it, and may be closed all the same.
      editor.giveBack(news);
      if (random.chance(0.5)) device.editors.delete(subject.entity);
      else unsaved.set(editor, [...(unsaved.get(editor) ?? []), ...typed]);
      return;
    }
    if (answer.update) editor.receive(answer.update);
    for (const char of [...(unsaved.get(editor) ?? []), ...typed]) stored.set(char, subject.entity);
    unsaved.delete(editor);
  }

  function freshCharacter(): string {
    // Half of a pair must never go astray.
    if (nextCharacter === 0xa000) nextCharacter = 0x20000;
    const code = nextCharacter++;
    return String.fromCodePoint(code % 7 === 0 ? 0x20000 + code : code);
  }

  function noteRemoved(before: readonly string[], after: readonly string[]): void {
    const left = new Set(after);
    for (const char of before) if (!left.has(char)) removed.add(char);
  }

  async function decorate(device: Device): Promise<void> {
    count('decorate');
    const subject = random.pick(SUBJECTS);
    if (random.chance(0.4)) return undecorate(device, subject.entity);
    const tag = `tag${++nextTag}`;
    const done = await attempt(() => device.store.addTag(subject, tag).then(() => true));
    if (done) tagged.set(tag, subject.entity);
    const passage = { text: `said ${tag}`, title: 'A story', url: 'https://news.example/', day: null };
    const kept = await attempt(() => device.store.addQuote(subject, passage).then(() => true));
    if (kept) quoted.set(passage.text, subject.entity);
  }

  async function undecorate(device: Device, entity: string): Promise<void> {
    const note = await device.store.read(entity);
    if (random.chance(0.6)) {
      const tag = note?.tags.length ? random.pick(note.tags) : null;
      if (!tag) return;
      untagged.add(tag);
      await attempt(() => device.store.removeTag(entity, tag));
    } else {
      const quote = note?.quotes.length ? random.pick(note.quotes) : null;
      if (!quote) return;
      unquoted.add(quote.text);
      count('quote removed');
      await attempt(() => device.store.removeQuote(entity, quote.id));
    }
  }

  async function bin(device: Device): Promise<void> {
    const { entity } = random.pick(SUBJECTS);
    const note = await device.store.read(entity);
    if (note?.kept) {
      count('bin');
      binned.add(entity);
      await attempt(() => device.store.remove(entity));
    } else if (note) await attempt(() => device.store.takeBack(entity));
  }

  async function version(device: Device): Promise<void> {
    const { entity } = random.pick(SUBJECTS);
    const versions = await device.store.versions(entity);
    if (versions.length === 0) return;
    count('version');
    const before = (await device.store.read(entity))?.text ?? '';
    const { id, text } = random.pick(versions);
    noteRemoved([...before], [...text]);
    await attempt(() => device.store.restoreVersion(entity, id));
  }

  async function backup(device: Device): Promise<void> {
    const old = backups.length > 0 && random.chance(0.4) ? random.pick(backups) : null;
    count(old ? 'restored backup' : 'backup');
    if (old) await attempt(() => device.store.merge(old));
    else backups.push([...(await device.store.allDocs())]);
  }

  /** Undefined: this device could not store it, and said so. */
  async function attempt<T>(work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work();
    } catch (error) {
      if ((error as Error).name !== 'QuotaExceededError') throw error;
      count('disk full');
      return undefined;
    }
  }

  /**
   * What lies nowhere any more nobody can bring back. Returns how many characters that were.
   * @param everything all documents of all devices, and all that lies where they share it
   */
  function forgetUnless(everything: readonly DocUpdate[]): number {
    const left = mergeAll(everything);
    let forgotten = 0;
    for (const [char, entity] of stored) {
      if (left.get(`note:${entity}`)?.characters.has(char)) continue;
      stored.delete(char);
      count('lost with its only device');
      forgotten++;
    }
    for (const [tag, entity] of tagged) if (!left.get(`note:${entity}`)?.tags.has(tag)) tagged.delete(tag);
    for (const [text, entity] of quoted) if (!left.get(`note:${entity}`)?.quotes.has(text)) quoted.delete(text);
    return forgotten;
  }

  /** The law of a note: all devices read the same, all that was saved is there, nothing went that nobody took away. */
  async function checkNote(device: Device, entity: string): Promise<void> {
    const note = await device.store.read(entity);
    const other = await devices[0]?.store.read(entity);
    if (note?.text !== other?.text) broken(`${device.name} reads another text of ${entity}`);
    const text = new Set(charactersOf(note?.text ?? ''));
    const gone = new Set(charactersOf((await device.store.removedPassages(entity)).join('')));
    for (const [char, owner] of stored) {
      if (owner !== entity || text.has(char)) continue;
      if (!gone.has(char)) broken(`${char} of ${entity} is lost on ${device.name}`);
      if (!removed.has(char)) broken(`${char} of ${entity} was removed by nobody, but on ${device.name} it is`);
    }
    for (const [tag, owner] of tagged) {
      if (owner !== entity || untagged.has(tag)) continue;
      if (!note?.tags.includes(tag)) broken(`${tag} of ${entity} is lost on ${device.name}`);
    }
    for (const [text, owner] of quoted) {
      if (owner !== entity || unquoted.has(text)) continue;
      if (!note?.quotes.some((quote) => quote.text === text))
        broken(`“${text}” of ${entity} is lost on ${device.name}`);
    }
    if (note && !note.kept && !binned.has(entity)) broken(`nobody put ${entity} into the bin`);
  }

  const everyday: Readonly<Record<Everyday, (device: Device) => unknown>> = {
    type,
    decorate,
    bin,
    version,
    backup,
    disk: (device) => device.fillDisk(),
    snapshot: async (device) => snapshots.push([device, await device.snapshot()]),
    clock: (device) => {
      device.clock.skew += (random.below(7) - 3) * DAY;
    },
  };

  return { stored, snapshots, everyday, type, attempt, forgetUnless, checkNote };
}
