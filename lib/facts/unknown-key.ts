/**
 * The key of a name that no pack knows, so that a card and a note can hang on it: `name-howard-lutnick`. It is made of the
 * letters alone, so the same name has the same key in every story. Once the name was looked up its item lists it as a
 * former key.
 */
import type { EntityKey } from './model';

const PREFIX = 'name-';
/** Characters; a key stands in messages and on disks. */
const LONGEST = 120;

/** `folded`: the name as `foldText` folds it. */
export function unknownKey(folded: string): EntityKey {
  const plain = folded.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
  // Another script leaves no letter, and two names in it must not meet.
  const isPlain = /^[\x20-\x7e]*$/.test(folded) && plain !== '';
  return `${PREFIX}${isPlain ? plain.slice(0, LONGEST) : hashOf(folded)}`;
}

/** FNV-1a twice, with different beginnings: 64 bits in hexadecimal digits. */
function hashOf(text: string): string {
  const half = (seed: number): string => {
    let hash = seed;
    for (const sign of text) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193);
    return (hash >>> 0).toString(16).padStart(8, '0');
  };
  return half(0x811c9dc5) + half(0x2166f3a1);
}
