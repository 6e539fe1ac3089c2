/**
 * What news calls a thing and no file lists, as it follows from the name: "U.S. military", "Agriculture Department", "BA",
 * "Chrome", "Dan Pfeiffer". Whether it may stand by itself is decided where it is made, for each kind of them.
 */
import { foldText } from '../../../lib/text';
import type { Country } from './countries';
import type { Draft } from './draft';
import { familiarNames } from './familiar-names';
import { withoutLegalForm } from './legal-form';
import type { NameGround } from './name-ground';
import type { ImportedName } from './names';

export interface DerivedName {
  readonly form: string;
  readonly use: ImportedName['use'];
}

export function derivedNames(draft: Draft, ground: NameGround): DerivedName[] {
  const { kind } = draft;
  const found = kind === 'person' ? ofPerson(draft, ground) : kind === 'group' ? ofBody(draft, ground) : [];
  if (kind === 'company' || kind === 'group') found.push(...initials(draft));
  if (kind === 'concept' || kind === 'work') found.push(...product(draft, ground));
  return found.filter(({ form }) => {
    const folded = foldText(form);
    return !ground.taken.has(folded) && !ground.articles.has(folded);
  });
}

const as = (use: DerivedName['use'], forms: readonly string[]): DerivedName[] => forms.map((form) => ({ form, use }));

/** How news shortens the two countries whose name it hardly ever gives in full before a body. */
const SHORTENED: Readonly<Record<string, readonly string[]>> = { 'United States': ['U.S.'], 'United Kingdom': ['UK'] };
const GOVERNMENT = /^(?:Federal )?[Gg]overnment of (?:the )?(.+)$/;
const FORCES = /^(.+) Armed Forces$/;
const DEPARTMENT = /^(?:United States )?Department of (?:the )?(\p{Lu}[\p{L} ]+)$/u;
const FEDERAL =
  /^(?:National|Federal|Bureau of|Defense|Army|Naval|Air Force|Food and|Citizenship and|Fish and|Geological|Forest Service|Secret Service|Census Bureau|Customs and|Immigration and|Drug Enforcement)\b/;
const CAMPUS = /^(University of .+) at (.+)$/;

function ofBody({ name, country, what }: Draft, ground: NameGround): DerivedName[] {
  const of = (written: string | undefined): Country | null => (written ? ground.countries.find(written) : null);
  const shortened = (found: Country | null): readonly string[] => SHORTENED[found?.name ?? ''] ?? [];
  const [ruled, guarded] = [of(GOVERNMENT.exec(name)?.[1]), of(FORCES.exec(name)?.[1])];
  // "The British government" is as often Britain.
  const governing = shortened(ruled).map((one) => `${one} government`);
  const fighting = [...shortened(guarded), ...(guarded?.adjective ? [guarded.adjective] : [])];
  const american = country?.name === 'United States';
  const department = american ? DEPARTMENT.exec(name)?.[1] : undefined;
  const campus = CAMPUS.exec(name);
  // A body of a state or a town says in its name of which; those of the whole begin like this.
  const isPublic = american && what !== 'university' && FEDERAL.test(name);
  return [
    ...as('name', [...governing, ...fighting.flatMap((one) => [`${one} military`, `${one} forces`])]),
    ...as('company', department ? [`${department} Department`] : []),
    ...as('name', campus ? [`${campus[1]} ${campus[2]}`, `${campus[1]}-${campus[2]}`] : []),
    // The country in the name is all the company that it needs.
    ...as('name', isPublic ? [`U.S. ${name}`] : []),
  ];
}

const SMALL_WORD = /^(?:of|the|and|for|in|on|de|&)$/i;
const SHOWN = 40;

/** "British Airways … BA": where a file has the initials they stand for it once it has been named. None are made up. */
function initials({ name, fame, aliases }: Draft): DerivedName[] {
  const words = withoutLegalForm(name)
    .split(/[\s-]+/)
    .filter((word) => !SMALL_WORD.test(word));
  if (fame < SHOWN || words.length < 2 || words.length > 5 || !words.every((word) => /^\p{Lu}\p{Ll}/u.test(word)))
    return [];
  const made = words.map((word) => word[0]).join('');
  return aliases.includes(made) ? as('short', [made]) : [];
}

