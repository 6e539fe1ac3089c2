import { describe, expect, it } from 'vitest';
import { composeCard } from '../../../lib/facts';
import { type FactRow, openPack, writePack } from '../../../lib/pack';
import { closeTerms } from '../../../lib/pack/close-terms';
import { entity } from './small-source';

const source = { name: 'Editors', url: null, licence: null, asOf: '2026-06-01' } as const;
const fact = (key: string, property: FactRow['property'], more: Partial<FactRow>): FactRow => ({
  entity: key,
  property,
  value: null,
  words: null,
  back: null,
  start: null,
  end: null,
  source,
  ...more,
});
const died = fact('ada', 'died', { start: '2020-01-03', end: '2020-01-03' });
const ends = (...facts: FactRow[]) => closeTerms(facts).map(({ end }) => end);

describe('the term of an office holder', () => {
  it('ends with the death, if no end is known', () => {
    expect(ends(died, fact('ada', 'office', { value: 'pm', start: '2019' }))).toEqual(['2020-01-03', '2020-01-03']);
    expect(ends(died, fact('ada', 'member-of', { value: 'guild' }))).toEqual(['2020-01-03', '2020-01-03']);
  });

  it('ends when it did, if that is known', () => {
    expect(ends(died, fact('ada', 'office', { value: 'pm', start: '2018', end: '2019' }))[1]).toBe('2019');
  });

  it('does not end with somebody else’s death, nor before it began', () => {
    expect(ends(died, fact('tom', 'office', { value: 'pm', start: '2019' }))[1]).toBeNull();
    expect(ends(died, fact('ada', 'office', { value: 'pm', start: '2021' }))[1]).toBeNull();
  });

  it('has no counterpart in family ties and foundings, which last', () => {
    expect(ends(died, fact('ada', 'relative', { value: 'tom' }))[1]).toBeNull();
    expect(
      ends(fact('guild', 'ended', { start: '2020' }), fact('guild', 'founded-by', { value: 'tom' }))[1],
    ).toBeNull();
  });
});

it('nobody holds an office on any card after their death', async () => {
  const entities = [
    entity('valdoria', 'Valdoria', { kind: 'place' }),
    entity('pm', 'Prime Minister of Valdoria', { kind: 'office' }),
    entity('ada', 'Ada Morrow', { kind: 'person' }),
    entity('tom', 'Tom Hale', { kind: 'person' }),
  ];
  const facts = [
    fact('pm', 'heads', { value: 'valdoria', words: 'prime minister' }),
    fact('ada', 'office', { value: 'pm', start: '2019-01-01' }),
    died,
    // Two open terms, but the first of somebody who has died: no two at once.
    fact('tom', 'office', { value: 'pm', start: '2020-01-04' }),
  ];
  const pack = openPack(
    writePack({ name: 'World', edition: '2026-06-01', entities, forms: [], facts, backgrounds: [] }),
  );
  const lines = async (key: string, day: string) => {
    const { entity: of, facts: known, background } = await pack.card(pack.row(key));
    const nameOf = (other: string) => pack.entity(pack.row(other)).name;
    const view = composeCard({ entity: of, facts: known, background }, { day, today: day, here: [], nameOf });
    return [...view.day.map(({ name }) => name), ...view.ties.map(({ name, end }) => `${name} ${end}`)];
  };
  expect(await lines('valdoria', '2020-01-03')).toContain('Ada Morrow');
  expect(await lines('valdoria', '2020-01-04')).not.toContain('Ada Morrow');
  expect(await lines('pm', '2020-01-04')).not.toContain('Ada Morrow');
  expect(await lines('ada', '2020-06-01')).toContain('Valdoria 2020-01-03');
});
