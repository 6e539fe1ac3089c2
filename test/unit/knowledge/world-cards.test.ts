/** What cards of the bundled tables say, drawn from all of them. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { cachedPack } from '../../../assets/knowledge/cached-pack';
import { type CardView, composeCard, type Dossier, type EntityKey } from '../../../lib/facts';
import { nameIn, readDossier } from '../../../lib/knowledge/dossier';
import { linkStory } from '../../../lib/linking';
import { openPack } from '../../../lib/pack';
import { against, type Day, shiftDay } from '../../../lib/time';
import { readKnowledge } from '../../tools/read-knowledge';

const pack = openPack((await cachedPack()).bytes);
/** All that is written by hand, and every fortieth of the imported ones. */
const written = new Set(readKnowledge('written').entities.map(({ key }) => key));
const keys = readKnowledge()
  .entities.map(({ key }) => key)
  .filter((key, at) => written.has(key) || at % 40 === 0);

const dossiers = new Map<EntityKey, Dossier>();

beforeAll(async () => {
  for (const key of keys) {
    const dossier = await readDossier([pack], key);
    if (dossier) dossiers.set(key, dossier);
  }
}, 120_000);

const composed = new Map<string, CardView>();
function cardOf(key: EntityKey, day: string): CardView {
  const dossier = dossiers.get(key);
  if (!dossier) throw new Error(`no ${key}`);
  const id = `${key} ${day}`;
  const card =
    composed.get(id) ?? composeCard(dossier, { day, today: day, here: [], nameOf: (other) => nameIn([pack], other) });
  composed.set(id, card);
  return card;
}

/** Of the years of which the tables tell most; the last of a month, too, in which things happened on a day that is not known. */
const DRAWN: readonly Day[] = fc
  .sample(fc.noBias(fc.integer({ min: 0, max: 7_500 })), { seed: 20_261_127, numRuns: 2 })
  .map((days) => shiftDay('2005-01-01', days));

describe.each(['2020-11-20', '2026-11-27', '2019-10-31', ...DRAWN])('a story of %s', (day) => {
  it('shows under its day only what held or happened on that day', () => {
    const wrong: string[] = [];
    for (const key of keys) {
      for (const line of cardOf(key, day).day) {
        const begun = line.start === null || against(line.start, day) !== 'after';
        const isOver = line.end !== null && against(line.end, day) === 'before';
        const isOfAnotherDay = line.start !== null && line.start === line.end && against(line.start, day) !== 'within';
        const isOld = line.end === null && line.source.asOf < day;
        if (!begun || isOver || isOfAnotherDay || isOld) wrong.push(`${key}: ${JSON.stringify(line)}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('shows later events only under “since”, and nothing else there', () => {
    const wrong: string[] = [];
    for (const key of keys) {
      const { around, lastKnown, before, since } = cardOf(key, day);
      for (const line of [...around, ...lastKnown, ...before]) {
        if (line.start !== null && against(line.start, day) === 'after') wrong.push(`${key}: ${JSON.stringify(line)}`);
      }
      for (const line of since) {
        const changes = [line.start, line.end].some((date) => date !== null && against(date, day) !== 'before');
        if (!changes) wrong.push(`${key}: ${JSON.stringify(line)}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});

it('many cards have something to show on each of those days', () => {
  for (const day of DRAWN) {
    const cards = keys.map((key) => cardOf(key, day));
    expect(cards.filter((card) => card.day.length > 0).length, day).toBeGreaterThan(150);
    expect(cards.filter((card) => card.since.length > 0).length, day).toBeGreaterThan(150);
  }
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

  it('shows the office, with its holder on the day and the previous one', () => {
    const [office = '', ...others] = meant('2024-05-01');
    expect(others).toEqual([]);
    const { kind, day, before, ties } = cardOf(office, '2024-05-01');
    expect(kind).toBe('office');
    expect(day.map(({ other }) => other && nameIn([pack], other))).toEqual(['Eric Adams']);
    expect(before.map(({ words }) => words)).toEqual(['Bill de Blasio']);
    expect(ties.map(({ name }) => name)).toEqual(['New York City']);
  });
});

it('the card of an office and of what it heads always name the same holder', () => {
  const wrong: string[] = [];
  for (const { entity: office, value, property, start } of readKnowledge().facts) {
    // An administration has a head for its own years alone.
    if (property !== 'heads' || typeof value !== 'string' || start !== null) continue;
    for (const day of ['2016-03-01', '2022-03-01']) {
      const holder = cardOf(office, day).day[0]?.name ?? null;
      const head = cardOf(value, day).day.find((line) => line.property === 'heads' && line.name === holder);
      const { length } = cardOf(value, day).day;
      if (holder !== null && !head && length < 3) wrong.push(`${day} ${office}: ${holder}`);
    }
  }
  expect(wrong).toEqual([]);
});
