/** Where a story takes place: a map of that part of the world, and the same places as a list. */
import { useMemo } from 'preact/hooks';
import type { StoryPlace } from '../../lib/story-background';
import { listOf, useText } from '../kit';
import type { MapData } from './map-data';
import { mapPicture } from './map-picture';
import { mapView } from './map-view';
import type { StoryPartProps } from './props';
import { OpenCard, StoryName } from './story-name';

interface StoryMapProps extends Omit<StoryPartProps, 'story' | 'onLink'> {
  readonly places: readonly StoryPlace[];
  readonly data: MapData;
}

const SIZE = { width: 340, height: 270 } as const;

export function StoryMap({ places, data, onCard }: StoryMapProps) {
  const text = useText();
  const { t } = text;
  const view = useMemo(() => mapView(places, data), [places, data]);
  const picture = useMemo(() => view && mapPicture(view, data, SIZE), [view, data]);
  if (view === null || picture === null) return <p class="story-none">{t('story_map_none')}</p>;
  const shown = view.shown.map(({ place }) => place);
  return (
    <OpenCard.Provider value={onCard}>
      <section class="story-part">
        <h2>{t('story_map')}</h2>
        <svg
          class="story-map"
          viewBox={`0 0 ${SIZE.width} ${SIZE.height}`}
          role="img"
          aria-label={t(
            'story_map_picture',
            listOf(
              text,
              shown.map(({ name }) => name),
            ),
          )}
        >
          <rect class="map-sea" width={SIZE.width} height={SIZE.height} />
          {picture.land.map(({ name, d, isHere }) => (
            <path key={name} class={isHere ? 'map-land map-here' : 'map-land'} d={d} />
          ))}
          {picture.points.map(({ entity, x, y }) => (
            <circle key={entity} class="map-point" cx={x} cy={y} r={3.5} />
          ))}
          {picture.labels.map(({ words, x, y, anchor, kind }) => (
            <text key={`${kind} ${words}`} class={`map-label map-${kind}`} x={x} y={y} text-anchor={anchor}>
              {words}
            </text>
          ))}
        </svg>
        <p class="story-source">{t('story_map_credit')}</p>
        <PlaceList heading={t('story_map_places')} places={shown.filter(({ isCountry }) => !isCountry)} />
        <PlaceList heading={t('story_map_countries')} places={shown.filter(({ isCountry }) => isCountry)} />
        <PlaceList heading={t('story_map_beyond')} places={view.beyond} />
        <PlaceList heading={t('story_map_lost')} places={view.lost} />
      </section>
    </OpenCard.Provider>
  );
}

function PlaceList({ heading, places }: { readonly heading: string; readonly places: readonly StoryPlace[] }) {
  if (places.length === 0) return null;
  return (
    <div class="map-places">
      <h3>{heading}</h3>
      <ul>
        {places.map(({ entity, name }) => (
          <li key={entity}>
            <StoryName entity={entity} name={name} />
          </li>
        ))}
      </ul>
    </div>
  );
}
