import type { Span } from '../find/spans';
import type { Candidate, StoryFacts } from './clue';
import { listedWith } from './listed-with';

/**
 * "Ford, GM and Stellantis", "Visa and Mastercard": a company in a list of companies. In a list of two, the other must
 * be nothing but a company.
 */
export function listedWithFirms({ kind, span, story }: Candidate): boolean {
  const reading = story.readings[span.at];
  if (kind !== 'company' || !reading) return false;
  const others = listedWith(span, reading, story.spans);
  if (others.length === 0) return false;
  const firms = others.filter((other) => mayBeFirm(other, story));
  if (others.length === 1) return firms.length === 1 && isFirm(firms[0] as Span, story);
  // One member may be a company that the tables know only a namesake of.
  return firms.length >= Math.max(2, others.length - 1);
}

const mayBeFirm = ({ options }: Span, { shelf }: StoryFacts): boolean =>
  options.some(({ ref }) => shelf.entity(ref).kind === 'company');

const isFirm = ({ options }: Span, { shelf }: StoryFacts): boolean =>
  options.every(({ ref, use }) => use === 'name' && shelf.entity(ref).kind === 'company');
