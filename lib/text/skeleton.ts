import { createWordScan } from './word-scan';

const scan = createWordScan();

/** Fewer consonants in a whole name say too little: "Assad" and "Saud" would be equal. */
const FEWEST_CONSONANTS = 3;

/** Articles of Arabic names; forms assimilated to the next letter only before a hyphen. */
const ARTICLES = new Set(['al', 'el', 'ul']);
const ASSIMILATED_ARTICLES = new Set([
  'ad',
  'an',
  'ar',
  'as',
  'ash',
  'at',
  'az',
  'ed',
  'er',
  'es',
  'esh',
  'ez',
  'ol',
  'il',
]);

/** Spellings of one sound, longest first: what transliterators disagree on. */
const SOUNDS: ReadonlyArray<readonly [RegExp, string]> = [
  [/tsch|sch|tch|tsh|sh|ch|cz/g, 'x'],
  [/dzh|dj|zh/g, 'j'],
  [/kh/g, 'h'],
  [/gh/g, 'g'],
  [/ph/g, 'f'],
  [/dh/g, 'd'],
  [/th/g, 't'],
  [/ck|[cgq]/g, 'k'],
  [/w/g, 'v'],
];

const VOWELS = 'aeiouy';

/** Each of the spellings contains one of these. */
const QUARRELLED = /[cghjqw]/;

/**
 * The transliteration skeleton of a name: what is left without vowels, doubled letters, articles and the usual
 * disagreements between transliterators (q/k/g, kh/h, w/v, ph/f, y/i …). Equal skeletons make candidates, never proof.
 * Null if too little is left.
 */
export function skeleton(name: string): string | null {
  const parts: string[] = [];
  let consonants = 0;
  for (let from = 0; scan.next(name, from); from = scan.resume) {
    const word = scan.folded(name);
    const hyphened = /[-‐‑–]/.test(name[scan.end] ?? '');
    if (ARTICLES.has(word) || (hyphened && ASSIMILATED_ARTICLES.has(word))) continue;
    const bones = bonesOf(word);
    consonants += bones.startsWith('a') ? bones.length - 1 : bones.length;
    if (bones !== '' && bones !== 'a') parts.push(bones);
  }
  return consonants < FEWEST_CONSONANTS ? null : parts.join(' ');
}

/** The skeleton of one word in Latin letters. An initial vowel is kept as `a`, since "Iran" is not "Ran". */
function bonesOf(word: string): string {
  if (!/^[a-z]+$/.test(word)) return word;
  let sounds = word;
  if (QUARRELLED.test(word)) for (const [spelling, sound] of SOUNDS) sounds = sounds.replace(spelling, sound);
  let bones = VOWELS.includes(sounds[0] ?? '') ? 'a' : '';
  // "Hezbollah", "Hezbolla".
  const end = sounds.length > 1 && sounds.endsWith('h') ? sounds.length - 1 : sounds.length;
  let last = '';
  for (let at = 0; at < end; at++) {
    const sound = sounds[at]!;
    if (VOWELS.includes(sound) || sound === last) continue;
    bones += sound;
    last = sound;
  }
  return bones;
}
