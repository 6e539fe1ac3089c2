/**
 * Answers all calls about maps in cards of places. Positions are read when the first place is looked at, outlines when
 * the first map is drawn, both from the extension's files.
 */

import type { Dossier, EntityKey } from '../../lib/facts';
import type { Gazetteer, LocatorPart, MapData, Outlines } from '../../lib/map';
import type { BackgroundHandlers, Caller } from '../../lib/messages';
import { type StoryPlace, storyPlace } from '../../lib/story-background';

export interface MapCallsParts {
  readonly loadLocator: () => Promise<LocatorPart>;
  /** One of the extension's own files. */
  readonly readFile: (path: string) => Promise<unknown>;
  /** For a place; null for anything else. */
  readonly dossierOf: (entity: EntityKey, caller: Pick<Caller, 'incognito'>) => Promise<Dossier | null>;
}

export interface MapCalls {
  readonly answers: Pick<BackgroundHandlers, 'placeMap'>;
  /** For the card: is it a place with a known position? */
  has(entity: EntityKey, caller: Pick<Caller, 'incognito'>): Promise<boolean>;
}

/** px; as tall as the card keeps room for it (components/card/card.css). */
const HEIGHT = 132;
/** From the story; the last ones are the least important. */
const MOST_HERE = 400;

export function createMapCalls({ loadLocator, readFile, dossierOf }: MapCallsParts): MapCalls {
  const gazetteer = once(async () => (await readFile('/maps/places.json')) as Gazetteer);
  const mapOf = once(async (): Promise<{ readonly locator: LocatorPart; readonly data: MapData }> => {
    const [locator, outlines, places] = await Promise.all([
      loadLocator(),
      readFile('/maps/outlines.json'),
      gazetteer(),
    ]);
    return { locator, data: locator.mapData(outlines as Outlines, places) };
  });
  const placeOf = async (entity: EntityKey, caller: Pick<Caller, 'incognito'>): Promise<StoryPlace | null> => {
    const dossier = await dossierOf(entity, caller);
    return dossier && storyPlace(dossier);
  };

  return {
    answers: {
      async placeMap({ entity, here, width, inPrivate }, sender) {
        const caller = { incognito: sender.incognito || (sender.ownPage && inPrivate === true) };
        const { locator, data } = await mapOf();
        const [place, ...others] = await Promise.all(
          [entity, ...here.slice(0, MOST_HERE)].map((key) => placeOf(key, caller)),
        );
        const known = others.filter((one) => one !== null && one.entity !== place?.entity) as StoryPlace[];
        return place ? locator.locatorMap(place, known, data, { width, height: HEIGHT }) : null;
      },
    },

    async has(entity, caller) {
      const place = await placeOf(entity, caller);
      if (place === null) return false;
      const { countries, points } = await gazetteer();
      return place.at !== null || place.entity in countries || place.entity in points;
    },
  };
}

/** What could not be read is read again next time. */
function once<T>(read: () => Promise<T>): () => Promise<T> {
  let reading: Promise<T> | null = null;
  return () => {
    reading ??= read();
    reading.catch(() => {
      reading = null;
    });
    return reading;
  };
}
