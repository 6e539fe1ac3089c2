import type { JudgedMention } from './outcome';

/** Of the mentions said to be so and so sure, how many are right? */
export interface Band {
  readonly from: number;
  readonly to: number;
  readonly mentions: number;
  readonly right: number;
  readonly meanConfidence: number;
}

const BOUNDS = [0, 0.6, 0.7, 0.8, 0.9, 0.95, 1] as const;

/** Bands without a mention are left out. What the gold does not judge says nothing. */
export function reliability(mentions: readonly JudgedMention[]): Band[] {
  const judged = judgedOf(mentions);
  return BOUNDS.slice(1).flatMap((to, at) => {
    const from = BOUNDS[at] ?? 0;
    const here = judged.filter(({ confidence }) => confidence >= from && (confidence < to || to === 1));
    if (here.length === 0) return [];
    const meanConfidence = here.reduce((sum, { confidence }) => sum + confidence, 0) / here.length;
    const right = here.filter(({ verdict }) => verdict === 'right').length;
    return [{ from, to, mentions: here.length, right, meanConfidence }];
  });
}

/** How far what is said lies from what is right, on average over the mentions. */
export function calibrationError(bands: readonly Band[]): number {
  const all = bands.reduce((sum, { mentions }) => sum + mentions, 0);
  const off = bands.reduce(
    (sum, { mentions, right, meanConfidence }) => sum + Math.abs(right - meanConfidence * mentions),
    0,
  );
  return off / Math.max(all, 1);
}

export const judgedOf = (mentions: readonly JudgedMention[]): JudgedMention[] =>
  mentions.filter(({ verdict }) => verdict === 'right' || verdict === 'wrong' || verdict === 'other');
