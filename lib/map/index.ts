export { type Locator, locatorMap } from './locator';
export { LOCATOR, type LocatorPart } from './locator-part';
export { type Gazetteer, type MapData, mapData, type Outlines } from './map-data';
export type { MapSize } from './map-labels';
export { type MapPicture, mapPicture } from './map-picture';
export { type MapView, mapView } from './map-view';
