/**
 * Says which files have changed, by looking at their times. Node's own watchers lose files that an editor replaces by
 * renaming, and hear nothing on some mounts; one look at all our sources takes some milliseconds.
 */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** ms between looks. */
const LOOK = 250;

type Stamps = ReadonlyMap<string, string>;

/**
 * Of files and folders below `root`: whole paths, changed, new or gone, from this call on. What changes while nobody asks is
 * told at the next question; what is still being written is waited for.
 */
export function changesOf(root: string, names: readonly string[]): AsyncGenerator<readonly string[], never> {
  // Here, since a generator does nothing before it is asked: what is saved during a first build counts.
  return changesSince(look(root, names), () => look(root, names));
}

async function* changesSince(before: Stamps, lookAgain: () => Stamps): AsyncGenerator<readonly string[], never> {
  for (let known = before; ; ) {
    await sleep(LOOK);
    let now = lookAgain();
    if (difference(known, now).length === 0) continue;
    for (let earlier = known; difference(earlier, now).length > 0; now = lookAgain()) {
      earlier = now;
      await sleep(LOOK / 2);
    }
    const changed = difference(known, now);
    known = now;
    if (changed.length > 0) yield changed;
  }
}

function difference(before: Stamps, after: Stamps): string[] {
  const all = new Set([...before.keys(), ...after.keys()]);
  return [...all].filter((file) => before.get(file) !== after.get(file));
}

function look(root: string, names: readonly string[]): Stamps {
  const stamps = new Map<string, string>();
  const add = (path: string) => {
    // Between two calls a file may go.
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat?.isFile()) stamps.set(path, `${stat.mtimeMs} ${stat.size}`);
    if (stat?.isDirectory()) for (const name of entriesOf(path)) if (!isScratch(name)) add(join(path, name));
  };
  for (const name of names) add(join(root, name));
  return stamps;
}

function entriesOf(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Files that editors put beside the one that is edited. */
const isScratch = (name: string) => name.startsWith('.') || name.endsWith('~') || /\.(swp|tmp)$/.test(name);
