/**
 * First run: what Backstory does, tried on a story; where it may read; where its button is; whom it may ask; its keys.
 * Nothing is on before the final button is pressed, and the choice that requests nothing comes first.
 */
import type { ComponentChildren } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import type { NetworkConsent } from '../../lib/settings';
import { Button, type KeyLine, KeyList, listOf, type Text, useText } from '../kit';
import { ChoiceField } from '../settings';
import { PinButton, type PinState } from './pin-button';

export type SitesChoice =
  | { readonly type: 'ask' }
  | { readonly type: 'some'; readonly sites: readonly string[] }
  | { readonly type: 'all' };

interface WelcomeProps {
  /** The story to try Backstory on. */
  readonly sample: ComponentChildren;
  readonly pin: PinState;
  readonly keys: readonly KeyLine[];
  readonly network: NetworkConsent;
  /** For a story's names that no pack knows. */
  readonly names: NetworkConsent;
  /** Reads typed lines; `bad` is the first that is not a site. */
  readonly readSites: (lines: string) => { readonly sites: readonly string[]; readonly bad: string | null };
  readonly onNetwork: (network: NetworkConsent) => void;
  readonly onNames: (names: NetworkConsent) => void;
  /** Null if the browser has no page for it. */
  readonly onChangeKeys: (() => void) | null;
  /** Called synchronously within the press, so that the browser lets us ask. False: the reader refused. */
  readonly onFinish: (sites: SitesChoice) => Promise<boolean>;
}

type Finish =
  | { readonly at: 'open' | 'refused' | 'no-site' }
  | { readonly at: 'done'; readonly sites: SitesChoice }
  | { readonly at: 'bad-site'; readonly line: string };

export function WelcomeView(props: WelcomeProps) {
  const { sample, pin, keys, network, names, readSites, onNetwork, onNames, onChangeKeys, onFinish } = props;
  const text = useText();
  const { t } = text;
  const [sites, setSites] = useState<SitesChoice['type']>('ask');
  const [lines, setLines] = useState('');
  const [finish, setFinish] = useState<Finish>({ at: 'open' });
  const wrong = useId();
  const field = useRef<HTMLTextAreaElement>(null);

  async function press(): Promise<void> {
    const typed = readSites(lines);
    const none = typed.sites.length === 0;
    if (sites === 'some' && (typed.bad !== null || none)) {
      setFinish(typed.bad === null ? { at: 'no-site' } : { at: 'bad-site', line: typed.bad });
      return field.current?.focus();
    }
    const choice: SitesChoice = sites === 'some' ? { type: 'some', sites: typed.sites } : { type: sites };
    setFinish((await onFinish(choice)) ? { at: 'done', sites: choice } : { at: 'refused' });
  }
  const isWrong = finish.at === 'bad-site' || finish.at === 'no-site';

  return (
    <div class="page welcome">
      <header class="page-head">
        <h1>{t('welcome_title')}</h1>
        <p class="lead">{t('welcome_lead')}</p>
      </header>
      <main>
        <section aria-labelledby="try-title">
          <h2 id="try-title">{t('welcome_try')}</h2>
          <p class="help">{t('welcome_try_help')}</p>
          {sample}
        </section>
        <section id="sites" aria-labelledby="sites-title">
          <h2 id="sites-title">{t('welcome_sites')}</h2>
          <p class="help">{t('welcome_sites_lead')}</p>
          <fieldset class="setting" aria-labelledby="sites-title">
            <ChoiceField<SitesChoice['type']>
              value={sites}
              options={[
                ['ask', t('welcome_sites_ask'), t('welcome_sites_ask_help')],
                ['some', t('welcome_sites_some'), t('welcome_sites_some_help')],
                ['all', t('welcome_sites_all'), t('welcome_sites_all_help')],
              ]}
              onChange={(chosen) => {
                setSites(chosen);
                setFinish({ at: 'open' });
              }}
            />
            {sites === 'some' && (
              <>
                <textarea
                  ref={field}
                  class="wide"
                  rows={4}
                  dir="ltr"
                  spellcheck={false}
                  autocapitalize="off"
                  aria-label={t('welcome_sites_list_label')}
                  aria-invalid={isWrong}
                  aria-describedby={wrong}
                  value={lines}
                  onInput={({ currentTarget }) => {
                    setLines(currentTarget.value);
                    setFinish({ at: 'open' });
                  }}
                />
                <p id={wrong} role="alert" class={isWrong ? 'error' : 'unseen'}>
                  {isWrong && sentence(text, finish)}
                </p>
              </>
            )}
          </fieldset>
        </section>
        <PinButton state={pin} />
        <section aria-labelledby="sources-title">
          <h2 id="sources-title">{t('welcome_sources')}</h2>
          <p class="help">{t('welcome_sources_lead')}</p>
          <fieldset class="setting" aria-labelledby="sources-title">
            <ChoiceField<NetworkConsent>
              value={network}
              options={[
                ['never', t('welcome_sources_never')],
                ['ask', t('welcome_sources_ask'), t('welcome_sources_help')],
                ['automatic', t('welcome_sources_automatic'), t('welcome_sources_help')],
              ]}
              onChange={onNetwork}
            />
          </fieldset>
          <p class="help">{t('welcome_names_lead')}</p>
          <fieldset class="setting" aria-label={t('settings_names')}>
            <ChoiceField<NetworkConsent>
              value={names}
              options={[
                ['never', t('welcome_names_never')],
                ['ask', t('welcome_names_ask'), t('welcome_names_help')],
                ['automatic', t('welcome_names_automatic'), t('welcome_names_help')],
              ]}
              onChange={onNames}
            />
          </fieldset>
        </section>
        {keys.length > 0 && (
          <section aria-labelledby="keys-title">
            <h2 id="keys-title">{t('keys_title')}</h2>
            <KeyList keys={keys} onChange={onChangeKeys} />
          </section>
        )}
        <p class="finish">
          <Button look="framed" onClick={() => void press()}>
            {t('welcome_finish')}
          </Button>
        </p>
        <p role="status" class={finish.at === 'refused' ? 'error' : 'said'}>
          {/* Errors are shown at the line itself. */}
          {!isWrong && sentence(text, finish)}
        </p>
      </main>
    </div>
  );
}

/** "All set" describes what will happen, not an empty list. */
function sentence(text: Text, finish: Finish): string {
  const { t, count } = text;
  switch (finish.at) {
    case 'open':
      return '';
    case 'bad-site':
      return t('welcome_sites_bad', finish.line);
    case 'no-site':
      return t('welcome_sites_empty');
    case 'refused':
      return t('welcome_sites_refused');
    case 'done': {
      const { sites } = finish;
      if (sites.type !== 'some') return t(sites.type === 'all' ? 'welcome_done_all' : 'welcome_done_ask');
      return count('welcome_done_some', sites.sites.length, listOf(text, sites.sites));
    }
  }
}
