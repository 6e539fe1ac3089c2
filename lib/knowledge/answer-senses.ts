/** What each name of a story was on its day, and which of them are countries: what a list of names says beside their glosses. */
import { type DatedLine, type EntityKey, senseOfDay } from '../facts';
import { currentChoices, isKnown, type LinkingChoices } from '../linking';
import type { Pack } from '../pack';
import type { Day } from '../time';
import { entityIn, isCountryIn, nameIn, readDossier } from './dossier';

export interface NameSense {
  readonly gloss: string;
  readonly isCountry: boolean;
  /** The reader said so, of it or of all of its kind; absent: of neither. */
  readonly known?: 'itself' | 'kind';
  /** At most two; none: nothing certain is known of that day. */
  readonly lines: readonly DatedLine[];
}

/** By the keys that were asked for, as far as packs know them. */
export type NameSenses = Readonly<Record<EntityKey, NameSense>>;

export interface SensesParts {
  readonly packs: readonly Pack[];
  readonly choices: LinkingChoices;
}

/** `day`: null where the story has none; then nothing is said of any. */
export async function answerSenses(
  keys: readonly EntityKey[],
  day: Day | null,
  { packs, choices }: SensesParts,
): Promise<NameSenses> {
  const known = new Set(currentChoices(packs, choices).known);
  const nameOf = (key: EntityKey) => nameIn(packs, key);
  const found: Record<EntityKey, NameSense> = {};
  // One after the other: a pack keeps a few blocks of cards, and what one name asks of its block it asks in a row.
  for (const key of keys) {
    const head = entityIn(packs, key);
    if (!head) continue;
    // Whoever leads a country is a line of a card; in a list its name is enough, and it has hundreds of facts.
    const isCountry = await isCountryIn(packs, key);
    const dossier = day === null || isCountry ? null : await readDossier(packs, key);
    const lines = dossier && day !== null ? senseOfDay(dossier, day, nameOf) : [];
    const how = known.has(head.key) ? 'itself' : isKnown(known, head.key, head) ? 'kind' : null;
    found[key] = { gloss: head.gloss, isCountry, lines, ...(how && { known: how }) };
  }
  return found;
}
