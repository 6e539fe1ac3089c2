/**
 * What each name of a story was on its day, and which of them are countries: shown beside the glosses in a list of
 * names.
 */
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

/** By requested key, as far as packs know them. */
export type NameSenses = Readonly<Record<EntityKey, NameSense>>;

export interface SensesParts {
  readonly packs: readonly Pack[];
  readonly choices: LinkingChoices;
}

/** `day`: null if the story has none; then nothing is said about any. */
export async function answerSenses(
  keys: readonly EntityKey[],
  day: Day | null,
  { packs, choices }: SensesParts,
): Promise<NameSenses> {
  const known = new Set(currentChoices(packs, choices).known);
  const nameOf = (key: EntityKey) => nameIn(packs, key);
  const found: Record<EntityKey, NameSense> = {};
  // One at a time: a pack caches only a few blocks of cards, and one name reads its block repeatedly.
  for (const key of keys) {
    const head = entityIn(packs, key);
    if (!head) continue;
    // The leader of a country belongs on a card; in a list the country's name is enough, and it has hundreds of facts.
    const isCountry = await isCountryIn(packs, key);
    const dossier = day === null || isCountry ? null : await readDossier(packs, key);
    const lines = dossier && day !== null ? senseOfDay(dossier, day, nameOf) : [];
    const how = known.has(head.key) ? 'itself' : isKnown(known, head.key, head) ? 'kind' : null;
    found[key] = { gloss: head.gloss, isCountry, lines, ...(how && { known: how }) };
  }
  return found;
}
