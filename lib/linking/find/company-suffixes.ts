import type { Shelf } from '../known/shelf';
import type { Reading, Word } from '../read/reading';
import { makeSpan, type Span } from './spans';

/** Only space, a comma or an ampersand may stand between a name and "Inc.". */
const BETWEEN = /^(?:,? | & )$/;

/** "Pfizer Inc", "Mercedes-Benz Group AG": a company's name with its legal form is a name of its own. */
export function withSuffixes(spans: readonly Span[], readings: readonly Reading[], shelf: Shelf): Span[] {
  const longer: Span[] = [];
  for (const span of spans) {
    const reading = readings[span.at];
    const end = reading && suffixBehind(span, reading);
    if (end === undefined) continue;
    // With its legal form a company is named in full, however ordinary the word: "Target Corp."
    const options = span.options
      .filter(({ ref, use }) => use !== 'noun' && shelf.entity(ref).kind === 'company')
      .map((option, _, all) => (all.some(({ use }) => use === 'name') ? option : { ...option, use: 'name' as const }));
    const made = options.length > 0 ? makeSpan(readings, span.at, span.start, end, options) : null;
    if (made) longer.push(made);
  }
  return longer;
}

/** Where the legal form ends; undefined if there is none. */
function suffixBehind(span: Span, { words, block, language }: Reading): number | undefined {
  const { companySuffixes, companyTails } = language.names;
  let at = span.last + 1;
  const next = words[at];
  // Rarely true, so what stands between is checked last.
  if (!next?.capital || !(companySuffixes.has(next.folded) || companyTails.has(next.folded))) return undefined;
  const joined = (at: number): boolean =>
    words[at]?.capital === true && BETWEEN.test(block.text.slice(words[at - 1]?.end, words[at]?.start));
  const isSuffix = (at: number): boolean => {
    const { folded, start, end } = words[at] as Word;
    // "Boeing As It Was": headlines are capitalised throughout.
    const isInitials = /^\p{Lu}+$/u.test(block.text.slice(start, end));
    return companySuffixes.has(folded) && (isInitials || folded === 'co' || folded.length > 2);
  };
  if (joined(at) && companyTails.has(words[at]?.folded ?? '')) at += 1;
  let end: number | undefined;
  for (; joined(at) && isSuffix(at); at++) end = words[at]?.end;
  return end;
}
