import type { Outcome } from './outcome';
import { judgedOf } from './reliability';

/** Precision and recall if only mentions of at least this confidence were made. */
export interface CurvePoint {
  readonly threshold: number;
  readonly precision: number;
  readonly recall: number;
}

/** From the surest mention down to the floor, below which the linker makes none. */
export function thresholdCurve(outcomes: readonly Outcome[]): CurvePoint[] {
  const mentions = judgedOf(outcomes.flatMap((one) => one.mentions)).sort((a, b) => b.confidence - a.confidence);
  const held = outcomes.flatMap((one) => one.labels).filter((label) => label.held);
  const met = held.flatMap(({ confidence }) => confidence ?? []).sort((a, b) => b - a);
  let right = 0;
  let found = 0;
  return mentions.flatMap(({ confidence, verdict }, at): CurvePoint[] => {
    if (verdict === 'right') right += 1;
    if (mentions[at + 1]?.confidence === confidence) return [];
    while (found < met.length && (met[found] ?? 0) >= confidence) found += 1;
    return [{ threshold: confidence, precision: right / (at + 1), recall: found / Math.max(held.length, 1) }];
  });
}
