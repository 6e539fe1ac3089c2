/**
 * Does an item have the name that was asked for? Wikipedia redirects "Jane Doe" to "Murder of Jane Doe", a product to
 * its maker, a singer to the band: a redirect alone proves nothing.
 */
import { encyclopedias } from '../language';
import { foldText, skeleton } from '../text';
import { type Item, otherNamesOf } from './item';
import type { TitleWay } from './titles';
import { foldedWords } from './words';

export interface Asked {
  readonly name: string;
  /** The title at which the redirects ended. */
  readonly title: string;
  readonly way: TitleWay;
}

export function bearsName(item: Item, { name, title, way }: Asked, isPerson: boolean): boolean {
  const asked = foldText(name);
  if (asked === '') return false;
  if (foldText(item.label) === asked) return true;
  const others = otherNamesOf(item);
  // A part of an article about something else belongs to that thing's item.
  if (way === 'part') return false;
  if (others.some((alias) => foldText(alias) === asked)) return true;
  if (way === 'direct' && foldText(withoutBrackets(title)) === asked) return true;
  if (!isPerson && isInFull(item.label, asked)) return true;
  return isPerson && [item.label, ...others].some((known) => isSamePerson(known, name));
}

/**
 * "Skerry Rovers" for "Skerry Rovers F.C.", "Zendra" for "Zendra Group": the legal form or usual ending of a body's
 * name may be missing.
 */
export function isInFull(label: string, asked: string): boolean {
  const words = foldedWords(label);
  const short = asked.split(' ');
  const tail = words.slice(short.length);
  return tail.length > 0 && short.every((word, at) => word === words[at]) && tail.every(isTail);
}

const isTail = (word: string): boolean => encyclopedias.some(({ tails }) => tails.has(word));

/** May differ by a middle name or by transliteration. */
function isSamePerson(known: string, asked: string): boolean {
  const [one, other] = [foldedWords(known), foldedWords(asked)];
  if (one.length < 2 || other.length < 2) return false;
  const [longer, shorter] = one.length >= other.length ? [one, other] : [other, one];
  if (one[0] === other[0] && one.at(-1) === other.at(-1))
    return shorter.every((word) => longer.some((part) => isPart(word, part)));
  const bones = skeleton(asked);
  return bones !== null && one.length === other.length && one[0]![0] === other[0]![0] && skeleton(known) === bones;
}

/** "W" for "Walker". */
const isPart = (word: string, part: string): boolean =>
  word === part || (word.length === 1 && part.startsWith(word)) || (part.length === 1 && word.startsWith(part));

export const withoutBrackets = (title: string): string => title.replace(/ \([^()]*\)$/, '');

/** "Murder of Jane Doe" contains Jane Doe's name but is not about the same thing. */
export function isCalledAfter(item: Item, name: string): boolean {
  const [label, asked] = [foldText(item.label), foldText(name)];
  return label !== asked && ` ${label} `.includes(` ${asked} `);
}
