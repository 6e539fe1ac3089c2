/**
 * A picture for the card, painted from bytes: the page's own process would request an address, and a frame obeys the
 * page's rules for pictures. With it, its author and licence; otherwise one sentence with at most one action.
 *
 * (pending) ─► off | none | ask ── pressed ──► asking ─► ready | none | offline | busy | failed ── again ─► asking
 */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { PictureState, Picture as Shown } from '../../lib/knowledge';
import { Button, formatClock, formatDay, listOf, type Text, useText } from '../kit';
import { WebLink } from './web-link';

export interface PictureProps {
  readonly name: string;
  /** Null: not known yet. */
  readonly state: PictureState | null;
  readonly asking: boolean;
  readonly onAsk: () => void;
  readonly onOpen: (url: string) => void;
}

export function PicturePart({ name, state, asking, onAsk, onOpen }: PictureProps) {
  const text = useText();
  const section = useRef<HTMLElement>(null);
  const pressed = useRef(false);
  // The pressed button is gone: keep focus in place, or keyboard readers fall out of the card.
  useEffect(() => {
    if (asking && pressed.current) section.current?.focus();
    pressed.current = false;
  }, [asking]);

  const ask = () => {
    pressed.current = true;
    onAsk();
  };
  const said = asking ? text.t('card_picture_asking') : sentence(text, state);
  return (
    <section ref={section} class={asking ? 'picture picture-coming' : 'picture'} tabIndex={-1} aria-busy={asking}>
      <p class={said === null ? 'unseen' : 'state'} role="status">
        {said ?? ''}
      </p>
      {!asking && state?.state === 'ask' && (
        <>
          {state.withArticle && <p class="state">{text.t('card_picture_with_article', ...sentTo(text, state))}</p>}
          <Button data-costly="network" onClick={ask}>
            {state.withArticle ? text.t('card_picture_alone') : text.t('card_picture_ask', ...sentTo(text, state))}
          </Button>
        </>
      )}
      {!asking && (state?.state === 'offline' || state?.state === 'failed') && (
        <Button data-costly="network" onClick={ask}>
          {text.t('card_retry')}
        </Button>
      )}
      {!asking && state?.state === 'ready' && <Painted name={name} picture={state.picture} onOpen={onOpen} />}
    </section>
  );
}

/** The number, who receives it, and who receives the file's name. */
const sentTo = (text: Text, { id, hosts }: Extract<PictureState, { state: 'ask' }>): [string, string, string] => [
  id,
  hosts.number,
  listOf(text, hosts.file),
];

interface PaintedProps {
  readonly name: string;
  readonly picture: Shown;
  readonly onOpen: (url: string) => void;
}

function Painted({ name, picture, onOpen }: PaintedProps) {
  const text = useText();
  const { t } = text;
  const canvas = useRef<HTMLCanvasElement>(null);
  const [broken, setBroken] = useState(false);
  const { shows, data, type, artist, licence, licenceUrl, page, on } = picture;

  useEffect(() => {
    let wanted = true;
    setBroken(false);
    const bytes = Uint8Array.from(atob(data), (sign) => sign.charCodeAt(0));
    createImageBitmap(new Blob([bytes], { type })).then(
      (bitmap) => {
        if (wanted && canvas.current) {
          canvas.current.width = bitmap.width;
          canvas.current.height = bitmap.height;
          canvas.current.getContext('2d')?.drawImage(bitmap, 0, 0);
        }
        bitmap.close();
      },
      () => wanted && setBroken(true),
    );
    return () => {
      wanted = false;
    };
  }, [data]);

  if (broken) return <p class="state">{t('card_picture_failed')}</p>;
  return (
    <figure>
      <canvas ref={canvas} class={`picture-${shows}`} role="img" aria-label={t(`card_picture_${shows}`, name)} />
      <figcaption class="credit">
        <bdi>{artist === '' ? t('card_picture_nobody') : artist}</bdi>
        {' · '}
        {licenceUrl === null ? (
          licence
        ) : (
          <WebLink url={licenceUrl} onOpen={onOpen}>
            {licence}
          </WebLink>
        )}
        {' · '}
        <WebLink url={page} onOpen={onOpen}>
          {t('card_picture_page')}
        </WebLink>
        <br />
        {t('card_picture_read', formatDay(text, on))}
      </figcaption>
    </figure>
  );
}

/** The sentence for a state that has one. */
function sentence(text: Text, state: PictureState | null): string | null {
  const { t } = text;
  switch (state?.state) {
    case undefined:
    case 'off':
    case 'ask':
    case 'ready':
      return null;
    case 'none':
      return t('card_picture_none');
    case 'offline':
      return t('card_name_offline');
    case 'busy':
      return t('card_picture_busy', formatClock(text, state.retryAt));
    case 'failed':
      return t('card_picture_failed');
    default:
      return state satisfies never;
  }
}