/** What an aircraft or a weapon is called without its maker and its second name: "F-35", "S-400", "Su-27". */
const DESIGNATION = /^(?:\p{Lu}[\p{L}&.]*[ -]){0,2}?((?:MiG|\p{Lu}\p{Ll}|\p{Lu}{1,3})-\d{1,3}[A-Z]?)((?: .+)?)$/u;
/** "Boeing 737 MAX". */
const NUMBERED = /^(?:Boeing|Airbus|Embraer|Bombardier|McDonnell Douglas) ((?:\p{Lu}{1,2}-?)?\d{3}.*)$/u;
const ARMS = new Set(['aircraft', 'weapon', 'combat vehicle']);
const SHOWN_ARM = 12;

/** "Google Chrome … Chrome". */
function product({ name, what, fame }: Draft, { makers }: NameGround): DerivedName[] {
  const [, letters, second = ''] = (ARMS.has(what ?? '') && fame >= SHOWN_ARM && DESIGNATION.exec(name)) || [];
  if (letters !== undefined)
    return as('name', second === '' ? [letters] : [letters, `${letters}${second}`]).filter(({ form }) => form !== name);
  const number = what === 'aircraft' ? NUMBERED.exec(name)?.[1] : undefined;
  if (number !== undefined) return /\p{L}/u.test(number) ? as('name', [number]) : [];
  const [maker = '', ...rest] = name.split(' ');
  return rest.length === 1 && makers.has(foldText(maker)) && /^\p{Lu}/u.test(rest[0] ?? '') ? as('short', rest) : [];
}

const ENGLISH = new Set(['United States', 'United Kingdom', 'Canada', 'Australia', 'Ireland', 'New Zealand']);
const PEERAGE =
  /, (?:\d+\w\w )?(?:Baron|Baroness|Viscount|Viscountess|Earl|Countess|Marquess|Duke|Duchess|Lord|Lady) .*$/;
const UMLAUTS: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', Ä: 'Ae', Ö: 'Oe', Ü: 'Ue' };

/** Nobody writes of "Dave Ricardo", who died before news had such a tone. */
const FIRST_FAMILIAR = 1900;
const SPELT_OUT = new Set(['Germany', 'Austria', 'Switzerland', 'Liechtenstein']);

/** "Dan Pfeiffer": what somebody is called who stands in a list with the whole given name. */
export function familiarForms(name: string): string[] {
  const [given = '', surname, more] = name.replace(PEERAGE, '').split(' ');
  return surname === undefined || more !== undefined || /^[IVX]+$/.test(surname)
    ? []
    : (familiarNames.get(given) ?? []).map((one) => `${one} ${surname}`);
}

function ofPerson({ name, country, facts }: Draft, { people, bearers }: NameGround): DerivedName[] {
  const bare = name.replace(PEERAGE, '');
  const words = bare.split(' ');
  const forms = bare === name || words.length < 2 ? [] : [bare];
  const born = facts
    .find(({ property }) => property === 'born')
    ?.start?.replace('~', '')
    .slice(0, 4);
  const isModern =
    born === undefined
      ? facts.some(({ property }) => property === 'office' || property === 'role')
      : Number(born) >= FIRST_FAMILIAR;
  const isHolder = facts.some(({ property }) => property === 'office');
  const familiar = isHolder && isModern && country !== null && ENGLISH.has(country.name) ? familiarForms(name) : [];
  // Finns and Turks drop the dots, where they cannot write them.
  const spelt =
    country !== null && SPELT_OUT.has(country.name)
      ? bare.replace(/[äöü]/gi, (letter) => UMLAUTS[letter] ?? letter)
      : bare;
  if (spelt !== bare && words.length > 1) forms.push(spelt);
  const isFree = (form: string): boolean => !people.has(foldText(form)) && (bearers.get(foldText(form)) ?? 1) === 1;
  // No file says that they are called so: of who holds an office news does, and beside the country they are meant.
  const names = [...as('name', forms.filter(isFree)), ...as('company', familiar.filter(isFree))];
  const last = spelt.split(' ').at(-1) ?? '';
  return last === words.at(-1) || words.length < 2 ? names : [...names, ...as('short', [last])];
}
