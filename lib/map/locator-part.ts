/** What draws the maps of cards: two libraries that no worker reads before a place is looked at. */
import { locatorMap } from './locator';
import { mapData } from './map-data';

export const LOCATOR = { mapData, locatorMap };

export type LocatorPart = typeof LOCATOR;
