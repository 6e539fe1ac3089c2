/**
 * The same press in a real Chromium, with the build as it is published: it has no leave for the hosts of the wikis, and asks without a
 * header of ours, which the browser would have to ask each of them about first. Beside it the demo, which has that leave and says who
 * asks. The server takes 150 ms for each answer, that to such a question included.
 */
import { fileURLToPath } from 'node:url';
import { openChromium } from '../tools/open-chromium';
import { unknownStories } from '../tools/unknown-names';
import { startOpenWorld } from '../tools/wikidata-server';
import { type BenchRow, median } from './measure';

const ANSWER_MS = 150;
const ROUNDS = 7;
const NAMES = 20;
const REFRESHED = 20;

export async function bench(): Promise<BenchRow[]> {
  const published = await lookUps('chrome-mv3');
  const granted = await lookUps('chrome-mv3-demo');
  const each = `looked up in Chromium with 150 ms an answer, median of ${ROUNDS}`;
  return [
    { ...row(`${NAMES} names and ${REFRESHED} known ones, ${each}`, published.seconds, 's'), limit: 1 },
    { ...row('questions of the browser before a request, for each request', published.preflights, '×'), limit: 0 },
    { ...row(`the same with leave for the hosts, ${each}`, granted.seconds, 's'), limit: 1 },
    { ...row('questions of the browser before a request then', granted.preflights, '×'), limit: 0 },
  ];
}

const row = (what: string, measured: number, unit: string) => ({ what, measured, unit, bound: 'at most' as const });

async function lookUps(build: string): Promise<{ readonly seconds: number; readonly preflights: number }> {
  const rows = [...unknownStories('unseen-stories'), ...unknownStories()].flatMap(({ names }) => names);
  const names = [...new Map(rows.map((one) => [one.name, one])).values()]
    .slice(0, NAMES)
    .map(({ name, kind, says }) => ({
      ...{ name, kind, says: [], language: 'en' },
      roles: says.map(({ text }) => text.toLowerCase().split(' ').at(-1) ?? ''),
    }));
  const refresh = names.slice(0, REFRESHED).map((_, at) => `q${990000120 + at}`);
  const world = await startOpenWorld({ delayMs: ANSWER_MS });
  const { context, welcome } = await openChromium({
    extension: fileURLToPath(new URL(`../../.output/${build}`, import.meta.url)),
  });
  try {
    const { wikiApi, germanWikiApi, wikidataApi } = world;
    const settings = { wikiApi, germanWikiApi, wikidataApi, names: 'ask' };
    const times: number[] = [];
    // Once for the worker and what it has to read.
    for (let round = -1; round < ROUNDS; round++) {
      // Each time in another order, since a press has addresses of its own: one that is asked twice within five seconds is let through.
      const turned = <One>(all: readonly One[]): One[] => [...all.slice(round + 1), ...all.slice(0, round + 1)];
      const question = { tab: 1, names: turned(names), refresh: turned(refresh), day: '2026-11-27', inPrivate: false };
      const took = await welcome!.evaluate(
        async ([question, settings]) => {
          const items = Object.entries(settings).map(([key, value]) => [`settings.${key}`, value]);
          await chrome.storage.local.set({ 'settings.version': 1, ...Object.fromEntries(items) });
          await chrome.runtime.sendMessage({ id: 0, type: 'background.clearLookedUp', data: {}, timestamp: 0 });
          const message = { id: 0, type: 'background.lookUpNames', data: question, timestamp: 0 };
          const start = performance.now();
          const answer = await chrome.runtime.sendMessage(message);
          if (answer?.res?.trouble !== null) throw new Error(JSON.stringify(answer));
          return performance.now() - start;
        },
        [question, settings] as const,
      );
      if (round >= 0) times.push(took / 1_000);
    }
    console.error(
      `${build}: ${world.requests().length} requests, ${world.preflights()} questions before them, ${times.map((one) => one.toFixed(2)).join(' ')} s`,
    );
    return { seconds: median(times), preflights: world.preflights() / world.requests().length };
  } finally {
    await context.close();
    await world.stop();
  }
}
