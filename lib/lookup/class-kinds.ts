/** What kind of thing an item is, by the classes that it is an instance of (P31), and by the words of its description. */
import type { EntityKey, Kind } from '../facts';
import { type Item, itemsOf, type Label } from './item';
import { leadOf, wordsOf } from './words';

/** Nothing that news is about: pages of the wiki itself, names, papers, species, figures of fiction. */
const NO_ENTITY = keys(`
  4167410 13406463 4167836 11266439 15184295 14204246 17362920 22808320 21286738 4663903 11753321 15623926 17633526
  101352 202444 12308941 11879590 3409032 13442814 18918145 16521 15632617 95074 15773317 3331189 5296 577 3863`);

/** The most usual classes; of others the label says it. */
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

/** The last word of "Turkish drone maker", "political party", "association football club". */
const NOUNS: Readonly<Partial<Record<Kind, string>>> = {
  company: `
    company corporation enterprise business firm bank airline manufacturer maker retailer brand conglomerate chain startup
    brewery automaker shipyard shipbuilder insurer label studio supplier contractor carrier bakery 
    developer fund exchange `,
  media: 'newspaper magazine channel station broadcaster website tabloid weekly daily podcast journal',
  team: 'club team side',
  group: `
    party organization organisation agency ministry department government council commission committee union federation
    association university college school institute institution museum hospital church militia army navy force forces police
    parliament legislature court alliance movement foundation charity band coalition regulator bureau authority
    cabinet board assembly society league group congress senate ngo lobby 
    orchestra academy guard`,
  place: `
    country state city town village municipality settlement commune region province district county river lake mountain
    island sea bay strait peninsula airport building stadium street square park desert forest dam bridge neighbourhood
    neighborhood suburb borough capital territory archipelago volcano port harbour harbor valley prison
    canal railway prefecture oblast republic kingdom locality base ground arena theatre theater house`,
  event: `
    war battle conflict election referendum earthquake attack attacks shooting bombing massacre protest protests riot riots
    storm hurricane typhoon cyclone flood floods flooding wildfire wildfires crash accident disaster tournament championship
    championships cup festival summit conference ceremony outbreak pandemic epidemic crisis coup scandal trial murder
    killing assassination strike race season match campaign offensive siege invasion uprising incident case
    explosion fire collapse `,
  deal: 'treaty agreement accord accords pact convention ceasefire truce protocol',
  law: 'act law bill statute regulation constitution decree ',
  policy: 'policy programme program initiative strategy',
  work: `
    film movie album song single novel book series game painting play opera musical documentary sitcom miniseries show
    sculpture `,
  office: 'office post position minister secretary ambassador judge commissioner',
  concept: `
    award prize disease language religion genre weapon aircraft missile ship vehicle software drug vaccine virus
    currency holiday sport algorithm `,
};

const KIND_OF_CLASS = new Map(
  Object.entries(CLASSES).flatMap(([kind, all]) => [...all].map((key) => [key, kind as Kind])),
);
const KIND_OF_NOUN = new Map(
  Object.entries(NOUNS).flatMap(([kind, nouns]) =>
    nouns
      .trim()
      .split(/\s+/)
      .map((noun) => [noun, kind as Kind]),
  ),
);

export const isNoEntity = (item: Item): boolean => itemsOf(item, 'P31').some((key) => NO_ENTITY.has(key));

/** By its classes; of those that the table does not have by their labels; else by the description. */
export function kindOf(item: Item, labels: ReadonlyMap<EntityKey, Label>): Kind | null {
  const classes = itemsOf(item, 'P31');
  const known = classes.flatMap((key) => KIND_OF_CLASS.get(key) ?? []);
  if (known.includes('person')) return 'person';
  const named = classes.flatMap((key) => kindOfWords(labels.get(key)?.label ?? '') ?? []);
  return known[0] ?? named[0] ?? kindOfWords(item.description);
}

/** Classes of which only the label says what they are. */
export const unknownClasses = (item: Item): readonly EntityKey[] => {
  const classes = itemsOf(item, 'P31');
  return classes.some((key) => KIND_OF_CLASS.has(key)) ? [] : classes;
};

/** What a noun says, or the head of a description; null where it says nothing. */
export function kindOfWords(description: string): Kind | null {
  const lead = leadOf(description);
  const last = lead.at(-1) ?? '';
  // "A football club and charity": the words behind the "and" are half of it.
  return kindOfNoun(last) ?? kindOfNoun(lead[lead.indexOf('and') - 1]);
}

/** Of a role: "the drone maker" is a company. */
export const kindOfRole = (role: string): Kind | null => kindOfNoun(wordsOf(role).at(-1));

const kindOfNoun = (noun = ''): Kind | null => KIND_OF_NOUN.get(noun) ?? (noun.endsWith('maker') ? 'company' : null);

/** Bodies that are houses as well: a story is at a hospital, and the hospital says something. */
const HOUSES: ReadonlySet<string> = new Set(
  'hospital museum school university college church library court prison theatre theater'.split(' '),
);

export function isHouse(item: Item): boolean {
  const words = [...leadOf(item.description), ...wordsOf(item.label)];
  return words.some((word) => HOUSES.has(word));
}

function keys(numbers: string): ReadonlySet<EntityKey> {
  return new Set(
    numbers
      .trim()
      .split(/\s+/)
      .map((number) => `q${number}`),
  );
}
