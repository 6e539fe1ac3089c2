/**
 * What the files of a folder and the documents of a device really contain: every character of the scripts is unique.
 */
import * as Y from 'yjs';
import type { DocUpdate } from '../../lib/notes';
import type { Vault } from '../../lib/sync';
import { hashOf, parseName } from '../../lib/sync/device-files/names';
import { decodeSegment } from '../../lib/sync/device-files/segment';
import type { SharedFolder } from './shared-folder';

/** Code points from here on are the scripts' own. */
export const FIRST_CHARACTER = 0x4e00;

export function charactersOf(text: string): string[] {
  return [...text].filter((char) => (char.codePointAt(0) ?? 0) >= FIRST_CHARACTER);
}

/** Every character that was ever typed, whether it still stands or was removed. */
export function charactersIn(updates: readonly DocUpdate[]): Set<string> {
  const found = new Set<string>();
  for (const { update } of updates) {
    for (const struct of Y.decodeUpdate(update).structs) {
      if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString)) continue;
      for (const char of charactersOf(struct.content.str)) found.add(char);
    }
  }
  return found;
}

/** What a new device would find there. Files are read once: names carry hashes. */
export function createFolderReader(vault: () => Vault<'plain'> | Vault<'sealed'>) {
  const read = new Map<string, { readonly docs: readonly DocUpdate[]; readonly characters: ReadonlySet<string> }>();

  async function contentOf(name: string, bytes: Uint8Array) {
    const known = read.get(name);
    const parsed = parseName(name);
    if (parsed?.kind !== 'segment' || parsed.hash !== hashOf(bytes)) return null;
    if (known) return known;
    const { docs } = decodeSegment(await vault().open(bytes));
    const content = { docs, characters: charactersIn(docs) };
    read.set(name, content);
    return content;
  }

  return {
    async docs(folder: SharedFolder): Promise<DocUpdate[]> {
      const all: DocUpdate[] = [];
      for (const [name, bytes] of folder.files) all.push(...((await contentOf(name, bytes))?.docs ?? []));
      return all;
    },
    async characters(folder: SharedFolder): Promise<Set<string>> {
      const all = new Set<string>();
      for (const [name, bytes] of folder.files) {
        for (const char of (await contentOf(name, bytes))?.characters ?? []) all.add(char);
      }
      return all;
    },
  };
}

export interface Standing {
  readonly characters: ReadonlySet<string>;
  readonly tags: ReadonlySet<string>;
  /** Their texts. */
  readonly quotes: ReadonlySet<string>;
}

/** What all of it says together: what could still be brought back. */
export function mergeAll(updates: readonly DocUpdate[]): Map<string, Standing> {
  const docs = new Map<string, Y.Doc>();
  for (const { doc, update } of updates) {
    let known = docs.get(doc);
    if (!known) {
      known = new Y.Doc({ gc: false });
      docs.set(doc, known);
    }
    Y.applyUpdate(known, update);
  }
  return new Map(
    [...docs].map(([id, doc]) => {
      const characters = new Set<string>();
      for (let item = doc.getText('text')._start; item !== null; item = item.right) {
        if (item.content instanceof Y.ContentString) {
          for (const char of charactersOf(item.content.str)) characters.add(char);
        }
      }
      const tags = new Set([...doc.getMap('tags').values()].map(String));
      const quotes = new Set([...doc.getMap<{ text: string }>('quotes').values()].map(({ text }) => text));
      return [id, { characters, tags, quotes }];
    }),
  );
}
