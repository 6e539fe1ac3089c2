/** What the bundled edition promises, and that its format can hold far more rows than it has today. */
import { describe, expect, it } from 'vitest';
import { openPack, verifyPack, writePack } from '../../../lib/pack';
import { readTables } from '../../../lib/pack/tables';
import { earliest } from '../../../lib/time';
import { readKnowledge } from '../../tools/read-knowledge';

describe('the bundled pack', () => {
  const world = readKnowledge();

  it('has many names, and the main subjects of the news from 2023 to 2026 in full', () => {
    expect(world.entities.length).toBeGreaterThanOrEqual(95_000);
    expect(world.backgrounds.length).toBeGreaterThanOrEqual(4_000);
    const told = new Set(world.backgrounds.map(({ entity }) => entity));
    const events = readKnowledge('written').entities.filter(({ kind }) => kind === 'event');
    const bare = events.filter(({ key }) => !told.has(key));
    expect(bare.length / events.length).toBeLessThan(0.2);
  });

  it('names a source and its date in every row with information', () => {
    const rows = [...world.entities, ...world.facts, ...world.backgrounds];
    expect(rows.filter(({ source }) => source.name === '' || !/^\d{4}-\d{2}-\d{2}$/.test(source.asOf))).toEqual([]);
  });

  it('gives a Wikidata id to one entity only', () => {
    const ids = world.entities.flatMap(({ wikidata }) => wikidata ?? []);
    expect(ids.filter((id) => !/^Q[1-9]\d*$/.test(id))).toEqual([]);
    const seen = new Set<string>();
    expect(ids.filter((id) => seen.has(id) || !seen.add(id))).toEqual([]);
  });

  it('shows no open fact as current today if its source is old', () => {
    const late = world.facts.filter(
      ({ start, end, source }) => start !== null && end === null && earliest(start) > source.asOf,
    );
    expect(late.map(({ entity, property, value, words }) => `${entity}: ${property} ${words ?? value}`)).toEqual([]);
  });
});

it('60,000 entities fit into the same tables', async () => {
  const count = 60_000;
  const numbers = Array.from({ length: count }, (_, i) => i);
  const table = (path: string, columns: string, rows: string[]) => ({
    path,
    text: `${[columns, ...rows].join('\n')}\n`,
  });
  // Letters for digits: a name is words, and no two of them may fold into one.
  const name = (i: number) => `Town ${[...String(i)].map((digit) => 'bcdfghjklm'[Number(digit)]).join('a')}`;
  const { source, problems } = readTables('large', [
    table('sources.tsv', 'id\tname\turl\tlicence', ['test\tA test\t\tMIT']),
    table(
      'large/entities.tsv',
      'key\tkind\tname\tqualifier\tgloss\tprominence\tnouns\twikipedia\twikidata\tsource\tas_of',
      numbers.map((i) => `town-${i}\tplace\t${name(i)}\t\tTown number ${i}\t20\t\t${name(i)}\t\ttest\t2026-11-22`),
    ),
    table(
      'large/facts.tsv',
      'entity\tproperty\tvalue\twords\tback\tstart\tend\tsource\tas_of',
      numbers.flatMap((i) => [
        `town-${i}\tpopulation\t${i}\t\t\t2020\t2020\ttest\t2026-11-22`,
        ...(i === 0 ? [] : [`town-${i}\trelated\ttown-${i - 1}\tnext town\ttown before it\t\t\ttest\t2026-11-22`]),
      ]),
    ),
  ]);
  expect(problems).toEqual([]);
  const bytes = writePack(source);
  verifyPack(bytes);
  const pack = openPack(bytes);
  expect(pack.info.entityCount).toBe(count);
  for (const i of [0, 1, 31_415, count - 1]) {
    const text = `They went to ${name(i)} yesterday.`;
    const rows = pack.detect(text).flatMap(({ form }) => pack.candidates(form).map(({ entity }) => entity));
    expect(rows.map((row) => pack.entity(row).key)).toEqual([`town-${i}`]);
    const { facts } = await pack.card(pack.row(`town-${i}`));
    const next = [
      ...(i === 0 ? [] : [['own', `town-${i - 1}`, 'next town']]),
      ...(i === count - 1 ? [] : [['told', `town-${i + 1}`, 'town before it']]),
    ];
    expect(facts.find(({ property }) => property === 'population')?.value).toEqual({ type: 'quantity', amount: i });
    const ties = facts.filter(({ property }) => property === 'related');
    expect(ties.map(({ side, value, words }) => [side, value?.type === 'entity' && value.key, words])).toEqual(next);
  }
}, 180_000);
