/**
 * Measures linking on labelled news: `npm run eval -- BENCHMARK.jsonl … [--errors] [--out FILE]`.
 *
 * Two figures, always together: `open` counts all labels, `in-pack` only those whose entity the packs hold (what
 * linking itself is worth); `coverage` is the share of labels that they hold. Rules are ELEVANT's: exact span up to
 * word boundaries, unknown entities and optional labels free, nested labels are alternatives. Demonyms and nouns that
 * only point back are no predictions: the reader gets no mark on them.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { cachedPack } from '../../assets/knowledge/cached-pack';
import { linkStory, type Mention } from '../../lib/linking';
import { type EntityRow, openPack } from '../../lib/pack';
import { type BenchmarkDocument, type Label, readBenchmark } from './benchmark-documents';
import { heldBy } from './held-by';
import { readKnowledge } from './read-knowledge';

interface Counts {
  right: number;
  wrong: number;
  missed: number;
}

interface Tally {
  readonly open: Counts;
  readonly inPack: Counts;
  /** Predictions on words labelled with an entity that the packs do not hold, and on words without a label. */
  onOthers: number;
  onNothing: number;
  labels: number;
  held: number;
}

const args = process.argv.slice(2);
const out = args.includes('--out') ? args[args.indexOf('--out') + 1] : undefined;
const files = args.filter((arg) => !arg.startsWith('--') && arg !== out);
if (files.length === 0) {
  console.error('Usage: npm run eval -- BENCHMARK.jsonl … [--errors] [--out PREDICTIONS.jsonl]');
  process.exit(1);
}
const knowledge = readKnowledge();
const rows = new Map(knowledge.entities.map((entity) => [entity.key, entity]));
const pack = openPack((await cachedPack()).bytes);
const predicted: string[] = [];
for (const file of files) report(file, readBenchmark(readFileSync(file, 'utf8')));
if (out) writeFileSync(out, `${predicted.join('\n')}\n`);

function report(file: string, documents: readonly BenchmarkDocument[]): void {
  const held = heldBy(knowledge.entities);
  const none = (): Counts => ({ right: 0, wrong: 0, missed: 0 });
  const tally: Tally = { open: none(), inPack: none(), onOthers: 0, onNothing: 0, labels: 0, held: 0 };
  const start = performance.now();
  const linked = documents.map((document) => link(document));
  const spent = performance.now() - start;
  for (const [at, document] of documents.entries()) {
    const mentions = linked[at] ?? [];
    count(document, mentions, held, tally);
    predicted.push(JSON.stringify(prediction(document, mentions)));
  }
  const characters = documents.reduce((sum, document) => sum + document.text.length, 0);
  console.log(`${basename(file)}: ${documents.length} documents, ${characters} characters, ${spent.toFixed(0)} ms`);
  console.log(`  open     ${figures(tally.open)}`);
  console.log(`  in-pack  ${figures(tally.inPack)}`);
  console.log(`  coverage ${percent(tally.held, tally.labels)} of ${tally.labels} labels`);
  console.log(
    `  marks on entities that the packs lack: ${tally.onOthers}; on words without a label: ${tally.onNothing}`,
  );
}

function link(document: BenchmarkDocument): Mention[] {
  let offset = 0;
  const blocks = document.text.split('\n').map((text, id) => {
    const block = { id, text, role: id === 0 ? ('standfirst' as const) : ('body' as const), offset };
    offset += text.length + 1;
    return block;
  });
  const story = { day: document.day, title: '', blocks, memory: null };
  const { mentions } = linkStory([pack], story, { refused: {}, muted: [], density: 'every' });
  return mentions
    .map((mention) => {
      const shift = blocks[mention.block]?.offset ?? 0;
      return { ...mention, start: mention.start + shift, end: mention.end + shift };
    })
    .filter((mention) => mention.marked && !pointsBack(mention, document.text));
}

function pointsBack({ evidence, start }: Mention, text: string): boolean {
  return evidence.type === 'full-name' && /\p{Ll}/u.test(text[start] ?? '');
}

