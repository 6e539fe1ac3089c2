/** Names of the entities as the knowledge tables have them, by key. */
import { readKnowledge } from '../../tools/read-knowledge';

export const entityNames = (): ReadonlyMap<string, string> =>
  new Map(readKnowledge().entities.map(({ key, name }) => [key, name]));
