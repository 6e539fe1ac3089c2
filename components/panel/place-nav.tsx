/** The panel's places: the story's names, the notes on them, and its background. */
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
