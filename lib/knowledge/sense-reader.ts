/** What one name was on a day, and whether the reader knows it: for lists of names, and for recall. */
import { type DatedLine, type EntityKey, senseOfDay } from '../facts';
import { currentChoices, isKnown, type LinkingChoices } from '../linking';
import type { Pack } from '../pack';
import type { Day } from '../time';
import { entityIn, isCountryIn, nameIn, readDossier } from './dossier';

export interface NameSense {
  readonly gloss: string;
  readonly isCountry: boolean;
  /** The reader marked it as known, or its whole kind; absent: neither. */
  readonly known?: 'itself' | 'kind';
  /** At most two; empty: nothing certain is known about that day. */
  readonly lines: readonly DatedLine[];
}

export interface SensesParts {
  readonly packs: readonly Pack[];
  readonly choices: LinkingChoices;
}

/** Null: no pack knows it. `day`: null if the story has none; then nothing is said about any. */
export type ReadSense = (key: EntityKey, day: Day | null) => Promise<NameSense | null>;

export function senseReader({ packs, choices }: SensesParts): ReadSense {
  const known = new Set(currentChoices(packs, choices).known);
  const nameOf = (key: EntityKey) => nameIn(packs, key);
  return async (key, day) => {
    const head = entityIn(packs, key);
    if (!head) return null;
    // The leader of a country belongs on a card; in a list the country's name is enough, and it has hundreds of facts.
    const isCountry = await isCountryIn(packs, key);
    const dossier = day === null || isCountry ? null : await readDossier(packs, key);
    const lines = dossier && day !== null ? senseOfDay(dossier, day, nameOf) : [];
    const how = known.has(head.key) ? 'itself' : isKnown(known, head.key, head) ? 'kind' : null;
    return { gloss: head.gloss, isCountry, lines, ...(how && { known: how }) };
  };
}
