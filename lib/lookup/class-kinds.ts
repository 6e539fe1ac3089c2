/** What kind of thing an item is, by its classes (P31) and the words of its description. */
import type { EntityKey, Kind } from '../facts';
import { encyclopediaOf, encyclopedias } from '../language';
import { type Item, itemsOf, type Label } from './item';
import { foldedWords, leadOf } from './words';

/** Nothing that news is about: wiki pages, names, papers, species, fictional characters. */
const NO_ENTITY = keys(`
  4167410 13406463 4167836 11266439 15184295 14204246 17362920 22808320 21286738 4663903 11753321 15623926 17633526
  101352 202444 12308941 11879590 3409032 13442814 18918145 16521 15632617 95074 15773317 3331189 5296 577 3863`);

/** The most usual classes; others are judged by their labels. */
const CLASSES: Readonly<Partial<Record<Kind, ReadonlySet<EntityKey>>>> = {
  person: keys('5'),
  place: keys(`
    6256 3624078 3024240 515 1549591 5119 532 486972 3957 747074 484170 262166 42744322 1093829 35657 47168 8502 4022
    23397 23442 165`),
  company: keys('4830453 783794 6881511 891723 167037 18388277 46970 22687'),
  team: keys('476028 6979593 13393265 12973014 847017'),
  group: keys(`
    43229 7278 3918 875538 15936437 327333 192350 163740 79913 484652 245065 35749 176799 17149090 215380 5741069`),
  media: keys('11032 1110794 41298 1616075 192283 17232649'),
  work: keys('11424 5398426 482994 134556 7366 105543609 7889 571 7725634'),
  event: keys('198 178561 180684 40231 7944 8092 18608583 27020041 3199915 2223653'),
  deal: keys('131569'),
  law: keys('820655 49371'),
  office: keys('4164871 294414'),
};

const KIND_OF_CLASS = new Map(
  Object.entries(CLASSES).flatMap(([kind, all]) => [...all].map((key) => [key, kind as Kind])),
);
export const isNoEntity = (item: Item): boolean => itemsOf(item, 'P31').some((key) => NO_ENTITY.has(key));

/** By its classes; for those not in the table, by their labels; otherwise by the description. */
export function kindOf(item: Item, labels: ReadonlyMap<EntityKey, Label>): Kind | null {
  const classes = itemsOf(item, 'P31');
  const known = classes.flatMap((key) => KIND_OF_CLASS.get(key) ?? []);
  if (known.includes('person')) return 'person';
  const named = classes.flatMap((key) => kindOfWords(labels.get(key)?.label ?? '') ?? []);
  return known[0] ?? named[0] ?? item.descriptions.map(kindOfWords).find((kind) => kind !== null) ?? null;
}

/** Classes that only their labels explain. */
export const unknownClasses = (item: Item): readonly EntityKey[] => {
  const classes = itemsOf(item, 'P31');
  return classes.some((key) => KIND_OF_CLASS.has(key)) ? [] : classes;
};

/** The kind given by a noun or the head of a description; null if none. */
export function kindOfWords(description: string): Kind | null {
  const lead = leadOf(description);
  const behind = encyclopedias.map(({ and }) => lead.indexOf(and)).find((at) => at > 0);
  // "A football club and charity": in a list joined by "and" the first noun counts too.
  return kindOfNoun(lead.at(-1)) ?? kindOfNoun(lead[(behind ?? 0) - 1]);
}

/** For a name: "Skerry Bank", "Universität Skerry". */
export function kindSaidByName(name: string): Kind | null {
  const words = foldedWords(name);
  const first = encyclopedias.find(({ kindOfNameBy }) => kindOfNameBy === 'first word');
  return kindOfWords(name) ?? (words.length > 1 ? (first?.kindOf(words[0] ?? '') ?? null) : null);
}

/** For a role: "the drone maker" is a company. Its own language comes first: a German "Initiative" is not a policy. */
export function kindOfRole(role: string, language?: string | null): Kind | null {
  const noun = foldedWords(role).at(-1);
  return encyclopediaOf(language).kindOf(noun ?? '') ?? kindOfNoun(noun);
}

function kindOfNoun(noun = ''): Kind | null {
  for (const { kindOf } of encyclopedias) {
    const kind = kindOf(noun);
    if (kind !== null) return kind;
  }
  return null;
}

export function isHouse(item: Item): boolean {
  const words = [...item.descriptions.flatMap(leadOf), ...foldedWords(item.label)];
  return words.some((word) => encyclopedias.some(({ houses }) => houses.has(word)));
}

function keys(numbers: string): ReadonlySet<EntityKey> {
  return new Set(
    numbers
      .trim()
      .split(/\s+/)
      .map((number) => `q${number}`),
  );
}
