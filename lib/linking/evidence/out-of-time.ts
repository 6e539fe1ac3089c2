import type { Day } from '../../time';
import type { About, Candidate, SceneClue } from '../around/clue';
import { hasCommonName } from '../around/common-name';
import { isLongDead } from '../known/long-dead';
import type { Option, Ref, Shelf } from '../known/shelf';
import type { Reading } from '../read/reading';

/** Lesser-known people are in the news only for a reason that the story gives. */
const WIDELY_KNOWN = 30;
/** With a common name it takes more to be the one who is meant. */
const KNOWN_TO_ALL = 70;

/** "Andrew Johnson said on Monday", a century and a half after the death of the known one. */
export const outOfTime: SceneClue = {
  name: 'outOfTime',
  speaks: 'against',
  ofRelatedOnly: true,
  only: { kinds: ['person'], via: ['form'] },
  belief: -6,
  may: ({ option, kind, single, story: { day, shelf } }) =>
    kind === 'person' && (!single || isUnknownByOneName(option, shelf)) && isLongDead(option.ref, day, shelf),
  value(candidate, scene) {
    if (outOfTime.may?.(candidate) !== true) return 0;
    const { option, around, story } = candidate;
    if (toldAsDead(candidate) || hasYearOf(option.ref, story.shelf, story.readings)) return 0;
    if (around.speaks || hasSomething(candidate)) return 1;
    const { prominence } = story.shelf.entity(option.ref);
    const isKnown = prominence >= KNOWN_TO_ALL || (prominence >= WIDELY_KNOWN && !hasCommonName(candidate));
    return isKnown || scene.relatedTo(option.ref) > 0 ? 0 : 1;
  },
};

/** "Pfizer and Eisai": few know the monk, whose whole name is one word. */
const isUnknownByOneName = ({ ref, use }: Option, shelf: Shelf): boolean =>
  use === 'name' && shelf.entity(ref).prominence < WIDELY_KNOWN;

/** "The late Colin Powell", "as Colin Powell said". */
function toldAsDead({ span, story: { readings } }: Candidate): boolean {
  const reading = readings[span.at];
  const before = reading?.words[span.first - 1]?.folded ?? '';
  return reading?.language.persons.remembered.has(before) === true;
}

/** "Andrew Johnson, whose truck brought the box": the dead own nothing. */
function hasSomething({ span, story: { readings } }: Candidate): boolean {
  const reading = readings[span.at];
  return reading?.language.persons.has.test(reading.block.text.slice(span.end, span.end + LONGEST_CLAUSE)) === true;
}
const LONGEST_CLAUSE = 12;

/** A story about the past mentions its years. */
function hasYearOf(person: Ref, shelf: Shelf, readings: readonly Reading[]): boolean {
  const { begins, ends } = shelf.life(person);
  const from = begins === null ? 0 : yearOf(begins);
  const to = ends === null ? from + LONG_LIFE : yearOf(ends);
  return readings.some((reading) => yearsIn(reading).some((year) => from <= year && year <= to));
}

const LONG_LIFE = 90;
const YEAR = /(?<![\p{L}\d.,$£€])1\d{3}(?![\d,.]\d|%)/gu;
const known = new WeakMap<Reading, readonly number[]>();

function yearsIn(reading: Reading): readonly number[] {
  const before = known.get(reading);
  if (before) return before;
  const years = Array.from(reading.block.text.matchAll(YEAR), ([year]) => Number(year));
  known.set(reading, years);
  return years;
}

const yearOf = (day: Day): number => Number.parseInt(day, 10);

export const about: About = {
  when: 'the full name, of one word only for the little known, of a person who was dead for a year, or would be older than anybody: of one who speaks, or of one little known to whom nothing in the story is tied; not where a year of that life stands in the story, or “the late”',
  example: {
    story: ['The governor and two senators saw the bridge shut at noon. “It shook,” said [Colin Powell].'],
    day: '2024-03-12',
    opens: null,
    without: 'colin-powell',
  },
};
