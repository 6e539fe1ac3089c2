/** The map of the story. Its outlines are read from the extension's files when it is first shown. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import { Button, type Read, useText } from '../../components/kit';
import { StoryMap } from '../../components/story-background/map';
import '../../components/story-background/story-background.css';
import { type Gazetteer, type MapData, mapData, mapPicture, mapView, type Outlines } from '../../lib/map';
import { browser } from '../../lib/messages';
import type { StoryPlace } from '../../lib/story-background';
import type { PlaceProps } from './places';
import { StoryRead } from './story-read';

const SIZE = { width: 340, height: 270 } as const;

let loading: Promise<MapData> | null = null;

async function load(): Promise<MapData> {
  const [outlines, places] = await Promise.all([readFile('maps/outlines.json'), readFile('maps/places.json')]);
  return mapData(outlines as Outlines, places as Gazetteer);
}

async function readFile(path: string): Promise<unknown> {
  const response = await fetch(browser.runtime.getURL(`/${path}` as never));
  return response.json();
}

export function MapHere(props: PlaceProps) {
  const { t } = useText();
  const [data, setData] = useState<Read<MapData>>(null);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let stale = false;
    loading ??= load();
    loading.then(
      (read) => !stale && setData(read),
      () => {
        loading = null;
        if (!stale) setData('unavailable');
      },
    );
    return () => {
      stale = true;
    };
  }, [tries]);
  const retry = () => {
    setData(null);
    setTries(tries + 1);
  };
  if (data === 'unavailable')
    return (
      <p role="alert">
        {t('story_map_failed')} <Button onClick={retry}>{t('popup_retry')}</Button>
      </p>
    );
  return (
    <StoryRead {...props}>
      {({ places }) =>
        data === null ? (
          <p role="status" aria-busy="true">
            {t('story_loading')}
          </p>
        ) : (
          <MapOf places={places} data={data} onCard={props.openCard} />
        )
      }
    </StoryRead>
  );
}

interface MapOfProps {
  readonly places: readonly StoryPlace[];
  readonly data: MapData;
  readonly onCard: PlaceProps['openCard'];
}

function MapOf({ places, data, onCard }: MapOfProps) {
  const map = useMemo(() => {
    const view = mapView(places, data);
    return view && { view, picture: mapPicture(view, data, SIZE), size: SIZE };
  }, [places, data]);
  return <StoryMap map={map} onCard={onCard} />;
}
