/**
 * A story's names that no pack knows, each with the key for a card and a note. Names that packs know but linking left
 * alone are excluded, unless the story says who bears them: then it may well be someone else. Nothing muted by the
 * reader returns this way.
 */
import { type EntityKey, unknownKey } from '../facts';
import { findUnknownNames, type NamePlace, type ScanStory, type UnknownName } from '../linking';
import { openIdentities, type Pack } from '../pack';
import { foldText } from '../text';
import { entitiesNamed } from './entities-named';

export interface NameHere extends UnknownName {
  readonly key: EntityKey;
}

/** `named`: places of names with a card; `muted`: entities without one by the reader's wish. */
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

/** May any words of the name mean something muted? */
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
