/**
 * A story with 20,000 looked-up entities on the device, against the same story without: linking has one more pack to
 * ask.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { cachedPack } from '../../assets/knowledge/cached-pack';
import { OPEN_WORLD } from '../../lib/knowledge';
import type { LookedUpItem } from '../../lib/lookup';
import { item } from '../unit/knowledge/looked-up/items';
import { readGold } from '../unit/linking/gold-story';
import { asInMessage, CHOICES } from './linking';
import { linkingAsShipped } from './linking-as-shipped';
import { type BenchRow, processorMilliseconds } from './measure';

const STORIES = fileURLToPath(new URL('../fixtures/stories/', import.meta.url));
const ENTITIES = 20_000;
const LIMIT = 1.1;
const WARM_UP = 40;
const RUNS = 61;
const GIVEN = ['Anna', 'Boris', 'Carla', 'David', 'Elena', 'Farid', 'Greta', 'Hamid', 'Irina', 'Jonas'];

/** Surnames of the stories themselves among them, so that some of the many stand in doubt wherever one is named. */
const IN_STORIES = ['Trump', 'Biden', 'Lula', 'Bolsonaro', 'Putin', 'Johnson', 'Lagarde', 'Kim', 'Burhan', 'Silva'];
const MADE_UP = ['Bal', 'Dem', 'Fin', 'Gor', 'Kus', 'Lat', 'Mer', 'Nil', 'Pod', 'Ras', 'Sut', 'Tem'];
const ENDINGS = ['ov', 'sen', 'ski', 'ani', 'etti', 'berg', 'ez', 'idis'];

/**
 * People whom nobody knows. One in a hundred bears a surname of the stories, 20 each: of the most frequent surname in the United States 180 of
 * so many would, of most others none.
 */
function people(): LookedUpItem[] {
  return Array.from({ length: ENTITIES }, (_, at) => {
    const made = `${MADE_UP[at % 12]}${MADE_UP[Math.floor(at / 12) % 12]?.toLowerCase()}${ENDINGS[Math.floor(at / 144) % 8]}`;
    const surname = at % 100 === 0 ? `${made} ${IN_STORIES[Math.floor(at / 100) % IN_STORIES.length]}` : made;
    return item(`q${10_000_000 + at}`, `${GIVEN[Math.floor(at / 1152) % GIVEN.length]} ${surname}`);
  });
}

export async function bench(): Promise<BenchRow[]> {
  const { linkStory, openPack } = await linkingAsShipped();
  const stories = readdirSync(STORIES)
    .filter((name) => name.endsWith('.gold.txt'))
    .map((name) => asInMessage(readGold(readFileSync(`${STORIES}${name}`, 'utf8')).story));
  const world = openPack((await cachedPack()).bytes);
  const given = people().map((one) => ({ item: one, sure: true }));
  const ground = { name: 'looked up', edition: '2026-11-27', headOf: () => null };
  const overlay = openPack(OPEN_WORLD.writeOverlay(given, ground));
  const link = (packs: readonly (typeof world)[]) => () => stories.map((story) => linkStory(packs, story, CHOICES));
  const both = [link([world]), link([world, overlay])] as const;
  const times = both.map((): number[] => []);
  for (let run = 0; run < WARM_UP + RUNS; run++)
    for (const [at, one] of both.entries()) {
      // What is decoded of packs is kept for those that were asked last: the first of two is to bring that back.
      one();
      const took = processorMilliseconds(one);
      if (run >= WARM_UP) times[at]!.push(took);
    }
  const [without, withThem] = times.map((list) => Math.min(...list)) as [number, number];
  return [
    {
      what: `${stories.length} stories with ${ENTITIES.toLocaleString('en')} looked-up entities ÷ without, best of ${RUNS}`,
      measured: withThem / without,
      unit: '×',
      limit: LIMIT,
      bound: 'at most',
    },
  ];
}