function count(
  document: BenchmarkDocument,
  mentions: readonly Mention[],
  held: (label: Label) => string | null,
  tally: Tally,
): void {
  const { text, labels } = document;
  const found = new Map<string, string>();
  for (const mention of mentions) {
    for (const span of [[mention.start, mention.end] as const, toWordBoundary(mention.start, mention.end, text)]) {
      if (!found.has(span.join())) found.set(span.join(), mention.entity);
    }
  }
  const at = (label: Label): string | undefined =>
    found.get(`${label.start},${label.end}`) ?? found.get(toWordBoundary(label.start, label.end, text).join());
  const byId = new Map(labels.map((label) => [label.number, label]));
  const parts = (label: Label): Label[] =>
    label.children.flatMap((child) => byId.get(child) ?? []).filter((child) => child.known && !child.optional);
  const satisfied = (label: Label): boolean => {
    const key = held(label);
    if (key !== null && at(label) === key) return true;
    const children = parts(label);
    return children.length > 0 && children.every(satisfied);
  };
  const root = (label: Label): Label => {
    const parent = label.parent === null ? undefined : byId.get(label.parent);
    return parent ? root(parent) : label;
  };

  for (const label of labels) {
    if (label.parent !== null || label.optional || !label.known) continue;
    const right = satisfied(label);
    const inPack = held(label) !== null;
    tally.labels += 1;
    if (inPack) tally.held += 1;
    for (const counts of inPack ? [tally.open, tally.inPack] : [tally.open]) {
      if (right) counts.right += 1;
      else counts.missed += 1;
    }
    if (!right && inPack) error('missed', document, label.start, label.end, held(label) ?? '', '');
  }
  for (const mention of mentions) {
    const [start, end] = toWordBoundary(mention.start, mention.end, text);
    const here = labels.filter((label) => {
      const [from, to] = toWordBoundary(label.start, label.end, text);
      return (label.start === mention.start && label.end === mention.end) || (from === start && to === end);
    });
    if (here.some((label) => held(label) === mention.entity || label.free || satisfied(root(label)))) continue;
    const [from, to] = document.span;
    if (here.length === 0 && (mention.start < from || mention.end > to)) continue;
    tally.open.wrong += 1;
    const other = here.find((label) => label.known);
    if (!other) tally.onNothing += 1;
    else if (held(other) === null) tally.onOthers += 1;
    else tally.inPack.wrong += 1;
    error(other ? 'wrong' : 'extra', document, mention.start, mention.end, other?.title ?? '', mention.entity);
  }
}

function error(
  type: string,
  document: BenchmarkDocument,
  start: number,
  end: number,
  gold: string,
  ours: string,
): void {
  if (!args.includes('--errors')) return;
  const around = `${document.text.slice(Math.max(0, start - 50), start)}[${document.text.slice(start, end)}]${document.text.slice(end, end + 40)}`;
  console.log(`  ${type}\t${around.replaceAll('\n', ' ')}\tgold ${gold}\tours ${ours}`);
}

/** What the scorer of the sets reads: offsets in code points, ids where known, else titles. */
function prediction(document: BenchmarkDocument, mentions: readonly Mention[]): object {
  const points = (offset: number): number => [...document.text.slice(0, offset)].length;
  return {
    id: document.id,
    entity_mentions: mentions.map((mention) => {
      const { wikidata, wikipedia, name } = rows.get(mention.entity) as EntityRow;
      const span = [points(mention.start), points(mention.end)];
      return wikidata ? { span, id: wikidata } : { span, title: wikipedia ?? name };
    }),
  };
}

function toWordBoundary(start: number, end: number, text: string): readonly [number, number] {
  const inside = (character: string | undefined): boolean =>
    character !== undefined && /[\p{L}\p{N}'"_]/u.test(character);
  let from = start;
  let to = end;
  while (from > 0 && inside(text[from - 1])) from -= 1;
  while (to < text.length - 1 && inside(text[to])) to += 1;
  return [from, to];
}

function figures({ right, wrong, missed }: Counts): string {
  const precision = right / Math.max(right + wrong, 1);
  const recall = right / Math.max(right + missed, 1);
  const f1 = (2 * precision * recall) / Math.max(precision + recall, Number.EPSILON);
  const of = (share: number): string => (share * 100).toFixed(1).padStart(5);
  return `P ${of(precision)}  R ${of(recall)}  F1 ${of(f1)}  (${right} right, ${wrong} wrong, ${missed} missed)`;
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / Math.max(whole, 1)).toFixed(1)} %`;
}
