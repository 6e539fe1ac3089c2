import type { JudgedLabel, Outcome, Verdict } from './outcome';

export interface Counts {
  readonly right: number;
  readonly wrong: number;
  readonly missed: number;
}

export interface Tally {
  /** Over all labels: what a reader gets. */
  readonly open: Counts;
  /** Over those whose entity the packs hold: what linking itself is worth. */
  readonly inPack: Counts;
  /** In-pack, over the labels that are names and no part of a longer one; only labels are counted. */
  readonly names: Counts;
  readonly labels: number;
  readonly held: number;
  /** Labels that are names and no part of a longer one, and how many of these the packs hold. */
  readonly named: { readonly labels: number; readonly held: number };
  readonly mentions: Readonly<Record<Verdict, number>>;
}

/** Right and missed are counted in labels, wrong in mentions: a label may ask for several. */
export function tally(outcomes: readonly Outcome[]): Tally {
  const labels = outcomes.flatMap((outcome) => outcome.labels);
  const mentions = { right: 0, wrong: 0, other: 0, nothing: 0, borrowed: 0, unjudged: 0 };
  for (const { verdict } of outcomes.flatMap((outcome) => outcome.mentions)) mentions[verdict] += 1;
  const held = labels.filter((label) => label.held);
  return {
    open: counts(labels, mentions.wrong + mentions.other + mentions.nothing),
    inPack: counts(held, mentions.wrong),
    names: counts(
      held.filter((label) => label.name),
      0,
    ),
    labels: labels.length,
    held: held.length,
    named: { labels: labels.filter(({ name }) => name).length, held: held.filter(({ name }) => name).length },
    mentions,
  };
}

function counts(labels: readonly JudgedLabel[], wrong: number): Counts {
  const right = labels.filter((label) => label.confidence !== null).length;
  return { right, wrong, missed: labels.length - right };
}

export const precision = ({ right, wrong }: Counts): number => right / Math.max(right + wrong, 1);
export const recall = ({ right, missed }: Counts): number => right / Math.max(right + missed, 1);
