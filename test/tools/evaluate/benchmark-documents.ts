/** Reads the two shapes of labelled documents that the evaluation knows; offsets come out in UTF-16 units. */
import { barePhrase, isName, isPart, nameInPhrase, type Range } from './names-in-labels';

export interface Label {
  readonly number: number;
  readonly start: number;
  readonly end: number;
  /** The name alone, where the label is a longer phrase. A link on either is meant. */
  readonly core: Range | null;
  /** Is it a name, and no part of a longer one? */
  readonly name: boolean;
  readonly id: string;
  readonly title: string;
  /** Has the label an entity at all? */
  readonly known: boolean;
  /** It may be linked, it need not. */
  readonly optional: boolean;
  /** A date or quantity: whatever is linked there does not count. */
  readonly free: boolean;
  readonly parent: number | null;
  readonly children: readonly number[];
}

export interface BenchmarkDocument {
  readonly id: string | number;
  readonly text: string;
  readonly day: string | null;
  /** Outside of it only labelled words count. */
  readonly span: readonly [number, number];
  readonly labels: readonly Label[];
}

type Raw = Readonly<Record<string, unknown>>;

export function readBenchmark(lines: string): BenchmarkDocument[] {
  return lines
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => readDocument(JSON.parse(line) as Raw));
}

function readDocument(raw: Raw): BenchmarkDocument {
  const text = String(raw.text);
  const unitOf = codePointOffsets(text);
  const labels = (raw.labels as readonly Raw[]).map((label, at) => readLabel(label, at, text, unitOf));
  const names = labels.filter(({ name }) => name).map(nameOf);
  const [from, to] = (raw.evaluation_span as [number, number] | undefined) ?? [0, [...text].length];
  return {
    id: raw.id as string | number,
    text,
    day: dayOf(raw),
    span: [unitOf(from), unitOf(to)],
    labels: labels.map((label) => ({ ...label, name: label.name && !isPart(nameOf(label), names) })),
  };
}

function readLabel(label: Raw, number: number, text: string, unitOf: (point: number) => number): Label {
  const [start, end] = placeOf(label, unitOf);
  const phrase = text.slice(start, end);
  const id = String(label.entity_id ?? label.qid ?? '');
  const title = String(label.name ?? label.wiki ?? '').replaceAll('_', ' ');
  const types = String(label.type ?? '').split('|');
  const free = types.some((type) => type === 'DATETIME' || type === 'QUANTITY');
  const person = types.includes('person');
  const core = 'surface' in label ? nameInPhrase(phrase, title, person) : null;
  const pointing = Boolean(label.coref) || label.coref_link === 'ana' || label.coref_link === 'cata';
  return {
    number: typeof label.id === 'number' ? label.id : number,
    start,
    end,
    core: core && [start + core[0], start + core[1]],
    name: !pointing && isName(core ? phrase.slice(...core) : phrase, title, person),
    id,
    title,
    known: /^Q\d/.test(id),
    optional: Boolean(label.optional) || Boolean(label.desc) || free,
    free,
    parent: typeof label.parent === 'number' ? label.parent : null,
    children: (label.children as readonly number[] | undefined) ?? [],
  };
}

function placeOf(label: Raw, unitOf: (point: number) => number): Range {
  if (Array.isArray(label.span)) return [unitOf(Number(label.span[0])), unitOf(Number(label.span[1]))];
  const [start, end] = barePhrase(String(label.surface));
  return [unitOf(Number(label.start)) + start, unitOf(Number(label.start)) + end];
}

const nameOf = ({ core, start, end }: Label): Range => core ?? [start, end];

/** The day of the story where the set gives it: a date of its own, or in front of the title. */
function dayOf(raw: Raw): string | null {
  if (typeof raw.date === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(raw.date)) return raw.date;
  const stamp = /^(\d{4})(\d{2})(\d{2}) - /.exec(String(raw.title ?? ''));
  return stamp ? `${stamp[1]}-${stamp[2]}-${stamp[3]}` : null;
}

function codePointOffsets(text: string): (point: number) => number {
  const units: number[] = [];
  let unit = 0;
  for (const character of text) {
    units.push(unit);
    unit += character.length;
  }
  return (point) => units[point] ?? text.length;
}
