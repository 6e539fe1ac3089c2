/**
 * Lists of titles that help to choose and are in no table: articles much read, articles that there were, people of
 * Pantheon 1. Their licences let nothing more be taken.
 */
import * as v from 'valibot';
import { foldText } from '../../../lib/text';
import type { Desk } from './desk';
import { maybeText, text } from './read-cells';

export interface KnownTitles {
  /** Points of fame of an article. */
  fame(title: string): number;
  /**
   * Is it, by a list that holds single people alone, one of them, or is it made of a given name of many and a surname of some?
   * `loose`: among people of whom hardly any is a band or a hero it is enough that the surname is no word.
   */
  isPerson(title: string, loose?: boolean): boolean;
  /** Does music that was in the charts, or an album, go by that name, whoever or how many they are? */
  isAct(name: string): boolean;
  /** Is somebody else known by that name, who was born in quite another year? */
  isAnothers(name: string, born: number): boolean;
  /** Articles that have the same name with brackets or a place behind it: "Austin (name)", "Austin, Minnesota". */
  namesakes(name: string): number;
  /** What stands in the brackets of those articles, in small letters. */
  bracketsOf(name: string): readonly string[];
}

const POPULAR = 'popular-titles-lc.txt.gz';
const ONCE = 'yago-titles-2014.txt.gz';
const PEOPLE = 'pantheon1.ndjson.gz';
const SONGS = 'films-songs-2026.ndjson.gz';
const ALBUMS = 'wikidata-notable-rows-2026.ndjson.gz';

/** "Alice in Chains" is no Alice. */
const SMALL_WORD = / (?:in|and|of|the|for|on|at) /;
/** Sources differ by fewer years on one birth. */
const SURELY_ANOTHER = 10;
/** As many people have a given name at least that is one. */
const GIVEN_TO = 4;
const SURNAME_OF = 2;

export function readKnownTitles(desk: Desk, people: readonly string[], common: ReadonlySet<string>): KnownTitles {
  const popular = new Set(lines(desk.text(POPULAR)));
  const once = lines(desk.text(ONCE));
  const onceSet = new Set(once.map((one) => one.toLowerCase()));
  const famous = new Set<string>();
  const births = new Map<string, number>();
  for (const { value } of desk.rows(PEOPLE, v.object({ name: text, birthyear: maybeText }))) {
    famous.add(value.name.toLowerCase());
    if (/^\d{3,4}$/.test(value.birthyear ?? '')) births.set(foldText(value.name), Number(value.birthyear));
  }
  const acts = new Set<string>();
  const artist = v.optional(v.nullable(v.string()), null);
  for (const { value } of desk.rows(SONGS, v.object({ artist }))) acts.add(foldText(value.artist ?? ''));
  for (const { value } of desk.rows(ALBUMS, v.object({ facts: v.optional(v.object({ artist }), { artist: null }) })))
    acts.add(foldText(value.facts.artist ?? ''));
  const given = new Map<string, number>();
  const surnames = new Map<string, number>();
  const count = (map: Map<string, number>, word: string): Map<string, number> =>
    map.set(word, (map.get(word) ?? 0) + 1);
  for (const name of people) {
    const words = name.toLowerCase().split(' ');
    count(given, words[0] ?? '');
    count(surnames, words.at(-1) ?? '');
  }
  const counts = new Map<string, number>();
  const brackets = new Map<string, string[]>();
  for (const title of new Set([...popular, ...onceSet])) {
    const bare = title.replace(/ \(.*\)$|, .*$/, '');
    if (bare === title) continue;
    const folded = foldText(bare);
    counts.set(folded, (counts.get(folded) ?? 0) + 1);
    const said = / \(([^()]+)\)$/.exec(title)?.[1];
    if (said !== undefined) brackets.set(folded, [...(brackets.get(folded) ?? []), said]);
  }
  return {
    fame(title) {
      const small = title.toLowerCase();
      return (popular.has(small) ? 26 : 0) + (famous.has(small) ? 14 : 0) + (onceSet.has(small) ? 5 : 0);
    },
    isPerson(title, loose = false) {
      const bare = title.replace(/ \(.*\)$/, '').toLowerCase();
      const [first = '', ...rest] = bare.split(' ');
      // "Joy Division" begins like a person, and nobody is called Division.
      const surname = rest.at(-1) ?? '';
      const isSurname = (surnames.get(surname) ?? 0) >= SURNAME_OF || (loose && !common.has(surname));
      const isCalledSo = (given.get(first) ?? 0) >= GIVEN_TO && isSurname;
      return famous.has(bare) || (rest.length > 0 && !SMALL_WORD.test(bare) && isCalledSo);
    },
    isAct: (name) => acts.has(foldText(name)),
    isAnothers: (name, born) => Math.abs((births.get(foldText(name)) ?? born) - born) > SURELY_ANOTHER,
    namesakes: (name) => counts.get(foldText(name)) ?? 0,
    bracketsOf: (name) => brackets.get(foldText(name)) ?? [],
  };
}

const lines = (whole: string): string[] =>
  whole
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
