/**
 * Entities whose card may lag behind the story: an office, role or state had no known end when its source was read, and
 * the story is newer than that.
 */
import { type EntityKey, type Fact, isPoint, lineOf } from '../facts';
import type { Pack } from '../pack';
import { type Day, isBefore } from '../time';
import { entityIn, readDossier } from './dossier';

/** Confirmed ids only: the open world can be asked by these. */
const ID = /^q[1-9]\d*$/;

export async function agedEntities(
  packs: readonly Pack[],
  keys: readonly EntityKey[],
  day: Day,
  most: number,
): Promise<readonly EntityKey[]> {
  const found: EntityKey[] = [];
  for (const key of keys) {
    if (found.length >= most) break;
    if (!ID.test(key)) continue;
    // Holders are recorded on the offices; asking for whole countries costs 100 kB each.
    if (entityIn(packs, key)?.kind === 'place') continue;
    const dossier = await readDossier(packs, key);
    if (dossier?.facts.some((fact) => isAged(fact, day))) found.push(key);
  }
  return found;
}

const STANDS = new Set(['office', 'role', 'status']);

const isAged = (fact: Fact, day: Day): boolean =>
  fact.side === 'own' &&
  fact.end === null &&
  STANDS.has(lineOf(fact) ?? '') &&
  !isPoint(fact) &&
  isBefore(fact.source.asOf, day);
