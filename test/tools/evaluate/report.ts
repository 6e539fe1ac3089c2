/** The figures as lines for a terminal. */
import { type Band, calibrationError } from './reliability';
import { type Counts, precision, recall, type Tally } from './tally';

/** Of our own stories every label is held, and every name is asked as one. */
export function reportTally(tally: Tally): string[] {
  const { open, inPack, names, labels, held, named, mentions } = tally;
  if (held === labels) {
    const unlabelled = `; ${mentions.nothing} of a larger pack on words without a label`;
    return [`  ${figures(inPack)}${mentions.nothing > 0 ? unlabelled : ''}`];
  }
  return [
    `  open     ${figures(open)}`,
    `  in-pack  ${figures(inPack)}`,
    `  in-pack, names that are no part of a longer name: R ${share(recall(names))}  (${names.right} right, ${names.missed} missed)`,
    `  coverage ${share(held / Math.max(labels, 1))} of ${labels} labels, ${share(named.held / Math.max(named.labels, 1))} of ${named.labels} names that are no part of a longer one`,
    `  marks on entities that the packs lack: ${mentions.other}; on words without a label: ${mentions.nothing}; of entities that only borrow the article: ${mentions.borrowed}`,
  ];
}

export const reportReliability = (bands: readonly Band[]): string[] => [
  '  confidence   mentions   right          mean said',
  ...bands.map(
    ({ from, to, mentions, right, meanConfidence }) =>
      `  ${from.toFixed(2)}–${to.toFixed(2)}   ${String(mentions).padStart(8)}   ${String(right).padStart(5)} ${share(right / mentions)}   ${share(meanConfidence)}`,
  ),
  `  expected calibration error ${(calibrationError(bands) * 100).toFixed(1)} points`,
];

export function figures(counts: Counts): string {
  const [p, r] = [precision(counts), recall(counts)];
  const f1 = (2 * p * r) / Math.max(p + r, Number.EPSILON);
  const { right, wrong, missed } = counts;
  return `P ${share(p)}  R ${share(r)}  F1 ${share(f1)}  (${right} right, ${wrong} wrong, ${missed} missed)`;
}

const share = (part: number): string => `${(part * 100).toFixed(1).padStart(5)} %`;
