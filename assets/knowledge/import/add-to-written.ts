/** What the files know of entities that are written by hand, and the hand-written rows do not tell. */
import type { PropertyName } from '../../../lib/facts';
import type { PackSource } from '../../../lib/pack';
import type { Draft, DraftFact } from './draft';

export interface Addition {
  /** Of the hand-written entity. */
  readonly key: string;
  readonly facts: readonly DraftFact[];
}

/** A property of the files, and those that tell the same or more by hand. */
const TOLD_BY: Partial<Record<PropertyName, readonly PropertyName[]>> = {
  born: ['born'],
  died: ['died', 'killed-in'],
  founded: ['founded', 'founded-in', 'founded-by', 'launched', 'first-broadcast', 'opened', 'split-from'],
  ended: ['ended', 'dissolved', 'closed', 'replaced-by'],
  population: ['population'],
};

/**
 * A life, a founding and a population are added where no row tells them, since there is one of each. All else (offices,
 * events) only where nothing at all is told of the entity: the same office in other words would stand on the card twice.
 * Ids and articles alone say which entity a file means.
 */
export function addToWritten(
  drafts: readonly Draft[],
  { entities, facts }: Pick<PackSource, 'entities' | 'facts'>,
): Addition[] {
  const byId = new Map(entities.flatMap(({ key, wikidata }) => (wikidata === null ? [] : [[wikidata, key] as const])));
  const byTitle = new Map(
    entities.flatMap(({ key, wikidata, wikipedia }) =>
      wikipedia === null ? [] : [[wikipedia.toLowerCase(), { key, wikidata }] as const],
    ),
  );
  const kinds = new Map(entities.map(({ key, kind }) => [key, kind]));
  const told = new Map<string, Set<PropertyName>>();
  for (const { entity, property, value } of facts)
    for (const one of [entity, value]) {
      if (typeof one === 'string') told.set(one, (told.get(one) ?? new Set()).add(property));
    }
  const additions: Addition[] = [];
  for (const draft of drafts) {
    const titled = draft.title === null ? undefined : byTitle.get(draft.title.toLowerCase());
    const isOther = titled && draft.qid !== null && titled.wikidata !== null && titled.wikidata !== draft.qid;
    const key = (draft.qid === null ? undefined : byId.get(draft.qid)) ?? (isOther ? undefined : titled?.key);
    if (key === undefined || kinds.get(key) !== draft.kind) continue;
    const known = told.get(key);
    const added = draft.facts.filter(({ property }) => {
      const rivals = TOLD_BY[property];
      return rivals ? !rivals.some((rival) => known?.has(rival)) : known === undefined;
    });
    if (added.length > 0) additions.push({ key, facts: added });
  }
  return additions.toSorted((one, other) => (one.key < other.key ? -1 : 1));
}
