/** Where a note or part comes from if keys have changed, and what the reader can decide about it. */
import type { EntityKey } from '../../lib/facts';
import { Button, isolate, useText } from '../kit';

export interface OriginProps {
  /** The key it was written under, and its entity's name then. */
  readonly entity: EntityKey;
  readonly name: string;
  /** The whole note's current title. */
  readonly title: string;
  /**
   * `joined`: two entities turned out to be one; `placed`: the reader said it belongs here; `asks`: its key was split;
   * `apart`: the reader keeps it apart.
   */
  readonly why: 'joined' | 'placed' | 'asks' | 'apart';
  /** Whose it may be. */
  readonly asks: readonly { readonly entity: EntityKey; readonly name: string }[];
  /** Its own key: it stands apart; null: as the packs say. Null if nothing may be changed. */
  readonly onPlace: ((place: EntityKey | null) => void) | null;
}

export function Origin({ entity, name, title, why, asks, onPlace }: OriginProps) {
  const { t, locale } = useText();
  const names = new Intl.ListFormat(locale, { type: 'conjunction' }).format(asks.map((one) => isolate(one.name)));
  const line = {
    joined: () => (name === title ? t('note_joined_same') : t('note_joined', isolate(name))),
    placed: () => t('note_placed'),
    asks: () => t('note_asks', names),
    apart: () => t('note_apart'),
  }[why]();
  return (
    <p class="note-origin">
      <span>{line}</span>{' '}
      {onPlace &&
        why === 'asks' &&
        asks.map((one) => (
          <Button key={one.entity} look="framed" onClick={() => onPlace(one.entity)}>
            <bdi>{one.name}</bdi>
          </Button>
        ))}
      {onPlace && why === 'joined' && <Button onClick={() => onPlace(entity)}>{t('note_keep_apart')}</Button>}
      {onPlace && why === 'placed' && <Button onClick={() => onPlace(null)}>{t('note_ask_again')}</Button>}
      {onPlace && why === 'apart' && <Button onClick={() => onPlace(null)}>{t('note_put_together')}</Button>}
    </p>
  );
}
