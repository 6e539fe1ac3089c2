/** Facts in words: composed from property and value, or the free words that the fact brings. */
import type { PropertyName, Wording } from '../../lib/facts';
import type { MessageKey, Text } from './text';

/** What a line says where it brings no words. `$1` is the name or the number; properties without a line have none. */
const LINES: Partial<Readonly<Record<PropertyName, MessageKey>>> = {
  office: 'fact_office',
  born: 'fact_born',
  died: 'fact_died',
  founded: 'fact_founded',
  ended: 'fact_ended',
  signed: 'fact_signed',
  'in-force': 'fact_in_force',
  'under-way': 'fact_under_way',
  'took-place': 'fact_took_place',
  award: 'fact_award',
  'terrorist-to': 'fact_terrorist_to',
  'sanctioned-by': 'fact_sanctioned_by',
  'wanted-by': 'fact_wanted_by',
  population: 'fact_population',
  gdp: 'fact_gdp',
  deaths: 'fact_deaths',
};

/** What the other one is to the entity of the card: of its own facts, and of those that are told from the other side. */
const TIES: Partial<Readonly<Record<PropertyName, readonly [own: MessageKey, told: MessageKey]>>> = {
  heads: ['tie_office_of', 'tie_head_office'],
  'second-in': ['tie_office_of', 'tie_post'],
  'post-in': ['tie_office_of', 'tie_post'],
  'member-of': ['tie_member', 'tie_member'],
  party: ['tie_party', 'tie_member'],
  employer: ['tie_employer', 'tie_employee'],
  'plays-for': ['tie_plays_for', 'tie_player'],
  'served-under': ['tie_served_under', 'tie_served'],
  relative: ['tie_relative', 'tie_relative'],
  citizen: ['tie_citizen', 'tie_citizen'],
  'killed-in': ['tie_killed_in', 'tie_killed'],
  'founded-by': ['tie_founder', 'tie_founder'],
  'replaced-by': ['tie_successor', 'tie_predecessor'],
  'part-of': ['tie_whole', 'tie_part'],
  parent: ['tie_parent', 'tie_part'],
  'owned-by': ['tie_owner', 'tie_owned'],
  'located-in': ['tie_place', 'tie_there'],
  capital: ['tie_capital', 'tie_capital'],
  'signed-by': ['tie_signatory', 'tie_signed'],
  'party-to': ['tie_took_part', 'tie_side'],
  award: ['tie_award', 'tie_winner'],
  'terrorist-to': ['tie_lists_it', 'tie_listed'],
  'sanctioned-by': ['tie_sanctions_it', 'tie_sanctioned'],
  'wanted-by': ['tie_wants_it', 'tie_wanted'],
  ally: ['tie_ally', 'tie_ally'],
  opponent: ['tie_opponent', 'tie_opponent'],
};

/** A line of a card, without its time. */
export function lineWords(text: Text, { property, side, words, name, amount }: Wording): string {
  if (side === 'told') {
    const isHead = property === 'heads' || property === 'second-in';
    if (isHead && words !== null && name !== null) return text.t('fact_head', capital(words), name);
    return name ?? words ?? ''; // who holds the office of the card
  }
  const key = LINES[property];
  if (words !== null || key === undefined) return words ?? name ?? '';
  if (amount !== null) return text.t(key, large(text, amount));
  return text.t(key, name ?? '');
}

/** What stands behind the name of the other entity. */
export function tieWords(text: Text, { property, side, words }: Wording): string {
  const keys = TIES[property];
  if (words !== null || keys === undefined) return words ?? '';
  return text.t(side === 'own' ? keys[0] : keys[1]);
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** "29.2 trillion": nobody reads thirteen digits. */
const large = (text: Text, amount: number): string =>
  new Intl.NumberFormat(text.locale, {
    notation: amount < 1e6 ? 'standard' : 'compact',
    compactDisplay: 'long',
    maximumSignificantDigits: amount < 1e6 ? 6 : 4,
  }).format(amount);
