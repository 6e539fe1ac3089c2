/** Wires the picture of a card, in a frame or in a page of ours: it asks for what is here, and for more at the press. */
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

/** How far an article is that can still come, and a picture with it. */
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

  // With the article there may come a picture; until it is there the room for it is kept.
  useEffect(() => {
    // What was pressed goes on.
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
