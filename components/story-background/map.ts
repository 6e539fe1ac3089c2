/** The map by itself: it brings a library and is read by who wants it alone. */
export { type Gazetteer, type MapData, mapData, type Outlines } from './map-data';
export { StoryMap } from './story-map';
