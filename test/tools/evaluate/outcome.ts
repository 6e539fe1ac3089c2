/** The result of linking one labelled text, before anything is counted. */
export interface Outcome {
  readonly labels: readonly JudgedLabel[];
  readonly mentions: readonly JudgedMention[];
  readonly faults: readonly Fault[];
}

export interface JudgedLabel {
  /** Do the packs hold its entity? */
  readonly held: boolean;
  /** Is it a name, and no part of a longer one? */
  readonly name: boolean;
  /** Of the mention that meets it; null where it is missed. */
  readonly confidence: number | null;
}

export interface JudgedMention {
  readonly confidence: number;
  readonly verdict: Verdict;
}

/**
 * `other`: on words labelled with an entity that the packs do not hold. `nothing`: on words without a label, of which the
 * public sets leave many. `unjudged`: the gold says neither that it is right nor that it is wrong.
 */
export type Verdict = 'right' | 'wrong' | 'other' | 'nothing' | 'borrowed' | 'unjudged';

export interface Fault {
  readonly type: 'missed' | 'wrong' | 'extra';
  readonly around: string;
  readonly gold: string;
  readonly ours: string;
}

export function around(text: string, start: number, end: number): string {
  const before = text.slice(Math.max(0, start - 50), start);
  return `${before}[${text.slice(start, end)}]${text.slice(end, end + 40)}`.replaceAll('\n', ' ');
}
