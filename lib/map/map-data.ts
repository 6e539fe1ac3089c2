/** What maps are drawn from: outlines of countries, and the locations of the tables' countries and towns. */
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { EntityKey } from '../facts';

export type Outlines = Topology<{ readonly countries: GeometryCollection<{ readonly name: string }> }>;

export interface Gazetteer {
  /** By key: the name of its outline. */
  readonly countries: Readonly<Record<EntityKey, string>>;
  /** By key: degrees east and north. */
  readonly points: Readonly<Record<EntityKey, readonly [number, number]>>;
}

export type CountryOutline = Feature<Polygon | MultiPolygon, { readonly name: string }>;

export interface MapData {
  readonly countries: readonly CountryOutline[];
  readonly gazetteer: Gazetteer;
}

export const mapData = (outlines: Outlines, gazetteer: Gazetteer): MapData => ({
  countries: feature(outlines, outlines.objects.countries).features as CountryOutline[],
  gazetteer,
});
