/** A name as lists of sanctions write it, in the spelling of a text: "Llc ‘unimatik’" is "Unimatik". */
import type { Kind } from '../../../lib/facts';

const FORM =
  '(?:(?:open |public |closed |private |non-?public )?joint[- ]stock (?:company|society)|limited liability (?:company|partnership)|(?:federal )?state unitary enterprise|llc|ojsc|pjsc|cjsc|jsc|ooo|oao|pao|zao|ao)';
const BEFORE = new RegExp(`^${FORM}\\s+(?=\\S)`, 'i');
const BEHIND = new RegExp(`,?\\s+${FORM}$`, 'i');
const QUOTES = /[‘’“”«»"„](?!s\b)/g;
const SMALL = /(?<=\s)(?:OF|AND|THE|FOR|IN|ON|And|Of|The|For)(?=\s)/g;

export function listedName(name: string, kind: Kind): string {
  const plain = name
    // An apostrophe between letters is part of the word.
    .replace(/(?<=\p{L})[’‘](?=\p{L})/gu, "'")
    .replace(QUOTES, '')
    .replace(SMALL, (word) => word.toLowerCase())
    .replace(/(?<=\s)CO(?=\s|$)/g, 'Co')
    .replace(/\s+/g, ' ')
    .trim();
  // "Uday Al-tikriti": the article is small within a name, and the name behind it is none.
  const spelt = plain.replace(/(?<=\s)[Aa]l-(\p{L})/gu, (_, letter: string) => `al-${letter.toUpperCase()}`);
  const first = spelt.replace(/^al-(\p{Ll})/iu, (_, letter: string) => `Al-${letter.toUpperCase()}`);
  // "RI Su Yong": the family name in capitals, as on a passport.
  const person = first.replace(/\b\p{Lu}{2,}\b/gu, (word) => word.charAt(0) + word.slice(1).toLowerCase());
  // "CHANG AN SHIPPING": a syllable, where the word before it is spelt in small letters.
  const body = first.replace(
    /(?<=\p{Lu}\p{Ll}+ )(AN|AL|EL|DE|LA|SU|KO|RI|MI|HO|JU|YU)(?= |$)/gu,
    (word) => word.charAt(0) + word.slice(1).toLowerCase(),
  );
  const bare = kind === 'person' ? person : body.replace(BEFORE, '').replace(BEHIND, '');
  return bare.charAt(0).toUpperCase() + bare.slice(1);
}
