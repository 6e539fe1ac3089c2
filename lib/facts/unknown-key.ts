/**
 * The key of a name that no pack knows, so that it can have a card and a note: `name-howard-lutnick`. It depends only
 * on the letters, so a name has the same key in every story. Once the name is looked up, its item lists this as a
 * former key.
 */
import type { EntityKey } from './model';

const PREFIX = 'name-';
/** In characters, since keys are stored and sent. */
const LONGEST = 120;

/** `folded`: the name as folded by `foldText`. */
export function unknownKey(folded: string): EntityKey {
  const plain = folded.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
  // Names in other scripts have no plain letters, so they get a hash to stay distinct.
  const isPlain = /^[\x20-\x7e]*$/.test(folded) && plain !== '';
  return `${PREFIX}${isPlain ? plain.slice(0, LONGEST) : hashOf(folded)}`;
}

/** FNV-1a twice with different seeds: 64 bits in hexadecimal. */
function hashOf(text: string): string {
  const half = (seed: number): string => {
    let hash = seed;
    for (const sign of text) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193);
    return (hash >>> 0).toString(16).padStart(8, '0');
  };
  return half(0x811c9dc5) + half(0x2166f3a1);
}
