/** Every card of the bundled edition, in stories of days drawn by seed: under "On …" stands what held or happened then, and nothing else. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { cachedPack } from '../../../assets/knowledge/cached-pack';
import { type CardView, composeCard, type DatedLine, type Dossier } from '../../../lib/facts';
import { openPack } from '../../../lib/pack';
import { type Day, earliest, isBefore, latest, shiftDay } from '../../../lib/time';
import { readKnowledge } from '../../tools/read-knowledge';

const TODAY: Day = '2026-11-29';
const DRAWN = fc
  .sample(fc.noBias(fc.integer({ min: 0, max: 7_500 })), { seed: 20_261_127, numRuns: 4 })
  .map((days) => shiftDay('2005-01-01', days));

const { entities } = readKnowledge();
const names = new Map(entities.map(({ key, name }) => [key, name]));
const dossiers: Dossier[] = [];
beforeAll(async () => {
  const { bytes } = await cachedPack();
  const pack = openPack(bytes);
  for (const { key } of entities) dossiers.push(await pack.card(pack.row(key)));
}, 60_000);

const composed = new Map<Day, readonly CardView[]>();
function cardsOn(day: Day): readonly CardView[] {
  const nameOf = (key: string) => names.get(key) ?? null;
  const cards =
    composed.get(day) ?? dossiers.map((dossier) => composeCard(dossier, { day, today: TODAY, here: [], nameOf }));
  composed.set(day, cards);
  return cards;
}
const said = (view: CardView, { property, words, name, start, end }: DatedLine) =>
  `${view.name}: ${words ?? name ?? property}, ${start}..${end}`;

/** May the line stand under that very day? Said here anew, without the code that places it. */
function holds({ start, end, source }: DatedLine, day: Day): boolean {
  const begun = start === null || !isBefore(day, latest(start));
  // A month or year that the day lies in is not over by then.
  const isOver = end !== null && isBefore(latest(end), day);
  return begun && !isOver && (end !== null || !isBefore(source.asOf, day));
}

describe.each(['2026-11-27', '2019-10-31', ...DRAWN])('the cards of a story of %s', (day) => {
  it('have under that day nothing that was over, had not begun, or nobody knew', () => {
    const wrong = cardsOn(day).flatMap((view) =>
      view.day.filter((line) => !holds(line, day)).map((line) => said(view, line)),
    );
    expect(wrong).toEqual([]);
  });

  it('have under that day no happening but of that very day', () => {
    const wrong = cardsOn(day).flatMap((view) =>
      view.day
        .filter(({ start, end }) => start !== null && start === end && start !== day)
        .map((line) => said(view, line)),
    );
    expect(wrong).toEqual([]);
  });

  it('have nothing of later days but what came since, and nothing there that was known', () => {
    const wrong = cardsOn(day).flatMap((view) => [
      ...[...view.day, ...view.around, ...view.lastKnown, ...view.before]
        .filter(({ start }) => start !== null && isBefore(day, earliest(start)))
        .map((line) => said(view, line)),
      ...view.since
        .filter(({ start, end }) => [start, end].every((date) => date === null || !isBefore(day, latest(date))))
        .map((line) => said(view, line)),
    ]);
    expect(wrong).toEqual([]);
  });
});

it('there are cards enough to tell, and lines under their day', () => {
  expect(dossiers.length).toBeGreaterThan(3_000);
  for (const day of DRAWN) {
    expect(cardsOn(day).filter((view) => view.day.length > 0).length, day).toBeGreaterThan(150);
  }
  // Most of what is known in 2026 was read before that day.
  expect(cardsOn('2026-11-27').filter((view) => view.lastKnown.length > 0).length).toBeGreaterThan(200);
});
