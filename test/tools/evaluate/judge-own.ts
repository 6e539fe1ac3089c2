/** Judges mentions of a labelled story of our own: what opens under the pointer counts, and where no label stands no card may. */
import type { Mention, Story } from '../../../lib/linking';
import type { GoldLabel } from '../../unit/linking/gold-story';
import { around, type Fault, type Outcome, type Verdict } from './outcome';

export function judgeOwn(story: Story, labels: readonly GoldLabel[], mentions: readonly Mention[]): Outcome {
  const faults: Fault[] = [];
  const textOf = (block: number): string => story.blocks.find(({ id }) => id === block)?.text ?? '';
  const asked = labels.filter(({ type }) => type === 'asked');
  const judged = asked.map((label) => {
    const met = mentions.find((mention) => overlap(mention, label) && label.keys.includes(mention.entity));
    if (!met) {
      const where = around(textOf(label.block), label.start, label.end);
      faults.push({ type: 'missed', around: where, gold: label.keys.join(' or '), ours: '' });
    }
    return { held: true, name: true, confidence: met?.confidence ?? null };
  });
  const verdicts = mentions.map((mention) => {
    const here = labels.filter((label) => overlap(mention, label));
    const verdict = verdictOn(mention, here);
    if (verdict === 'wrong') {
      const where = around(textOf(mention.block), mention.start, mention.end);
      const gold = here.map(({ type, keys }) => keys.join(' or ') || type).join(', ');
      faults.push({ type: here.length > 0 ? 'wrong' : 'extra', around: where, gold, ours: mention.entity });
    }
    return { confidence: mention.confidence, verdict };
  });
  return { labels: judged, mentions: verdicts, faults };
}

const verdictOn = ({ entity }: Mention, here: readonly GoldLabel[]): Verdict =>
  here.some(({ keys }) => keys.includes(entity)) ? 'right' : 'wrong';

const overlap = (mention: Mention, label: GoldLabel): boolean =>
  mention.block === label.block && mention.start < label.end && label.start < mention.end;
