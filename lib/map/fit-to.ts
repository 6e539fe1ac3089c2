import type { GeoProjection } from 'd3-geo';
import type { MapSize } from './map-labels';

/** Scaled and moved so that these points fill the picture but for `padding` px; outlines end just outside its edge. */
export const fitTo = (
  projection: GeoProjection,
  points: [longitude: number, latitude: number][],
  { width, height }: MapSize,
  padding: number,
): GeoProjection =>
  projection
    .fitExtent(
      [
        [padding, padding],
        [width - padding, height - padding],
      ],
      { type: 'MultiPoint', coordinates: points },
    )
    .clipExtent([
      [-1, -1],
      [width + 1, height + 1],
    ]);
