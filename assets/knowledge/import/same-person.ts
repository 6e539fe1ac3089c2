/**
 * Is a name another spelling of a name? The journal of the European Union has several people in one row of its table here and there, and
 * the file took the names of the others for aliases of the first: "Corneille Nangaa Yobeluo" of Gédéon Kyungu.
 */
import { foldText } from '../../../lib/text';

/** Words that both must have; a name of fewer must have them all. */
const SHARED = 2;

/** Nobody else in the row has such a family name: "Zakhar Prilepin". */
const LONG = 6;
const familyOf = (name: string): string => foldText(name).split(' ').at(-1) ?? '';

export function isSamePerson(name: string, alias: string): boolean {
  if (familyOf(name).length >= LONG && familyOf(name) === familyOf(alias)) return true;
  const own = soundsOf(name);
  const other = soundsOf(alias);
  const least = Math.min(SHARED, own.length, other.length);
  let shared = 0;
  for (const sound of other) {
    const at = own.findIndex((one) => isNear(one, sound));
    if (at < 0) continue;
    own.splice(at, 1);
    shared++;
  }
  return least > 0 && shared >= least;
}

/** The words without vowels, and with one letter for what transliterators disagree on: "Jo Chol-song" and "Cho Ch'o'l-so'ng". */
const soundsOf = (name: string): string[] =>
  foldText(name.replace(/['’‘]/g, ''))
    .split(' ')
    .map((word) =>
      word
        .replace(/[aeiouyw]+/g, '')
        .replace(/[csk]?ch|sh|zh|[jz]/g, 'c')
        .replace(/[kg]h|[gqhx]/g, 'k')
        .replace(/b|ph|f|v/g, 'p')
        .replace(/[td]h?/g, 't')
        .replace(/l/g, 'r')
        .replace(/(.)\1+/g, '$1'),
    )
    .filter(Boolean);

const SHORTEST = 3;

/** "Kubrakou" and "Kubrakov", "Nkunda" and "Nkundabatware", "Mutebutsi" and "Mutebusi". */
function isNear(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (short === long) return true;
  if (short.length < SHORTEST) return false;
  const isOneMore = long.length === short.length + 1;
  return (
    long.startsWith(short) || (isOneMore && [...long].some((_, at) => long.slice(0, at) + long.slice(at + 1) === short))
  );
}
