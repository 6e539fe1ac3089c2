/** What is known of all names together, and by which each of them is judged. */
import type { Kind } from '../../../lib/facts';
import type { Countries } from './countries';
import type { KnownTitles } from './known-titles';
import type { IsOwnName } from './own-names';

/** Something of the hand-written tables; its country by key, where they say so. */
export interface Taker {
  readonly kind: Kind;
  readonly country: string | null;
}

export interface NameGround {
  /** Words in small letters. */
  readonly common: ReadonlySet<string>;
  /** Folded given names, and surnames of several. */
  readonly personal: ReadonlySet<string>;
  /** Folded forms of the hand-written tables that stand for something by themselves or with company, and for what. */
  readonly taken: ReadonlyMap<string, readonly Taker[]>;
  /** Folded names of articles that one of the chosen has. */
  readonly articles: ReadonlySet<string>;
  /** Folded acronyms that several of the chosen have. */
  readonly shared: ReadonlySet<string>;
  /** Folded names of places. */
  readonly places: ReadonlySet<string>;
  /** Folded names of countries and of states: far better known than a town called so. */
  readonly lands: ReadonlySet<string>;
  /** Folded names of people who may be chosen, and of how many each is. */
  readonly people: ReadonlyMap<string, number>;
  /** Folded names of all people of the files, chosen or not, and of how many each is. */
  readonly everybody: ReadonlyMap<string, number>;
  /** How many places have a folded name. */
  readonly placesOf: ReadonlyMap<string, number>;
  /** How many people may be called so who stand in lists with a longer given name: "dan pfeiffer". */
  readonly bearers: ReadonlyMap<string, number>;
  /** How many people have a folded given name, or a surname. */
  readonly givenOf: ReadonlyMap<string, number>;
  readonly surnamesOf: ReadonlyMap<string, number>;
  /** How many papers, stations and sites have a folded name. */
  readonly mediaOf: ReadonlyMap<string, number>;
  /** How many events have a folded name. */
  readonly eventsOf: ReadonlyMap<string, number>;
  /** Of each folded name that several have, the fame of the second best known; without end where they are of several kinds. */
  readonly rivals: ReadonlyMap<string, number>;
  /** Folded given names, also those of a few. */
  readonly given: ReadonlySet<string>;
  /** Folded names of well-known companies. */
  readonly makers: ReadonlySet<string>;
  readonly countries: Countries;
  /** Keys of regions, and of the best known towns, by folded name and key of their country. */
  readonly regions: ReadonlyMap<string, string>;
  readonly towns: ReadonlyMap<string, string>;
  readonly known: KnownTitles;
  readonly isOwn: IsOwnName;
  /** Keys of the United Nations and the European Union, where the tables hold them. */
  readonly listers: readonly string[];
  /** Keys of the championships of nations in football and of who holds them, where the tables hold them. */
  readonly footballs: readonly string[];
}
