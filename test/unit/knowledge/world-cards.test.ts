/** What cards of the bundled tables say, drawn from all of them. */
import { describe, expect, it } from 'vitest';
import { cachedPack } from '../../../assets/knowledge/cached-pack';
import { type CardView, composeCard, type Dossier, type EntityKey } from '../../../lib/facts';
import { nameIn, readDossier } from '../../../lib/knowledge/dossier';
import { linkStory } from '../../../lib/linking';
import { openPack } from '../../../lib/pack';
import { against } from '../../../lib/time';
import { readKnowledge } from '../../tools/read-knowledge';

const pack = openPack((await cachedPack()).bytes);
const keys = readKnowledge().entities.map(({ key }) => key);

const dossiers = new Map<EntityKey, Dossier>();

async function cardOf(key: EntityKey, day: string): Promise<CardView> {
  const dossier = dossiers.get(key) ?? (await readDossier([pack], key));
  if (!dossier) throw new Error(`no ${key}`);
  dossiers.set(key, dossier);
  return composeCard(dossier, { day, today: day, here: [], nameOf: (other) => nameIn([pack], other) });
}

describe.each(['2020-11-20', '2026-11-27'])('a story of %s', (day) => {
  it('has nothing under its day but what held or happened on that day', async () => {
    const wrong: string[] = [];
    for (const key of keys) {
      for (const line of (await cardOf(key, day)).day) {
        const begun = line.start === null || against(line.start, day) !== 'after';
        const isOver = line.end !== null && against(line.end, day) === 'before';
        const isOfAnotherDay = line.start !== null && line.start === line.end && against(line.start, day) !== 'within';
        const isOld = line.end === null && line.source.asOf < day;
        if (!begun || isOver || isOfAnotherDay || isOld) wrong.push(`${key}: ${JSON.stringify(line)}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});

describe('the mayor of New York City', () => {
  const meant = (day: string): string[] =>
    linkStory(
      [pack],
      {
        day,
        title: '',
        blocks: [{ id: 0, text: 'Then the mayor of New York City left.', role: 'body' }],
        memory: null,
      },
      { refused: {}, muted: [], density: 'normal' },
    ).mentions.map(({ entity }) => entity);

  it('is the office, with whoever held it on the day and the one before', async () => {
    const [office = '', ...others] = meant('2024-05-01');
    expect(others).toEqual([]);
    const { kind, day, before, ties } = await cardOf(office, '2024-05-01');
    expect(kind).toBe('office');
    expect(day.map(({ words }) => words)).toEqual(['Eric Adams']);
    expect(before.map(({ words }) => words)).toEqual(['Bill de Blasio']);
    expect(ties.map(({ name }) => name)).toEqual(['New York City']);
  });
});

it('contradicts itself on no holder: the card of an office and that of what it heads name the same', async () => {
  const wrong: string[] = [];
  for (const { entity: office, value, property, start } of readKnowledge().facts) {
    // An administration has a head for its own years alone.
    if (property !== 'heads' || typeof value !== 'string' || start !== null) continue;
    for (const day of ['2016-03-01', '2022-03-01']) {
      const holder = (await cardOf(office, day)).day[0]?.name ?? null;
      const head = (await cardOf(value, day)).day.find((line) => line.property === 'heads' && line.name === holder);
      const { length } = (await cardOf(value, day)).day;
      if (holder !== null && !head && length < 3) wrong.push(`${day} ${office}: ${holder}`);
    }
  }
  expect(wrong).toEqual([]);
});
