/** What the scripts over folders and over the browser account have in common. */
import type { KeyRow } from '../../lib/database';
import type { NoteSubject } from '../../lib/notes';
import type { Vault } from '../../lib/sync';
import type { ScriptDatabase, Snapshot } from './memory-database';

export interface ScriptWorld {
  readonly vaultOf: (ring: KeyRow | null) => Vault<'plain'> | Vault<'sealed'>;
  readonly databaseOf?: (snapshot?: Snapshot) => ScriptDatabase | Promise<ScriptDatabase>;
  /** Hears the story, step by step. */
  readonly tell?: (line: string) => void;
}

/** A law that does not hold. */
export class BrokenLaw extends Error {
  override readonly name = 'BrokenLaw';
}

export interface ScriptOutcome {
  /** How often each thing happened. */
  readonly events: Readonly<Record<string, number>>;
  /** Until all was quiet. */
  readonly rounds: number;
  /** Most files in a folder, or items in the account, at the end. */
  readonly files: number;
}

export const MINUTE = 60_000;
export const DAY = 24 * 60 * MINUTE;
export const SUBJECTS: readonly NoteSubject[] = [
  { entity: 'Q1', name: 'Ana Silva', kind: 'person' },
  { entity: 'Q2', name: 'OPEC', kind: 'group' },
  { entity: 'Q3', name: 'Lagos', kind: 'place' },
  { entity: 'Q4', name: 'Mercosur', kind: 'group' },
];
/** Of all devices; more would mean that they keep one another awake. */
export const MOST_ROUNDS = 12;

/** Counts what happens. */
export function createTally() {
  const events: Record<string, number> = {};
  return {
    events,
    count: (event: string) => {
      events[event] = (events[event] ?? 0) + 1;
    },
  };
}
