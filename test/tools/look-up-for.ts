import { createWikiClient, type LookUp, OPEN_WORLD as PARTS, type RequestLog } from '../../lib/knowledge';
import type { KnownHead } from '../../lib/lookup';
import type { OpenWorld } from './wikidata-server';

const NOW = Date.parse('2026-11-28T09:00:00Z');

interface Options {
  readonly now?: () => number;
  readonly timeOutMs?: number;
}

/** What looks names up in the background, with the servers of the tests in place of Wikipedia and Wikidata. */
export function lookUpFor(
  knows: (key: string) => KnownHead | null,
  world: OpenWorld,
  { now = () => NOW, timeOutMs }: Options = {},
): LookUp {
  const log: RequestLog = {
    begin: async () => async () => {},
    add: async () => {},
    list: async () => [],
    clear: async () => {},
  };
  const pauses = new Map<string, number>();
  const client = (api: string) =>
    createWikiClient({
      api,
      fetch,
      now,
      log,
      ...(timeOutMs !== undefined && { timeOutMs }),
      pause: {
        until: async (of) => pauses.get(of) ?? 0,
        remember: async (of, until) => void pauses.set(of, until),
      },
    });
  return PARTS.createLookUp({
    wiki: client(world.wikiApi),
    others: [{ language: 'de', client: client(world.germanWikiApi) }],
    wikidata: client(world.wikidataApi),
    knows,
    now,
  });
}
