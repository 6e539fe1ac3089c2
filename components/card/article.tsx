/**
 * What an encyclopedia says, or one sentence on why not, with at most one action.
 *
 *   (pending) ─► fetching ─────────────────────────┐
 *   (pending) ─► none | off | ask ── pressed ──► asking ─► ready | missing | offline | busy | failed ── again ─► asking
 *
 * `asking` is the only state of its own: it lasts from the press until another state comes from above.
 */
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { CardView, EntityKey } from '../../lib/facts';
import type { ArticleState, NestedMention } from '../../lib/knowledge';
import { Button, formatClock, formatDay, type Text, useText } from '../kit';
import { LinkedText } from './linked-text';
import { WebLink } from './web-link';
import { wikiOf } from './wiki-of';

interface ArticleProps {
  readonly view: CardView;
  /** Null until the look-up has answered. */
  readonly article: ArticleState | null;
  readonly mentions: readonly NestedMention[];
  readonly onName: ((entity: EntityKey) => void) | null;
  readonly onAsk: () => void;
  readonly onOpen: (url: string) => void;
}

/** The sentence for a state that has one. */
function sentence(text: Text, article: ArticleState, hasBackground: boolean): string | null {
  const { t } = text;
  switch (article.state) {
    case 'none':
    case 'ask':
    case 'ready':
      return null;
    case 'fetching':
      return t('card_asking', wikiOf(article.host));
    case 'off':
      // The reader's own choice: mentioned only if the card then has no background.
      return hasBackground ? null : t('card_article_off');
    case 'missing':
      return t('card_article_missing');
    case 'offline':
      return t('card_article_offline');
    case 'busy':
      return t('card_article_busy', formatClock(text, article.retryAt));
    case 'failed':
      return t('card_article_failed');
    default:
      return article satisfies never;
  }
}

export function ArticlePart({ view, article, mentions, onName, onAsk, onOpen }: ArticleProps) {
  const text = useText();
  const section = useRef<HTMLElement>(null);
  const [asked, setAsked] = useState<ArticleState | null>(null);
  const [wiki, setWiki] = useState('Wikipedia');
  const fetching = article?.state === 'fetching';
  const asking = fetching || (asked !== null && asked === article);
  /** Someone was told to wait, so the end is announced too. */
  const waited = useRef(false);
  waited.current ||= asking;

  // The pressed button is gone: keep focus in place, or keyboard readers fall out of the card.
  useEffect(() => {
    if (asked !== null) section.current?.focus();
  }, [asked]);

  if (article === null) return null;
  const ask = () => {
    if (article.state === 'ask') setWiki(wikiOf(article.host));
    setAsked(article);
    onAsk();
  };

  let said: string | null = sentence(text, article, view.background !== null);
  let body: JSX.Element | null = null;
  if (asking && !fetching) said = text.t('card_asking', wiki);
  else if (article.state === 'ask')
    body = (
      <Button look="framed" data-costly="network" onClick={ask}>
        {text.t('card_ask', wikiOf(article.host), view.wikipedia ?? view.name, article.host)}
      </Button>
    );
  else if (article.state === 'ready') {
    const { extract, credit, fetchedOn, url, stale } = article.article;
    body = (
      <>
        <LinkedText text={extract} mentions={mentions} onName={onName} />
        <p class="credit">
          {text.t(stale ? 'card_article_stale' : 'card_article_read', credit, formatDay(text, fetchedOn))}
          {' · '}
          <WebLink url={url} onOpen={onOpen}>
            {text.t('card_article_open')}
          </WebLink>
        </p>
      </>
    );
  } else if (article.state === 'failed' || article.state === 'offline')
    body = (
      <Button data-costly="network" onClick={ask}>
        {text.t('card_retry')}
      </Button>
    );

  const announced = said ?? (article.state === 'ready' && waited.current ? text.t('card_article_ready') : '');
  const empty = said === null && body === null;
  return (
    <section ref={section} class={empty ? 'unseen' : 'article'} tabIndex={-1} aria-busy={asking}>
      {article.state === 'ready' && <h3>{text.t('card_article')}</h3>}
      <p class={said === null ? 'unseen' : 'state'} role="status">
        {announced}
      </p>
      {body}
    </section>
  );
}
