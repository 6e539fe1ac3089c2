/**
 * From the press to the answer: names of a story that no pack knows, and known ones that are asked for anew, over the desk, the queue and
 * HTTP, with servers that take 150 ms for each answer.
 */
import 'fake-indexeddb/auto';
import { createDatabase } from '../../lib/database';
import { createLookedUpStore, createNamesDesk, entityIn } from '../../lib/knowledge';
import { openPack, writePack } from '../../lib/pack';
import { lookUpFor } from '../tools/look-up-for';
import { unknownStories } from '../tools/unknown-names';
import { startOpenWorld } from '../tools/wikidata-server';
import { type BenchRow, median } from './measure';

const ANSWER_MS = 150;
const ROUNDS = 5;
/** Known entities of the story, by ids that the server has. */
const REFRESHED = 20;
const LIMIT = 1;

const nothing = openPack(
  writePack({ name: 'Nothing', edition: '2026-11-27', entities: [], forms: [], facts: [], backgrounds: [] }),
);

export async function bench(): Promise<BenchRow[]> {
  const rows = [...unknownStories('unseen-stories'), ...unknownStories()].flatMap(({ names }) => names);
  const wanted = [...new Map(rows.map((row) => [row.name, row])).values()].map(({ name, kind, says }) => ({
    ...{ name, kind, language: 'en' },
    roles: says.map(({ text }) => text.toLowerCase().split(' ').at(-1) ?? ''),
    says: [],
  }));
  const refresh = wanted.slice(0, REFRESHED).map((_, at) => `q${990000120 + at}`);

  async function seconds(names: number, known: number, delayMs: number): Promise<number> {
    const world = await startOpenWorld({ delayMs });
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const store = createLookedUpStore(createDatabase(`bench-${names}-${known}-${delayMs}-${round}`), Date.now);
      const { wikiApi, germanWikiApi, wikidataApi } = world;
      const desk = createNamesDesk({
        store,
        lookUpFor: async () => lookUpFor((key) => entityIn([nothing], key), world),
        keepPrivate: async () => {},
        changed: async () => {},
        now: Date.now,
      });
      const start = performance.now();
      await desk.ask(
        { names: wanted.slice(0, names), refresh: refresh.slice(0, known), day: '2026-11-27' },
        { names: 'ask', wikiApi, germanWikiApi, wikidataApi },
        { signal: new AbortController().signal, remember: true },
      );
      times.push((performance.now() - start) / 1_000);
    }
    await world.stop();
    return median(times);
  }

  const cases: readonly (readonly [names: number, known: number, said: string])[] = [
    [20, 0, '20 names'],
    [20, REFRESHED, '20 names and 20 known ones asked for anew'],
    [60, REFRESHED, '60 names and 20 known ones'],
  ];
  const found: BenchRow[] = [];
  for (const [names, known, said] of cases) {
    found.push({
      what: `${said}, looked up with 150 ms an answer, median of ${ROUNDS}`,
      measured: await seconds(names, known, ANSWER_MS),
      unit: 's',
      limit: LIMIT,
      bound: 'at most',
    });
  }
  return found;
}
