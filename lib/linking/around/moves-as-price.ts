import type { Kind } from '../../facts';
import type { Candidate } from './clue';

const TRADED: ReadonlySet<Kind> = new Set(['concept', 'company']);
/** No clause about a price move is longer: ", which reports next week, closed as much as three and a half percent". */
const MOVE = 120;

/** Does it rise and fall like something traded: "Brent rose 0.8 percent"? */
export function movesAsPrice({ kind, span, story: { readings } }: Candidate): boolean {
  const reading = readings[span.at];
  if (!reading || !TRADED.has(kind)) return false;
  return reading.language.cues.moves.test(reading.block.text.slice(span.end, span.end + MOVE));
}
