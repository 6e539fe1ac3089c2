import { foldText } from '../../text';
import { orderOf, type Span } from '../find/spans';
import type { Ref, Shelf } from '../known/shelf';
import type { Reading } from '../read/reading';
import type { LinkingChoices } from '../types';

interface Stand {
  readonly last: number;
  readonly refs: ReadonlySet<Ref>;
}

/**
 * Has the reader said that these words do not mean it? A refusal of "President Clinton" holds for each part of that
 * phrase, or the card would open again from its last word.
 */
export function openRefusals(
  readings: readonly Reading[],
  refused: LinkingChoices['refused'],
  shelf: Shelf,
): (ref: Ref, span: Span) => boolean {
  const forms = new Map<string, Set<Ref>>();
  for (const [form, keys] of Object.entries(refused)) {
    forms.set(foldText(form), new Set(keys.map((key) => shelf.find(key)).filter((ref) => ref !== null)));
  }
  if (forms.size === 0) return () => false;
  const stands = findStands(readings, forms);
  return (ref, span) => {
    if (forms.get(span.folded)?.has(ref)) return true;
    return (
      stands.size > 0 &&
      stands.get(orderOf(span.at, span.first))?.some(({ last, refs }) => span.last <= last && refs.has(ref)) === true
    );
  };
}

/** For each word of a refused phrase, where the phrase ends. */
function findStands(readings: readonly Reading[], forms: ReadonlyMap<string, ReadonlySet<Ref>>): Map<number, Stand[]> {
  const phrases = new Map<string, Array<{ readonly words: readonly string[]; readonly refs: ReadonlySet<Ref> }>>();
  for (const [form, refs] of forms) {
    const words = form.split(' ');
    const [first = ''] = words;
    if (words.length > 1) phrases.set(first, [...(phrases.get(first) ?? []), { words, refs }]);
  }
  const stands = new Map<number, Stand[]>();
  if (phrases.size === 0) return stands;
  for (const [at, { words }] of readings.entries()) {
    for (const [first, { folded }] of words.entries()) {
      for (const phrase of phrases.get(folded) ?? []) {
        if (!phrase.words.every((word, ahead) => words[first + ahead]?.folded === word)) continue;
        const last = first + phrase.words.length - 1;
        for (let word = first; word <= last; word++) {
          const place = orderOf(at, word);
          stands.set(place, [...(stands.get(place) ?? []), { last, refs: phrase.refs }]);
        }
      }
    }
  }
  return stands;
}
