/** The background of a story, from everything the packs say about its entities. */
import type { Dossier, EntityKey } from '../facts';
import {
  composeStory,
  happeningsAround,
  type KnownEntity,
  type Named,
  type StoryBackground,
  type StoryEntity,
} from '../story-background';
import type { Day } from '../time';

/** A story naming more is a list; the least salient are dropped. */
const MOST_READ = 120;

interface StoryQuestion {
  readonly entities: readonly StoryEntity[];
  readonly day: Day | null;
}

interface StoryParts {
  readonly today: Day;
  readonly dossierOf: (key: EntityKey) => Promise<Dossier | null>;
  /** Under its current key. */
  readonly headOf: (key: EntityKey) => Named | null;
}

export async function answerStory(
  { entities, day }: StoryQuestion,
  { today, dossierOf, ...parts }: StoryParts,
): Promise<StoryBackground> {
  const heads = new Map<EntityKey, Named | null>();
  const headOf = (key: EntityKey): Named | null => {
    const known = heads.get(key);
    if (known !== undefined) return known;
    const head = parts.headOf(key);
    heads.set(key, head);
    return head;
  };
  const read = async (asked: readonly StoryEntity[]): Promise<KnownEntity[]> => {
    const known = new Map<EntityKey, KnownEntity>();
    for (const { entity, salience } of asked) {
      const dossier = await dossierOf(entity);
      const key = dossier?.entity.key;
      // A former and a current key may be one entity; the first one gives the salience.
      if (dossier && key !== undefined && !known.has(key)) known.set(key, { entity: key, salience, dossier });
    }
    return [...known.values()];
  };
  const known = await read(entities.toSorted((one, other) => other.salience - one.salience).slice(0, MOST_READ));
  const happenings = await read(happeningsAround(known, headOf).map((entity) => ({ entity, salience: 0 })));
  return composeStory(known, happenings, { day, today, headOf });
}
