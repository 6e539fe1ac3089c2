/**
 * Which of the drafts are in the pack: what is wanted whether known or not, then what is best known, up to a number. What
 * the hand-written tables hold stays theirs.
 */

import type { Kind } from '../../../lib/facts';
import type { PackSource } from '../../../lib/pack';
import type { Countries } from './countries';
import type { Draft } from './draft';
import { LEAST_FAME, WANTED } from './fame';
import { heldByHand } from './held-by-hand';
import type { KnownTitles } from './known-titles';
import { type ImportedName, namesOf } from './names';
import type { IsOwnName } from './own-names';
import { groundOf } from './read-ground';

export interface Chosen {
  readonly draft: Draft;
  readonly names: readonly ImportedName[];
}

export interface Choice {
  readonly chosen: readonly Chosen[];
  readonly byHand: number;
  /** Left out since no text can name them safely. */
  readonly unnamed: number;
}

/**
 * The files are full of people, of whom most are in the news once; a place or a company is in it for good, and an airline, a
 * museum or a film that fifty languages have an article of goes before whoever stands in one list alone.
 */
const RARER: Partial<Record<Kind, number>> = {
  company: 18,
  team: 12,
  place: 12,
  media: 12,
  event: 6,
  group: 3,
  concept: 12,
  work: 12,
};
/** Lists of all towns and of all papers: there are as many of them as of people. */
const LISTED_WHOLE: Readonly<Record<string, number>> = { 'wikidata-places-2022': 8, 'us-newspapers-2025': 6 };

const rarity = ({ kind, sources }: Draft): number => {
  const whole = sources.map((source) => LISTED_WHOLE[source]).find((points) => points !== undefined);
  return whole ?? RARER[kind] ?? 0;
};

export function chooseEntities(
  drafts: readonly Draft[],
  byHand: Pick<PackSource, 'entities' | 'forms'>,
  known: KnownTitles,
  common: ReadonlySet<string>,
  countries: Countries,
  isOwn: IsOwnName,
  most: number,
): Choice {
  const held = heldByHand(byHand);
  const free = drafts.filter((draft) => !held(draft));
  const ground = groundOf(free, byHand, known, common, countries, isOwn);
  const rank = (draft: Draft): number =>
    draft.fame + (draft.wanted && !isObscure(draft, known) ? WANTED : 0) + rarity(draft);
  const ranked = free
    .filter(({ fame, wanted }) => wanted || fame >= LEAST_FAME)
    .toSorted(
      (one, other) =>
        rank(other) - rank(one) ||
        // Of equals the one that has an article, not the first of the alphabet.
        Number(other.title !== null) - Number(one.title !== null) ||
        (one.name < other.name ? -1 : one.name > other.name ? 1 : 0) ||
        (one.key < other.key ? -1 : 1),
    );
  const chosen: Chosen[] = [];
  let unnamed = 0;
  for (const draft of ranked) {
    if (chosen.length >= most) break;
    const names = namesOf(draft, ground);
    if (names) chosen.push({ draft, names });
    else unnamed++;
  }
  const keys = new Set([...byHand.entities.map(({ key }) => key), ...chosen.map(({ draft }) => draft.key)]);
  // A region that was not chosen is nobody's company.
  const kept = chosen.flatMap(({ draft, names }) => {
    const sure = names.map((name) => {
      const company = name.company.filter((one) => keys.has(one));
      return name.use !== 'name' && name.company.length > 0 && company.length === 0
        ? { ...name, use: 'short' as const, company }
        : { ...name, company };
    });
    return sure.some(({ use }) => use !== 'short') ? [{ draft, names: sure }] : [];
  });
  return { chosen: kept, byHand: drafts.length - free.length, unnamed: unnamed + chosen.length - kept.length };
}

/** Experts of English news are at home in these lands. */
const ENGLISH = new Set([
  'United States',
  'United Kingdom',
  'England',
  'Scotland',
  'Wales',
  'Northern Ireland',
  'Ireland',
  'Canada',
  'Australia',
  'New Zealand',
  'India',
]);
const LEARNED = new Set([
  'university',
  'university or college',
  'educational institution',
  'school',
  'research institute',
  'non-profit organisation',
]);

/** The university of a town or a land, the institute of a nation. */
const OF_A_TOWN =
  /^University of (?:the )?\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)?$|^\p{Lu}[\p{L}'’-]+ University$|^(?:National|International) /u;

/** Of schools and institutes elsewhere the register holds every one: which of them is known other files and lists of articles say. */
const isObscure = ({ sources, what, country, title, name }: Draft, known: KnownTitles): boolean =>
  sources.every((one) => one === 'ror-2026') &&
  LEARNED.has(what ?? '') &&
  !OF_A_TOWN.test(name) &&
  !ENGLISH.has(country?.name ?? '') &&
  known.fame(title ?? name) === 0;
