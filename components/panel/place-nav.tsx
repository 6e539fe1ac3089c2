/** The places of the panel: the names of the story, the notes on them, and what else there is to it. */
import { type MessageKey, useText } from '../kit';

export interface PlaceNavProps {
  readonly places: readonly { readonly id: string; readonly label: MessageKey }[];
  readonly now: string;
  readonly onGo: (id: string) => void;
}

export function PlaceNav({ places, now, onGo }: PlaceNavProps) {
  const { t } = useText();
  return (
    <nav class="panel-places" aria-label={t('panel_places')}>
      {places.map(({ id, label }) => (
        <button key={id} type="button" aria-current={id === now ? 'page' : undefined} onClick={() => onGo(id)}>
          {t(label)}
        </button>
      ))}
    </nav>
  );
}
