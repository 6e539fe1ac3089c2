/**
 * The names of a story that no pack knows, each with the key under which a card and a note can stand. A name that packs do know and that
 * linking left alone is none of them, unless the story says who bears it: then it may well be somebody else. Of what the reader muted
 * nothing comes back by this way.
 */
import { type EntityKey, unknownKey } from '../facts';
import { findUnknownNames, type NamePlace, type ScanStory, type UnknownName } from '../linking';
import { openIdentities, type Pack } from '../pack';
import { foldText } from '../text';
import { entitiesNamed } from './entities-named';

export interface NameHere extends UnknownName {
  readonly key: EntityKey;
}

/** `named`: the places of the names that have a card; `muted`: entities that have none by the reader's wish. */
export function unknownHere(
  packs: readonly Pack[],
  story: ScanStory,
  named: readonly NamePlace[],
  muted: readonly EntityKey[],
): NameHere[] {
  const isMuted = mutedIn(packs, muted);
  return findUnknownNames(packs, { ...story, memory: null }, named)
    .filter((one) => !isMuted(one.name))
    .filter((one) => isTold(one) || entitiesNamed(packs, one.name).length === 0)
    .map((one) => ({ ...one, key: unknownKey(foldText(one.name)) }));
}

/** May any words of the name mean what is muted? */
function mutedIn(packs: readonly Pack[], muted: readonly EntityKey[]): (name: string) => boolean {
  if (muted.length === 0) return () => false;
  const { current } = openIdentities(packs);
  const keys = new Set(muted.flatMap((key) => current(key) ?? []));
  return (name) =>
    packs.some((pack) =>
      pack.detect(name).some(({ form }) =>
        pack.candidates(form).some(({ entity }) => {
          const key = pack.key(entity);
          return keys.has(current(key) ?? key);
        }),
      ),
    );
}

const isTold = ({ says }: UnknownName): boolean => says.some(({ by }) => by !== 'sentence');
