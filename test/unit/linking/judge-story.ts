import type { Mention, Story } from '../../../lib/linking';
import type { GoldLabel } from './gold-story';

export interface Judgement {
  readonly asked: number;
  readonly found: number;
  readonly mentions: number;
  /** Asked for and not found. */
  readonly missed: readonly string[];
  /** A card on a labelled name that is not its own, on a trap, or on a name that the tables do not hold. */
  readonly wrong: readonly string[];
  /** A card where no label stands. */
  readonly extra: readonly string[];
}

/** A label is met by a mention of the right entity that overlaps it: what opens under the pointer is what counts. */
export function judge(story: Story, labels: readonly GoldLabel[], mentions: readonly Mention[]): Judgement {
  const missed: string[] = [];
  const wrong: string[] = [];
  const extra: string[] = [];
  let found = 0;
  const show = (block: number, start: number, end: number): string => {
    const text = story.blocks[block]?.text ?? '';
    return `…${text.slice(Math.max(0, start - 40), start)}[${text.slice(start, end)}]${text.slice(end, end + 30)}…`;
  };
  const asked = labels.filter((label) => label.type === 'asked');
  for (const label of asked) {
    const met = mentions.some((mention) => overlap(mention, label) && label.keys.includes(mention.entity));
    if (met) found += 1;
    else missed.push(`${show(label.block, label.start, label.end)} is ${label.keys.join(' or ')}`);
  }
  for (const mention of mentions) {
    const here = labels.filter((label) => overlap(mention, label));
    if (here.some((label) => label.keys.includes(mention.entity))) continue;
    const line = `${show(mention.block, mention.start, mention.end)} is not ${mention.entity} (${mention.confidence.toFixed(2)}, ${mention.evidence.type})`;
    (here.length > 0 ? wrong : extra).push(line);
  }
  return { asked: asked.length, found, mentions: mentions.length, missed, wrong, extra };
}

const overlap = (mention: Mention, label: GoldLabel): boolean =>
  mention.block === label.block && mention.start < label.end && label.start < mention.end;
