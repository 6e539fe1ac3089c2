/** What the items of an account really hold. */
import type { DocUpdate } from '../../lib/notes';
import { SyncError, type Vault } from '../../lib/sync';
import { unpackDoc } from '../../lib/sync/note-items/doc-cargo';
import { type Items, type Lying, readAccount } from '../../lib/sync/note-items/layout';
import { charactersIn } from './evidence';

type Whole = Extract<Lying, { state: 'whole' }>;

interface Content {
  readonly docs: readonly DocUpdate[];
  readonly characters: ReadonlySet<string>;
}

const NOTHING: Content = { docs: [], characters: new Set() };

/** Values are read once: a hash names their content. */
export function createAccountReader(vault: () => Vault<'plain'> | Vault<'sealed'>) {
  const read = new Map<string, Content>();

  async function contentOf(value: Whole): Promise<Content> {
    const name = `${value.key}:${value.hash}`;
    const known = read.get(name);
    if (known) return known;
    try {
      const docs = [unpackDoc(await vault().open(value.cargo))];
      const content = { docs, characters: charactersIn(docs) };
      read.set(name, content);
      return content;
    } catch (error) {
      // Its key is known nowhere any more.
      if (error instanceof SyncError && error.code === 'locked') return NOTHING;
      throw error;
    }
  }

  async function contents(items: ReadonlyMap<string, unknown>): Promise<Content[]> {
    const { lying } = readAccount(textsOf(items));
    const notes = [...lying.values()].filter(
      (value): value is Whole => value.state === 'whole' && value.key[0] === 'n',
    );
    return Promise.all(notes.map(contentOf));
  }

  return {
    docs: async (items: ReadonlyMap<string, unknown>) => (await contents(items)).flatMap(({ docs }) => docs),
    async characters(items: ReadonlyMap<string, unknown>): Promise<Set<string>> {
      const all = new Set<string>();
      for (const { characters } of await contents(items)) for (const char of characters) all.add(char);
      return all;
    },
  };
}

export function textsOf(items: ReadonlyMap<string, unknown>): Items {
  return Object.fromEntries([...items].map(([key, value]) => [key, String(value)]));
}
