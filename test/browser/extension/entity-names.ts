/** Entities as the knowledge tables have them, by their handles: tests name them as the tables do. */
import { readKnowledge } from '../../tools/read-knowledge';

const { entities } = readKnowledge();

export const entityNames = (): ReadonlyMap<string, string> =>
  new Map(entities.flatMap(({ key, formerly, name }) => [key, ...formerly].map((one) => [one, name] as const)));

/** The key that the pack knows it by. */
export const keyOf = (handle: string): string =>
  entities.find(({ key, formerly }) => key === handle || formerly.includes(handle))?.key ?? handle;
