/** Connects the map of a place's card, in a frame or in a page of ours: it requests one as wide as the space for it. */
import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { PlaceMap } from '../../components/card/place-map';
import { type Read, type Text, TextProvider } from '../../components/kit';
import type { Locator } from '../../lib/map';
import type { MapSeam } from './map-seam';

/** Again whenever the card is drawn. */
export function showMap(place: Element, seam: MapSeam, text: Text): void {
  render(
    <TextProvider text={text}>
      <MapHere {...seam} width={place.clientWidth} />
    </TextProvider>,
    place,
  );
}

/** CSS px; without a layout yet it is as wide as a card. */
const WIDTHS = { usual: 348, least: 80, most: 2_000 };

function MapHere({ entity, ask, width }: MapSeam & { readonly width: number }) {
  const [read, setRead] = useState<{ readonly of: string; readonly map: Read<Locator> } | null>(null);
  useEffect(() => {
    let wanted = true;
    const tell = (map: Read<Locator>) => wanted && setRead({ of: entity, map });
    const asked = width > 0 ? Math.min(WIDTHS.most, Math.max(WIDTHS.least, Math.round(width))) : WIDTHS.usual;
    ask(asked).then(
      (map) => tell(map ?? 'unavailable'),
      () => tell('unavailable'),
    );
    return () => {
      wanted = false;
    };
    // Requested once per place: a narrower space later shows the middle of it.
  }, [entity]);
  return <PlaceMap map={read?.of === entity ? read.map : null} />;
}
