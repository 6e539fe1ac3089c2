/** Reads the two shapes of labelled documents that the evaluation knows; offsets come out in UTF-16 units. */

export interface Label {
  readonly number: number;
  readonly start: number;
  readonly end: number;
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
  const labels = (raw.labels as readonly Raw[]).map((label, at) => readLabel(label, at, unitOf));
  const [from, to] = (raw.evaluation_span as [number, number] | undefined) ?? [0, [...text].length];
  return { id: raw.id as string | number, text, day: dayOf(raw), span: [unitOf(from), unitOf(to)], labels };
}

function readLabel(label: Raw, at: number, unitOf: (point: number) => number): Label {
  const [start, end] = (label.span as [number, number] | undefined) ?? bareName(label);
  const id = String(label.entity_id ?? label.qid ?? '');
  const free = String(label.type ?? '')
    .split('|')
    .some((type) => type === 'DATETIME' || type === 'QUANTITY');
  return {
    number: typeof label.id === 'number' ? label.id : at,
    start: unitOf(start),
    end: unitOf(end),
    id,
    title: String(label.name ?? label.wiki ?? '').replaceAll('_', ' '),
    known: /^Q\d/.test(id),
    optional: Boolean(label.optional) || Boolean(label.desc) || free,
    free,
    parent: typeof label.parent === 'number' ? label.parent : null,
    children: (label.children as readonly number[] | undefined) ?? [],
  };
}

/** GUM labels whole phrases: "the Taliban", "Afghanistan 's". The name alone is what a link stands on. */
function bareName(label: Raw): [number, number] {
  const surface = String(label.surface);
  const article = /^(?:the|a|an) /i.exec(surface)?.[0].length ?? 0;
  const possessive = / ?['’]s$/.exec(surface)?.[0].length ?? 0;
  return [Number(label.start) + article, Number(label.end) - possessive];
}

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
