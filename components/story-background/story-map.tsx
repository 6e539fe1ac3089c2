/** Where a story takes place: a map of the area, and the same places as a list. */
import type { MapPicture, MapSize, MapView } from '../../lib/map';
import type { StoryPlace } from '../../lib/story-background';
import { listOf, useText } from '../kit';
import type { StoryPartProps } from './props';
import { OpenCardContext, StoryName } from './story-name';

interface StoryMapProps extends Omit<StoryPartProps, 'story' | 'onLink'> {
  /** Null: none of the story's places has a known location. */
  readonly map: { readonly view: MapView; readonly picture: MapPicture; readonly size: MapSize } | null;
}

export function StoryMap({ map, onCard }: StoryMapProps) {
  const text = useText();
  const { t } = text;
  if (map === null) return <p class="story-none">{t('story_map_none')}</p>;
  const { view, picture, size } = map;
  const shown = view.shown.map(({ place }) => place);
  return (
    <OpenCardContext.Provider value={onCard}>
      <section class="story-part">
        <h2>{t('story_map')}</h2>
        <svg
          class="story-map"
          viewBox={`0 0 ${size.width} ${size.height}`}
          role="img"
          aria-label={t(
            'story_map_picture',
            listOf(
              text,
              shown.map(({ name }) => name),
            ),
          )}
        >
          <rect class="map-sea" width={size.width} height={size.height} />
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
    </OpenCardContext.Provider>
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
