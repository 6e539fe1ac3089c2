/** Which entities bear a noted name. Read once: reading it again for each file of a vault would take hours. */
import type { BackstoryDatabase } from '../database';
import { foldText } from '../text';
import type { NoteSubject } from './types';

export interface NotedNames {
  of(name: string): Promise<readonly NoteSubject[]>;
  /** What has been noted since; null: unknown. */
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
