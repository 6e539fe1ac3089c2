/** Aliases of a body that a text means of something else: of whom it is called after, of the whole that it serves, of a firm elsewhere. */
import { foldText } from '../../../lib/text';
import type { Draft } from './draft';
import type { NameGround } from './name-ground';

/** It writes the letters of another: the secretariat of a union is not the union. */
const SERVES = / (?:Secretariat|Delegation|Liaison Office|Office)$/;
/** How firms of other lands than the English-speaking ones are incorporated. */
const ELSEWHERE = /\b(?:KGaA|GmbH|Kommanditgesellschaft|AG|S\.p\.A\.|SpA|N\.V\.|Oyj|ASA|S\.A\.)(?:$| )/;
const ENGLISH = new Set(['United States', 'United Kingdom', 'Canada', 'Australia']);

export function isAnothersAlias(
  { kind, name, country }: Draft,
  alias: string,
  { given }: Pick<NameGround, 'given'>,
): boolean {
  if (kind === 'company') return country !== null && ENGLISH.has(country.name) && ELSEWHERE.test(alias);
  if (kind !== 'group') return false;
  const whole = SERVES.exec(name) ? name.replace(SERVES, '') : null;
  if (whole !== null && initialsOf(whole) === foldText(alias)) return true;
  // "George Enescu University": who says Enescu means the composer.
  const words = foldText(name).split(' ');
  const at = words.indexOf(foldText(alias));
  return at > 0 && given.has(words[at - 1] ?? '');
}

const SMALL = /^(?:of|the|and|for|in|on)$/;
const initialsOf = (name: string): string =>
  foldText(name)
    .split(' ')
    .filter((word) => !SMALL.test(word))
    .map((word) => word[0])
    .join('');
