import { isDigitAt } from './is-digit-at';

/** "23-16", "101–94", "4:2"; ranges of years ("2019-20") have more digits or a leading 0. */
const RESULT = /(?<![\d.,:-])(?:0|[1-9]\d{0,2})[-–:](?:0|[1-9]\d{0,2})(?![\d.,]*\d|[-–:])/g;
/** Quick check: most texts contain nothing like it. */
const MAY_BE_RESULT = /\d[-–:]\d/;
/** "19:08 The agency says", "at 10:15": a time of day. */
const TIMES = /(?<![\d:])(?:[01]?\d|2[0-3]):[0-5]\d(?![\d:])/g;
const TIME_AT_HEAD = /^(?:[01]?\d|2[0-3])[:.][0-5]\d $/;
/** A number right behind a name: "Denver 108, Miami 97". */
const POINTS = /^ (?:0|[1-9]\d{0,2})(?:[-–:]\d{1,3})?(?=$|[\s,;.(])/;
/** The result before the loser's name: "Wales 23-16 Ireland". */
const POINTS_BEFORE = /(?:^|\s)\d{1,3}[-–:]\d{1,3} $/;

/** How many match results the text seems to contain. */
export const countScores = (text: string): number =>
  MAY_BE_RESULT.test(text) ? (text.replace(TIMES, ' ').match(RESULT)?.length ?? 0) : 0;

/** Does a score stand beside these words? */
export const hasScoreBeside = (text: string, start: number, end: number): boolean =>
  (isDigitAt(text, end + 1) && POINTS.test(text.slice(end, end + 9))) ||
  (isDigitAt(text, start - 2) &&
    POINTS_BEFORE.test(text.slice(Math.max(0, start - 9), start)) &&
    !TIME_AT_HEAD.test(text.slice(0, start)));
