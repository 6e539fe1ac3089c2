import * as v from 'valibot';
import { parse } from 'yaml';
import type { Desk } from '../desk';
import { type Imported, OPEN } from '../imported';
import { text } from '../read-cells';
import { from } from '../source-list';

const FILE = 'igos-supraverden.yaml.gz';
const maybe = v.optional(v.nullable(v.union([v.string(), v.number(), v.array(v.unknown())])), null);
const SCHEMA = v.record(
  v.string(),
  v.looseObject({
    Name_en: text,
    Wikidata_code: maybe,
    Abbreviation_en: maybe,
    Name_other_en: maybe,
    Year_established: maybe,
  }),
);

/** International organisations with their abbreviations. */
export function* organisations(desk: Desk): Generator<Imported> {
  const whole = desk.text(FILE);
  if (whole === '') return;
  let parsed: unknown;
  try {
    parsed = parse(whole);
  } catch (error) {
    const line = (error as { linePos?: ReadonlyArray<{ line: number }> }).linePos?.[0]?.line ?? 0;
    desk.report({ file: FILE, line }, 'error', null, 'is no YAML');
    return;
  }
  const lines = new Map(whole.split('\n').map((line, at) => [line.replace(/^["']?(.*?)["']?:\s*$/, '$1'), at + 1]));
  const read = v.safeParse(SCHEMA, parsed, { abortEarly: true });
  if (!read.success) {
    const [name = ''] = (v.getDotPath(read.issues[0]) ?? '').split('.');
    desk.report(
      { file: FILE, line: lines.get(name) ?? 0 },
      'error',
      v.getDotPath(read.issues[0]),
      read.issues[0].message,
    );
    return;
  }
  for (const [name, one] of Object.entries(read.output)) {
    const place = { file: FILE, line: lines.get(name) ?? 0 };
    const words = (cell: unknown): string[] => (typeof cell === 'string' && !cell.startsWith('[') ? [cell] : []);
    const id = words(one.Wikidata_code)[0] ?? null;
    if (id !== null && !/^Q[1-9]\d*$/.test(id)) {
      desk.report(place, 'left-out', 'Wikidata_code', `"${id}" is no Wikidata id`);
      continue;
    }
    const year = one.Year_established;
    yield {
      ...OPEN,
      ...place,
      ...from('igos'),
      qid: id,
      kind: 'group',
      name: one.Name_en,
      aliases: [...words(one.Abbreviation_en), ...words(one.Name_other_en)],
      what: 'international organisation',
      facts:
        typeof year === 'number' || typeof year === 'string'
          ? [{ property: 'founded', start: desk.date(place, 'Year_established', year) }]
          : [],
      fame: 16,
      wanted: true,
    };
  }
}
