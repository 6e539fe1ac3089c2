/**
 * Of a name that no pack knows: what this story says of it, word for word, and what the open world has under it, with at
 * most one action.
 *
 *   off | ask ── pressed ──► asking ─► found | several | nobody | offline | busy | cancelled | failed ── again ─► asking
 */
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { EntityKey } from '../../lib/facts';
import type { NameState, NameTrouble, WorldEntity } from '../../lib/knowledge';
import type { UnknownEntry } from '../../lib/page';
import { Button, formatClock, formatDay, listOf, type MessageKey, type Text, useText } from '../kit';
import { wikiOf } from './wiki-of';

export interface UnknownPartProps {
  readonly entry: UnknownEntry;
  readonly state: NameState;
  readonly onAsk: () => void;
  readonly onOpen: (entity: EntityKey) => void;
}

export function UnknownPart({ entry, state, onAsk, onOpen }: UnknownPartProps) {
  const text = useText();
  const { t } = text;
  const section = useRef<HTMLElement>(null);
  const [asked, setAsked] = useState<NameState | null>(null);
  const asking = asked !== null && asked === state;
  // The pressed button is gone: keep focus in place, or keyboard readers fall out of the card.
  useEffect(() => {
    if (asked !== null) section.current?.focus();
  }, [asked]);

  const ask = () => {
    setAsked(state);
    onAsk();
  };
  const said = asking ? t('card_name_asking', entry.name) : sentence(text, state, entry.name);
  return (
    <>
      {/* Words the reader typed are in no story. */}
      {entry.count > 0 && (
        <section class="in-story">
          <h3>{t('card_name_story')}</h3>
          {entry.says.map(({ text: words }) => (
            <blockquote key={words} dir="auto">
              {words}
            </blockquote>
          ))}
          <p class="credit">{text.count('card_name_count', entry.count)}</p>
        </section>
      )}
      <section ref={section} class="article" tabIndex={-1} aria-busy={asking}>
        <p class={said === null ? 'unseen' : 'state'} role="status">
          {said ?? ''}
        </p>
        {!asking && <Found state={state} onOpen={onOpen} />}
        {!asking && isOpen(state) && (
          <Button look="framed" data-costly="network" onClick={ask}>
            {t('card_name_ask', entry.name, listOf(text, state.hosts))}
          </Button>
        )}
        {!asking && isWorthAgain(state) && (
          <Button data-costly="network" onClick={ask}>
            {t('card_retry')}
          </Button>
        )}
      </section>
    </>
  );
}

function Found({ state, onOpen }: { readonly state: NameState; readonly onOpen: (entity: EntityKey) => void }) {
  const text = useText();
  const all: readonly WorldEntity[] =
    state.state === 'found' ? [state.found] : state.state === 'several' ? state.among : [];
  if (all.length === 0 || !('on' in state)) return null;
  return (
    <>
      <ul class="world">
        {all.map(
          ({ entity, name, kind, gloss }): JSX.Element => (
            <li key={entity}>
              <button type="button" class="world-entity" onClick={() => onOpen(entity)}>
                <bdi class="world-name">{name}</bdi>
                <span class="world-gloss" dir="auto">
                  {gloss === '' ? text.t(`kind_${kind}` satisfies MessageKey) : gloss}
                </span>
              </button>
            </li>
          ),
        )}
      </ul>
      <p class="credit">{text.t('card_name_source', formatDay(text, state.on))}</p>
    </>
  );
}

/** The text for a state; for an old answer that could not be renewed, first that failure and the answer's day. */
function sentence(text: Text, state: NameState, name: string): string | null {
  const said = ownSentence(text, state, name);
  if (!('trouble' in state) || state.trouble === undefined) return said;
  return `${ownSentence(text, state.trouble, name)} ${text.t('card_name_still', formatDay(text, state.on))} ${said}`;
}

/** The sentence for a state that has one. */
function ownSentence(text: Text, state: NameState | NameTrouble, name: string): string | null {
  const { t } = text;
  switch (state.state) {
    case 'off':
      return t('card_name_off');
    case 'ask':
      return null;
    case 'found':
      return t(state.sure ? 'card_name_found' : 'card_name_perhaps');
    case 'several':
      return t('card_name_several');
    case 'nobody':
      if (state.asked.length === 0) return t('card_name_unaskable', name);
      return state.lists.length > 0
        ? t('card_name_namesakes', wikisOf(text, state.lists), name, formatDay(text, state.on))
        : t('card_name_nobody', wikisOf(text, state.asked), name, formatDay(text, state.on));
    case 'offline':
      return t('card_name_offline');
    case 'busy':
      return t('card_article_busy', formatClock(text, state.retryAt));
    case 'cancelled':
      return t('card_name_cancelled');
    case 'failed':
      return t('card_name_failed');
    default:
      return state satisfies never;
  }
}

/** Several Wikipedias are told apart by their hosts. */
const wikisOf = (text: Text, hosts: readonly string[]): string =>
  hosts.length === 1 ? hosts.map(wikiOf).join() : listOf(text, hosts);

/** Never asked, or not on its own, which may find more. */
const isOpen = (state: NameState): state is Extract<NameState, { state: 'ask' | 'nobody' }> =>
  state.state === 'ask' || (state.state === 'nobody' && state.further);

function isWorthAgain(state: NameState): boolean {
  if (isOpen(state)) return false;
  if (state.state === 'offline' || state.state === 'failed' || state.state === 'cancelled') return true;
  return 'stale' in state && state.stale;
}
