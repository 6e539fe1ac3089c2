/**
 * Month names in the languages of news, as the browser itself knows them, more completely than a table of ours could.
 * Computed on first use: a language costs about a millisecond.
 */

const LANGUAGES = (
  'en de fr es it pt nl pl ru uk tr cs sk sv da nb fi hu ro el bg hr sr sl lt lv et ca gl eu id ms vi sw tl af is sq mk az ' +
  'ar fa ur hi bn ta th ka hy he be kk bs cy ga'
).split(' ');

/** What newspapers print and the browser does not. */
const USUAL: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  en: { sept: 9 },
  de: { jän: 1, jänner: 1, feb: 2, feber: 2, mrz: 3, sept: 9 },
  fr: { fev: 2, juil: 7, sept: 9 },
  es: { set: 9, setiembre: 9, sept: 9 },
  it: { sett: 9 },
  nl: { maa: 3, mrt: 3, sept: 9 },
  ar: {
    يناير: 1,
    فبراير: 2,
    مارس: 3,
    أبريل: 4,
    إبريل: 4,
    مايو: 5,
    يونيو: 6,
    يوليو: 7,
    أغسطس: 8,
    سبتمبر: 9,
    أكتوبر: 10,
    نوفمبر: 11,
    ديسمبر: 12,
  },
};

type Names = ReadonlyMap<string, number | null>;

const fold = (name: string): string =>
  name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\p{M}.'’]/gu, '')
    .replaceAll('ı', 'i')
    .trim();

const byLanguage = new Map<string, Names>();
let anywhere: Names | null = null;

function namesOf(language: string): Names {
  const known = byLanguage.get(language);
  if (known) return known;
  const names = new Map<string, number>();
  for (const style of [
    { month: 'long' },
    { month: 'short' },
    { month: 'long', day: 'numeric' },
    { month: 'short', day: 'numeric' },
  ] as const) {
    const format = new Intl.DateTimeFormat(language, { ...style, timeZone: 'UTC', calendar: 'gregory' });
    for (let month = 1; month <= 12; month++) {
      const name = format.formatToParts(Date.UTC(2023, month - 1, 5)).find(({ type }) => type === 'month')?.value ?? '';
      if (/\p{L}{2}/u.test(name)) names.set(fold(name), month);
    }
  }
  for (const [name, month] of Object.entries(USUAL[language] ?? {})) names.set(fold(name), month);
  byLanguage.set(language, names);
  return names;
}

/** In all languages; null where two of them mean different months by it. */
function namesAnywhere(): Names {
  if (anywhere) return anywhere;
  const all = new Map<string, number | null>();
  for (const language of LANGUAGES) {
    for (const [name, month] of namesOf(language)) all.set(name, (all.get(name) ?? month) === month ? month : null);
  }
  anywhere = all;
  return all;
}

/** The month a word names, preferring the page's language; 0 if none. In its own language three letters are enough. */
export function monthNamed(word: string, language: string): number {
  const name = fold(word);
  if (name.length < 2) return 0;
  const own = LANGUAGES.includes(language) ? namesOf(language) : null;
  const known = own?.get(name) ?? namesOf('en').get(name);
  if (known) return known;
  if (name.length >= 3) {
    for (const names of own ? [own, namesOf('en')] : [namesOf('en')]) {
      const months = new Set([...names].filter(([full]) => full.startsWith(name)).map(([, month]) => month));
      if (months.size === 1) return [...months][0] ?? 0;
    }
  }
  return namesAnywhere().get(name) ?? 0;
}
