/** Where a place is. The card reserves room for the map from the start; its text alternative says it in words. */
import type { Locator } from '../../lib/map';
import { listOf, type Read, type Text, useText } from '../kit';

export function PlaceMap({ map }: { readonly map: Read<Locator> }) {
  const text = useText();
  if (map === null) return null;
  if (map === 'unavailable') return <p class="state">{text.t('story_map_failed')}</p>;
  const { width, height, land, dot, others, labels } = map;
  return (
    // If the card's width has changed since, the middle stays in view.
    <svg
      class="place-map"
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="xMidYMid slice"
      role="img"
      aria-label={inWords(text, map)}
    >
      <title>{text.t('story_map_credit')}</title>
      {land.map(({ d, as }, at) => (
        <path key={at} class={`map-${as}`} d={d} />
      ))}
      {others.map(({ x, y }) => (
        <circle key={`${x} ${y}`} class="map-other-dot" cx={x} cy={y} r={2.5} />
      ))}
      {dot?.ringed && <circle class="map-ring" cx={dot.x} cy={dot.y} r={9} />}
      {dot && <circle class="map-dot" cx={dot.x} cy={dot.y} r={3.5} />}
      {labels.map(({ words, x, y, anchor, kind }) => (
        <text key={`${kind} ${words} ${x}`} class={`map-label label-${kind}`} x={x} y={y} text-anchor={anchor}>
          {words}
        </text>
      ))}
    </svg>
  );
}

function inWords(text: Text, { said: { place, country, around, others } }: Locator): string {
  const { t } = text;
  return [
    country === null ? t('card_map', place) : t('card_map_in', place, country),
    ...(around.length > 0 ? [t('card_map_around', listOf(text, around))] : []),
    ...(others.length > 0 ? [t('card_map_others', listOf(text, others))] : []),
  ].join(' ');
}
