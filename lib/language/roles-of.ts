/**
 * Words that say what an unknown name is, by language. Separate from the rest of a language: the lists are long, and
 * only the search for unknown names needs them.
 */
import { roles as german } from './de/roles';
import { roles as english } from './en/roles';
import type { Language } from './language';
import type { RoleWords } from './roles';

const none: ReadonlySet<string> = new Set();

/** For a language without a folder. */
const NO_ROLES: RoleWords = {
  kindOf: () => null,
  isPost: () => false,
  plural: /(?!)/,
  foreign: /(?!)/,
  adjective: /(?!)/,
  contracted: none,
  ranks: none,
  modifiers: none,
  determiners: none,
  impersonal: none,
  relatives: new Map(),
  goesOn: none,
  copulas: none,
  isSuffix: () => true,
  placesOf: none,
  inNames: new Map(),
  owners: none,
  placesBegin: none,
  prefixes: none,
  unended: /^(?!)/,
  aged: /^(?!)/,
  lives: /^(?!)/,
  bodiesToo: none,
  placesToo: none,
  // In Latin script they are the same nearly everywhere.
  degrees: english.degrees,
  wins: /^(?!)/,
  finite: none,
  isDone: () => false,
  heads: none,
  links: none,
  noNames: none,
  asides: /^(?!)/,
  pointers: none,
};

const ROLES: ReadonlyMap<string, RoleWords> = new Map([
  ['en', english],
  ['de', german],
]);

export const rolesOf = ({ tag }: Language): RoleWords => ROLES.get(tag) ?? NO_ROLES;
