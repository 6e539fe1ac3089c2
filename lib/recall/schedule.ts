/**
 * When to ask the reader again, by how well the answer was remembered: FSRS, as in flashcard programs. Whole days only:
 * news readers come back tomorrow, not in ten minutes.
 */
import { type Card, createEmptyCard, fsrs, Rating } from 'ts-fsrs';
import * as v from 'valibot';

export const GRADES = ['no', 'yes', 'easily'] as const;
export type Grade = (typeof GRADES)[number];

export interface Next {
  /** Epoch milliseconds. */
  readonly due: number;
  /** Plain data, for the database. */
  readonly memory: unknown;
  /** Whole days from now. */
  readonly days: number;
}

const RATINGS = { no: Rating.Again, yes: Rating.Good, easily: Rating.Easy } as const;
const scheduler = fsrs({ enable_short_term: false, enable_fuzz: false });

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const moment = v.pipe(v.number(), v.minValue(0));
/** What was stored; if it is invalid, scheduling starts anew. */
const stored = v.object({
  due: moment,
  stability: v.pipe(v.number(), v.minValue(0)),
  difficulty: v.pipe(v.number(), v.minValue(0), v.maxValue(10)),
  elapsed_days: count,
  scheduled_days: count,
  learning_steps: count,
  reps: count,
  lapses: count,
  state: v.picklist([0, 1, 2, 3]),
  last_review: v.optional(moment),
});

/** What each answer would lead to. `memory`: null if never asked; `now`: epoch milliseconds. */
export function scheduled(memory: unknown, now: number): Readonly<Record<Grade, Next>> {
  const card = cardOf(memory, now);
  const next = (grade: Grade): Next => {
    const { card: then } = scheduler.next(card, new Date(now), RATINGS[grade]);
    return { due: then.due.getTime(), memory: memoryOf(then), days: then.scheduled_days };
  };
  return { no: next('no'), yes: next('yes'), easily: next('easily') };
}

function cardOf(memory: unknown, now: number): Card {
  const read = v.safeParse(stored, memory);
  if (!read.success) return createEmptyCard(new Date(now));
  const { due, last_review, ...card } = read.output;
  return {
    ...card,
    due: new Date(due),
    // A clock set back must not turn the past into the future.
    ...(last_review !== undefined && { last_review: new Date(Math.min(last_review, now)) }),
  };
}

const memoryOf = ({ due, last_review, ...card }: Card): unknown => ({
  ...card,
  due: due.getTime(),
  ...(last_review && { last_review: last_review.getTime() }),
});
