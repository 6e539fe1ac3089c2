/**
 * Judges the mentions of a public document by ELEVANT's rules: exact span up to word boundaries, unknown entities and
 * optional labels free, nested labels are alternatives. What a label means: `gold-entities.ts`.
 */
import type { Mention } from '../../../lib/linking';
import type { BenchmarkDocument, Label } from './benchmark-documents';
import type { GoldEntities } from './gold-entities';
import type { Range } from './names-in-labels';
import { around, type Fault, type JudgedLabel, type Outcome, type Verdict } from './outcome';

/** `mentions`: with offsets into the whole text. */
export function judgeDocument(document: BenchmarkDocument, mentions: readonly Mention[], gold: GoldEntities): Outcome {
  const { text, labels } = document;
  const wide = ([start, end]: Range): string => toWordBoundary(start, end, text).join();
  const found = new Map<string, Mention>();
  for (const mention of mentions) {
    const span: Range = [mention.start, mention.end];
    for (const place of [span.join(), wide(span)]) if (!found.has(place)) found.set(place, mention);
  }
  const standsOn = ({ start, end, core }: Label): string[] =>
    (core ? [[start, end] as const, core] : [[start, end] as const]).flatMap((span) => [span.join(), wide(span)]);
  const byId = new Map(labels.map((label) => [label.number, label]));
  /** How sure the mention is that meets the label, or the least sure of those that meet its parts; null: not met. */
  const met = (label: Label): number | null => {
    const key = gold.meant(label);
    const own = standsOn(label).find((span) => found.get(span)?.entity === key);
    if (own !== undefined) return found.get(own)?.confidence ?? null;
    const parts = label.children.flatMap((child) => byId.get(child) ?? []).filter((one) => one.known && !one.optional);
    const ofParts = parts.map(met);
    return ofParts.length === 0 || ofParts.includes(null) ? null : Math.min(...(ofParts as number[]));
  };
  const root = (label: Label): Label => {
    const parent = label.parent === null ? undefined : byId.get(label.parent);
    return parent ? root(parent) : label;
  };

  const faults: Fault[] = [];
  const judged: JudgedLabel[] = [];
  for (const label of labels) {
    if (label.parent !== null || label.optional || !label.known) continue;
    const [meant, confidence] = [gold.meant(label), met(label)];
    judged.push({ held: meant !== null, name: label.name, confidence });
    if (confidence !== null || meant === null) continue;
    faults.push({ type: 'missed', around: around(text, label.start, label.end), gold: meant, ours: '' });
  }

  const labelsAt = new Map<string, Label[]>();
  for (const label of labels) {
    for (const span of new Set(standsOn(label))) labelsAt.set(span, [...(labelsAt.get(span) ?? []), label]);
  }
  const [from, to] = document.span;
  const verdictOn = (mention: Mention, here: readonly Label[]): Verdict => {
    if (here.some((label) => gold.meant(label) === mention.entity)) return 'right';
    if (here.some((label) => label.free || met(root(label)) !== null)) return 'unjudged';
    if (here.some((label) => gold.borrowed(label, mention.entity))) return 'borrowed';
    if (here.length === 0 && (mention.start < from || mention.end > to)) return 'unjudged';
    const other = here.find((label) => label.known);
    return other === undefined ? 'nothing' : gold.meant(other) === null ? 'other' : 'wrong';
  };
  const verdicts = mentions.map((mention) => {
    const { start, end, entity, confidence } = mention;
    const here = labelsAt.get(`${start},${end}`) ?? labelsAt.get(wide([start, end])) ?? [];
    const verdict = verdictOn(mention, here);
    if (verdict === 'wrong' || verdict === 'other' || verdict === 'nothing') {
      const type = verdict === 'nothing' ? 'extra' : 'wrong';
      const title = here.find((label) => label.known)?.title ?? '';
      faults.push({ type, around: around(text, start, end), gold: title, ours: entity });
    }
    return { confidence, verdict };
  });
  return { labels: judged, mentions: verdicts, faults };
}

function toWordBoundary(start: number, end: number, text: string): Range {
  const inside = (character: string | undefined): boolean =>
    character !== undefined && /[\p{L}\p{N}'"_]/u.test(character);
  let from = start;
  let to = end;
  while (from > 0 && inside(text[from - 1])) from -= 1;
  while (to < text.length - 1 && inside(text[to])) to += 1;
  return [from, to];
}
