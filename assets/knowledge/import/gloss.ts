/** What a card says first of an entity, composed from typed facts: "Iranian politician · Minister of Foreign Affairs 2013–2021". */
import type { Draft, DraftFact } from './draft';
import { HIGH_POST } from './sources/politicians';

const LONGEST = 90;

export function glossOf(draft: Draft): string {
  const parts = [lead(draft), tail(draft)].filter((part): part is string => part !== null && part !== '');
  const whole = parts.join(' · ');
  return whole.length <= LONGEST ? whole : (parts[0] ?? '').slice(0, LONGEST);
}

/** "City in Texas, United States", "Italian football club", "Newspaper in the United States". */
function lead({ kind, what, country, region }: Draft): string {
  const thing = what ?? NOUNS[kind] ?? kind;
  // "American football club" is another game.
  const isIn =
    kind === 'place' ||
    kind === 'media' ||
    what === 'university' ||
    what === 'hospital' ||
    /\bfootball club\b/.test(thing);
  if (isIn) {
    const where = [region, country && region !== country.name ? withArticle(country.name) : null]
      .filter(Boolean)
      .join(', ');
    return capital(where ? `${thing} in ${where}` : thing);
  }
  // It has its seat there, and is of many countries.
  if (thing === 'international organisation') return capital(thing);
  const adjective = country?.adjective ?? null;
  return capital(adjective ? `${adjective} ${thing}` : country ? `${thing}, ${country.name}` : thing);
}

/** What is said where no source says more. */
const NOUNS: Readonly<Record<string, string>> = { person: 'person', group: 'organisation', event: 'event' };
const WITH_ARTICLE =
  /^(?:United|Netherlands|Philippines|Bahamas|Maldives|Gambia|Comoros|Seychelles|Czech Republic|Dominican|Central African|Republic|Democratic|Solomon|Marshall)/;
const withArticle = (country: string): string => (WITH_ARTICLE.test(country) ? `the ${country}` : country);
const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

function tail({ kind, facts, remark }: Draft): string | null {
  if (kind !== 'person') return remark;
  const born = facts.find(({ property }) => property === 'born')?.start?.slice(0, 4);
  const offices = facts.filter(({ property }) => property === 'office');
  const best = offices.toSorted((one, other) => weight(other) - weight(one) || (last(other) > last(one) ? 1 : -1))[0];
  return best?.words ? `${best.words} ${years(best)}`.trim() : (remark ?? (born ? `born ${Number(born)}` : null));
}

const weight = ({ words }: DraftFact): number => (HIGH_POST.test(words ?? '') ? 1 : 0);
const last = ({ start, end }: DraftFact): string => end ?? start ?? '';

/** An open end is no "today": the source may be years old. */
function years({ start, end, asOf }: DraftFact): string {
  const [from, to] = [start?.slice(0, 4) ?? null, end?.slice(0, 4) ?? null];
  if (from !== null && to !== null) return from === to ? from : `${from}–${to}`;
  if (from !== null) return `since ${from}, as of ${asOf.slice(0, 4)}`;
  return to === null ? '' : `until ${to}`;
}
