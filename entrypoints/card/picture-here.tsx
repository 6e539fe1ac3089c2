/**
 * Connects the picture of a card, in a frame or in a page of ours: it requests the stored one, and others on a press.
 */
import { render } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { PicturePart } from '../../components/card/picture';
import { type Text, TextProvider } from '../../components/kit';
import type { EntityKey } from '../../lib/facts';
import type { ArticleState, PictureState } from '../../lib/knowledge';
import { toCallError } from '../../lib/messages';
import type { PictureSeam } from './picture-seam';

/** Again whenever the card is drawn. */
export function showPicture(place: Element, seam: PictureSeam, text: Text): void {
  render(
    <TextProvider text={text}>
      <PictureHere {...seam} />
    </TextProvider>,
    place,
  );
}

/** States of an article that may still arrive, with a picture. */
const TO_COME: readonly ArticleState['state'][] = ['ask', 'fetching', 'offline', 'busy', 'failed'];

interface Known {
  readonly entity: EntityKey;
  readonly state: PictureState;
}

function PictureHere({ entity, name, article, ask, refused, open }: PictureSeam) {
  const [known, setKnown] = useState<Known | null>(null);
  const [asking, setAsking] = useState(false);
  const turn = useRef(0);
  const state = known?.entity === entity ? known.state : null;

  async function find(pressed: boolean): Promise<void> {
    const mine = ++turn.current;
    const found = await ask(pressed).catch((thrown: unknown): PictureState | null => {
      if (toCallError(thrown).code !== 'refused') return { state: 'failed', reason: String(thrown) };
      refused();
      return state;
    });
    if (mine !== turn.current) return;
    setAsking(false);
    if (found) setKnown({ entity, state: found });
  }

  // A picture may come with the article; room is kept for it until then.
  useEffect(() => {
    // What was pressed continues.
    if (asking || state?.state === 'ready') return;
    setAsking(article === 'ready' && state?.state === 'ask' && state.withArticle);
    void find(false);
  }, [entity, article]);

  const press = () => {
    setAsking(true);
    void find(true);
  };
  const told = state?.state === 'ask' && !TO_COME.includes(article) ? { ...state, withArticle: false } : state;
  return <PicturePart name={name} state={told} asking={asking} onAsk={press} onOpen={open} />;
}
