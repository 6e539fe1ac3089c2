/**
 * Below all that the device itself has under the words of the search field: the open world, asked by one button that says
 * what is sent and to whom, and a few things to choose from.
 *
 *   idle ── pressed ──► searching ──► found (a press opens one) | nothing | trouble (again)
 */
import { useEffect, useId, useRef } from 'preact/hooks';
import type { NameTrouble, WorldFind, WorldFinds } from '../../lib/knowledge';
import { Button, formatClock, type Text, useText } from '../kit';
import { NameButton } from './name-button';

/** `gone`: Wikidata no longer has it, or says nothing about it. */
type WorldTrouble = NameTrouble | { readonly state: 'gone' };

export interface OnWikipediaProps {
  /** As they would be sent; '': no search. */
  readonly words: string;
  readonly hosts: { readonly wiki: string; readonly items: string };
  /** For these words. */
  readonly search: WorldFinds | { readonly state: 'idle' | 'searching' };
  /** The chosen result is being requested; null: none. */
  readonly opening: WorldFind | null;
  /** Why the last one did not open. */
  readonly refusal: { readonly find: WorldFind; readonly trouble: WorldTrouble } | null;
  readonly on: {
    readonly search: () => void;
    readonly open: (find: WorldFind) => void;
    readonly openSettings: () => void;
  };
}

export function OnWikipedia(props: OnWikipediaProps) {
  const { words, search, hosts, on } = props;
  const text = useText();
  const { t } = text;
  const heading = useId();
  const sends = useId();
  if (words === '') return null;
  const isAsked = search.state !== 'idle' && search.state !== 'off';
  // It stays in place and keeps focus until there are results.
  const offers = search.state !== 'off' && search.state !== 'found';
  const isBusy = search.state === 'searching';
  return (
    <section class="glossary-packs" aria-labelledby={heading}>
      <h2 id={heading} class="glossary-kind">
        {t('popup_world_heading')}
      </h2>
      {search.state === 'off' && (
        <p class="popup-word">
          {t('popup_world_off')} <Button onClick={on.openSettings}>{t('popup_unknown_settings')}</Button>
        </p>
      )}
      <p class={isAsked ? 'popup-word' : 'unseen'} role="status">
        {isAsked && wordsOn(text, search, hosts.items)}
      </p>
      {offers && (
        <div class="unknown-ask world-ask">
          <Button
            look="framed"
            aria-describedby={sends}
            aria-disabled={isBusy}
            onClick={() => void (isBusy || on.search())}
          >
            {t('popup_world_ask', words)}
          </Button>
          <p id={sends} class="credit">
            {t('popup_world_sends', hosts.wiki)}
          </p>
        </div>
      )}
      {search.state === 'found' && <Finds {...props} finds={search.finds} heading={heading} />}
    </section>
  );
}

function Finds({
  finds,
  heading,
  opening,
  refusal,
  on,
}: OnWikipediaProps & { readonly finds: readonly WorldFind[]; readonly heading: string }) {
  const text = useText();
  const { t } = text;
  const list = useRef<HTMLUListElement>(null);
  // They replace the pressed button.
  useEffect(() => {
    if (document.activeElement === document.body) list.current?.querySelector('button')?.focus();
  }, []);
  return (
    <>
      <ul ref={list} aria-labelledby={heading} aria-busy={opening !== null}>
        {finds.map((find) => (
          <li key={find.entity}>
            <NameButton name={find.name} gloss={find.gloss} onPress={() => on.open(find)} />
          </li>
        ))}
      </ul>
      <p class={opening || refusal ? 'popup-word' : 'unseen'} role="status">
        {opening
          ? t('popup_world_opening', opening.name)
          : refusal && `${refusal.find.name}: ${troubleWords(text, refusal.trouble)}`}
      </p>
    </>
  );
}

function wordsOn(text: Text, search: OnWikipediaProps['search'], items: string): string {
  const { t } = text;
  switch (search.state) {
    case 'searching':
      return t('popup_world_searching');
    case 'found':
      return t('popup_world_choose', items);
    case 'nothing':
      return t('popup_world_nothing');
    default:
      return isTrouble(search) ? troubleWords(text, search) : '';
  }
}

const TROUBLES: readonly string[] = ['offline', 'busy', 'cancelled', 'failed'] satisfies NameTrouble['state'][];

const isTrouble = (search: OnWikipediaProps['search']): search is NameTrouble => TROUBLES.includes(search.state);

function troubleWords(text: Text, trouble: WorldTrouble): string {
  if (trouble.state === 'busy') return text.t('card_article_busy', formatClock(text, trouble.retryAt));
  return text.t(trouble.state === 'gone' ? 'popup_world_gone' : `card_name_${trouble.state}`);
}
