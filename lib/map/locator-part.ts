/** Draws the maps on cards: two libraries that no worker loads before someone looks at a place. */
import { locatorMap } from './locator';
import { mapData } from './map-data';

export const LOCATOR = { mapData, locatorMap };

export type LocatorPart = typeof LOCATOR;
