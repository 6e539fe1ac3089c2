/** A story with 20,000 looked-up entities on the device, against the same story without: linking is asked of one pack more. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { cachedPack } from '../../assets/knowledge/cached-pack';
import { OPEN_WORLD } from '../../lib/knowledge';
import type { LookedUpItem } from '../../lib/lookup';
import { item } from '../unit/knowledge/looked-up/items';
import { readGold } from '../unit/linking/gold-story';
import { asInMessage, CHOICES } from './linking';
import { linkingAsShipped } from './linking-as-shipped';
import { type BenchRow, inTurns, processorMilliseconds, type Times } from './measure';

const STORIES = fileURLToPath(new URL('../fixtures/stories/', import.meta.url));
const ENTITIES = 20_000;
const LIMIT = 1.1;
const WARM_UP = 40;
const RUNS = 61;
const GIVEN = ['Anna', 'Boris', 'Carla', 'David', 'Elena', 'Farid', 'Greta', 'Hamid', 'Irina', 'Jonas'];

/** People whom nobody knows, under names that news might have. */
function people(): LookedUpItem[] {
  return Array.from({ length: ENTITIES }, (_, at) => {
    const surname = `${'BDFGKLMNPRST'[at % 12]}${'aeiou'[Math.floor(at / 12) % 5]}${'lmnrst'[Math.floor(at / 60) % 6]}${'aeiou'[Math.floor(at / 360) % 5]}${'knrv'[Math.floor(at / 1800) % 4]}`;
    return item(`q${10_000_000 + at}`, `${GIVEN[at % GIVEN.length]} ${surname}${at % 3 === 0 ? 'sen' : 'ova'}`);
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
  // One after the other, not in turns: what is decoded of packs is kept for the packs that were asked last.
  const [without] = inTurns([link([world])], RUNS, WARM_UP, processorMilliseconds) as [Times];
  const [withThem] = inTurns([link([world, overlay])], RUNS, WARM_UP, processorMilliseconds) as [Times];
  return [
    {
      what: `${stories.length} stories with ${ENTITIES.toLocaleString('en')} looked-up entities ÷ without, best of ${RUNS}`,
      measured: withThem.best / without.best,
      unit: '×',
      limit: LIMIT,
      bound: 'at most',
    },
  ];
}
