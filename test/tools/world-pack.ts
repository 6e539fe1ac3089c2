/**
 * The pack with which a large one is measured: our own tables together with those that `npm run world` has written into
 * `folder`. Built once, and kept under the hash of them all, as the bundled pack is.
 */
import { cachedPack } from '../../assets/knowledge/cached-pack';
import type { PackSource } from '../../lib/pack';
import { readKnowledge } from './read-knowledge';

export async function worldPack(
  folder: string,
): Promise<{ readonly bytes: Uint8Array<ArrayBuffer>; readonly knowledge: PackSource }> {
  const { bytes } = await cachedPack(undefined, undefined, [folder]);
  return { bytes, knowledge: readKnowledge([folder]) };
}
