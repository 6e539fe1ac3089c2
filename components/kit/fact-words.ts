/** Facts in words: composed from property and value, or the fact's own free words. */
import type { PROPERTIES, Property, PropertyName, Wording } from '../../lib/facts';
import type { MessageKey, Text } from './text';
import { withArticle } from './with-article';

type Names<Shape> = { [N in PropertyName]: (typeof PROPERTIES)[N] extends Shape ? N : never }[PropertyName];
/** Whatever makes a line, but for what free words alone can say. */
type LineName = Exclude<PropertyName, Names<{ readonly line: null }> | Names<{ readonly value: 'words' }>>;
type ToldName = Names<{ readonly told: NonNullable<Property['told']> }>;
/** A post is told by the ties of its office, and `related` by words alone. */
type TieName = Exclude<Names<{ readonly value: 'entity' }>, Names<{ readonly way: 'no-tie' }> | 'office' | 'related'>;
/** A property that needs words and has none does not compile; one that needs none has none. */
type Words<Needed extends PropertyName, Word> = Readonly<Record<Needed, Word>> &
  Readonly<Partial<Record<Exclude<PropertyName, Needed>, never>>>;

/** A line's words if it has none of its own. `$1` is the name or the number; properties without a line have none. */
const LINES: Words<LineName, MessageKey> = {
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
  'founded-by': 'fact_founded_by',
  'owned-by': 'fact_owned_by',
  'founded-in': 'fact_founded_in',
  launched: 'fact_launched',
  'first-broadcast': 'fact_first_broadcast',
  opened: 'fact_opened',
  closed: 'fact_closed',
  dissolved: 'fact_dissolved',
  'split-from': 'fact_split_from',
  announced: 'fact_announced',
  adopted: 'fact_adopted',
  agreed: 'fact_agreed',
  published: 'fact_published',
  'signed-in': 'fact_signed_in',
  'signed-into-law': 'fact_signed_into_law',
  'held-in': 'fact_held_in',
  'given-to': 'fact_given_to',
  joined: 'fact_joined',
  left: 'fact_left',
  rejoined: 'fact_rejoined',
  'suspended-from': 'fact_suspended_from',
  'captured-by': 'fact_captured_by',
  'controlled-by': 'fact_controlled_by',
  'detained-in': 'fact_detained_in',
  elected: 'fact_elected',
  're-elected': 'fact_re_elected',
  'in-office': 'fact_in_office',
  'in-government': 'fact_in_government',
  'in-opposition': 'fact_in_opposition',
  majority: 'fact_majority',
  members: 'fact_members',
  'in-ranks': 'fact_in_ranks',
  'deaths-about': 'fact_deaths_about',
};

/** The same on the card of the entity the fact names. */
const TOLD: Words<ToldName, MessageKey> = {
  joined: 'fact_told_joined',
  left: 'fact_told_left',
  rejoined: 'fact_told_rejoined',
  'suspended-from': 'fact_told_suspended_from',
  'captured-by': 'fact_told_captured_by',
};

/** What the other entity is to the card's own: for its own facts, and for those told from the other side. */
const TIES: Words<TieName, readonly [own: MessageKey, told: MessageKey]> = {
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
  'founded-in': ['tie_founded_in', 'tie_told_founded_in'],
  'split-from': ['tie_split_from', 'tie_told_split_from'],
  'signed-in': ['tie_signed_in', 'tie_told_signed_in'],
  'signed-into-law': ['tie_signed_into_law', 'tie_told_signed_into_law'],
  'held-in': ['tie_held_in', 'tie_told_held_in'],
  'controlled-by': ['tie_controlled_by', 'tie_told_controlled_by'],
  'detained-in': ['tie_detained_in', 'tie_told_detained_in'],
  'fought-in': ['tie_fought_in', 'tie_told_fought_in'],
  began: ['tie_began', 'tie_told_began'],
  'attacked-in': ['tie_attacked_in', 'tie_told_attacked_in'],
  'defeated-in': ['tie_defeated_in', 'tie_told_defeated_in'],
  won: ['tie_won', 'tie_told_won'],
  lost: ['tie_lost', 'tie_told_lost'],
  'carried-out': ['tie_carried_out', 'tie_told_carried_out'],
  ordered: ['tie_ordered', 'tie_told_ordered'],
  'led-by': ['tie_led_by', 'tie_told_led_by'],
  negotiated: ['tie_negotiated', 'tie_told_negotiated'],
  'took-part-in': ['tie_took_part_in', 'tie_told_took_part_in'],
  target: ['tie_target', 'tie_told_target'],
  'led-to': ['tie_led_to', 'tie_told_led_to'],
  'followed-by': ['tie_followed_by', 'tie_told_followed_by'],
  settled: ['tie_settled', 'tie_told_settled'],
  'happened-in': ['tie_happened_in', 'tie_told_happened_in'],
  'organised-by': ['tie_organised_by', 'tie_told_organised_by'],
  'made-by': ['tie_made_by', 'tie_told_made_by'],
  'funded-by': ['tie_funded_by', 'tie_told_funded_by'],
  'supported-by': ['tie_supported_by', 'tie_told_supported_by'],
  enemy: ['tie_enemy', 'tie_told_enemy'],
  rival: ['tie_rival', 'tie_told_rival'],
  'branch-of': ['tie_branch_of', 'tie_told_branch_of'],
  'forces-of': ['tie_forces_of', 'tie_told_forces_of'],
  'agency-of': ['tie_agency_of', 'tie_told_agency_of'],
  represents: ['tie_represents', 'tie_told_represents'],
  'hosted-by': ['tie_hosted_by', 'tie_told_hosted_by'],
  'rebels-against': ['tie_rebels_against', 'tie_told_rebels_against'],
};

/** Here the name is a title or stands alone: no article. */
const STANDS_ALONE: ReadonlySet<PropertyName> = new Set([
  'office', 'elected', 're-elected', 'award', 'terrorist-to', 'sanctioned-by', 'wanted-by', 'majority',
]); // biome-ignore format: one list

const inSentence = (text: Text, name: string | null): string =>
  name !== null && text.locale.startsWith('en') ? withArticle(name) : (name ?? '');

/** A line of a card, without its time. */
export function lineWords(text: Text, { property, side, words, name, amount }: Wording): string {
  if (side === 'told') {
    const told = TOLD[property];
    if (told !== undefined && words === null) return capital(text.t(told, inSentence(text, name)));
    const isHead = property === 'heads' || property === 'second-in';
    if (isHead && words !== null && name !== null) return text.t('fact_head', capital(words), name);
    return name ?? words ?? ''; // the holder of the card's office
  }
  const key = LINES[property];
  if (words !== null || key === undefined) return words ?? name ?? '';
  if (amount !== null) return text.t(key, large(text, amount));
  return text.t(key, STANDS_ALONE.has(property) ? (name ?? '') : inSentence(text, name));
}

/** Printed after the other entity's name. */
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
