/**
 * Shared by all benches. What is compared runs in turns in one process, so that a busy machine slows both sides
 * alike; the median leaves out the odd garbage collection.
 */
export interface BenchRow {
  readonly what: string;
  readonly measured: number;
  readonly unit: string;
  readonly limit: number;
  /** Must the measured value be at most or at least the limit? */
  readonly bound: 'at most' | 'at least';
}

export const holds = ({ measured, limit, bound }: BenchRow): boolean =>
  bound === 'at most' ? measured <= limit : measured >= limit;

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
};

/** Results land here, so that no compiler can leave the measured work out. */
export const sink: unknown[] = [];

export function milliseconds(work: () => unknown): number {
  const start = performance.now();
  sink[0] = work();
  return performance.now() - start;
}

/** Of the processor, all threads of this process: other programs on the machine are left out. */
export function processorMilliseconds(work: () => unknown): number {
  const before = process.cpuUsage();
  sink[0] = work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

export interface Times {
  readonly median: number;
  /** What the work costs when nothing else wants the machine. */
  readonly best: number;
}

/** Milliseconds of each work, all run in turns `rounds` times after `warmUp` rounds. */
export function inTurns(
  works: readonly (() => unknown)[],
  rounds: number,
  warmUp = 3,
  clock: (work: () => unknown) => number = milliseconds,
): Times[] {
  for (let round = 0; round < warmUp; round++) for (const work of works) sink[0] = work();
  const times: number[][] = works.map(() => []);
  for (let round = 0; round < rounds; round++) {
    works.forEach((work, index) => {
      times[index]!.push(clock(work));
    });
  }
  return times.map((list) => ({ median: median(list), best: Math.min(...list) }));
}

/** Numbers from 0 to below 1, the same in every run (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}

const number = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toPrecision(3));

export const asMarkdown = (rows: readonly BenchRow[]): string =>
  [
    '| what | measured | limit | ok |',
    '| --- | ---: | ---: | :-: |',
    ...rows.map(
      (row) =>
        `| ${row.what} | ${number(row.measured)} ${row.unit} | ${row.bound} ${row.limit} | ${holds(row) ? 'yes' : '**no**'} |`,
    ),
  ].join('\n');
