/**
 * The names of a story that no pack knows, each with the key under which a card and a note can stand. A name that packs do know and that
 * linking left alone is none of them, unless the story says who bears it: then it may well be somebody else.
 */
import { type EntityKey, unknownKey } from '../facts';
import { findUnknownNames, type NamePlace, type ScanStory, type UnknownName } from '../linking';
import type { Pack } from '../pack';
import { foldText } from '../text';
import { entitiesNamed } from './entities-named';

export interface NameHere extends UnknownName {
  readonly key: EntityKey;
}

/** `named`: the places of the names that have a card. */
export function unknownHere(packs: readonly Pack[], story: ScanStory, named: readonly NamePlace[]): NameHere[] {
  return findUnknownNames(packs, { ...story, memory: null }, named)
    .filter((one) => isTold(one) || entitiesNamed(packs, one.name).length === 0)
    .map((one) => ({ ...one, key: unknownKey(foldText(one.name)) }));
}

const isTold = ({ says }: UnknownName): boolean => says.some(({ by }) => by !== 'sentence');
