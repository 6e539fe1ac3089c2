/** Which entities bear a name that is noted. Read once: for each file of a vault anew, it would take hours. */
import type { BackstoryDatabase } from '../database';
import { foldText } from '../text';
import type { NoteSubject } from './types';

export interface NotedNames {
  of(name: string): Promise<readonly NoteSubject[]>;
  /** What has been noted since; null: nobody knows what. */
  add(subjects: readonly NoteSubject[] | null): void;
}

type Bearers = Map<string, Map<string, NoteSubject>>;

export function notedNames({ notes }: BackstoryDatabase): NotedNames {
  let names: Bearers | null = null;

  function put(into: Bearers, { entity, name, kind }: NoteSubject): void {
    const key = foldName(name);
    const bearers = into.get(key) ?? new Map<string, NoteSubject>();
    into.set(key, bearers.set(entity, { entity, name, kind }));
  }

  return {
    async of(name) {
      if (names === null) {
        const read: Bearers = new Map();
        await notes.each((row) => put(read, row));
        names = read;
      }
      return [...(names.get(foldName(name))?.values() ?? [])];
    },
    add(subjects) {
      if (subjects === null) names = null;
      else if (names !== null) for (const subject of subjects) put(names, subject);
    },
  };
}

function foldName(name: string): string {
  return foldText(name) || name.trim().toLowerCase();
}
