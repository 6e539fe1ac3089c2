/** What the reader met: the history switch, recall, the names with their stories, and ways to forget. */
import type { ComponentChildren } from 'preact';
import type { EntityKey } from '../../lib/facts';
import type { Day } from '../../lib/time';
import { Button, formatMoment, type Read, Switch, useText } from '../kit';
import { StoryLink } from '../notes';
import './met.css';

export interface MetName {
  readonly entity: EntityKey;
  /** Its key if no pack knows it any more. */
  readonly name: string;
  /** Latest first. */
  readonly stories: readonly {
    readonly url: string;
    readonly title: string;
    readonly day: Day | null;
    readonly at: number;
  }[];
}

export interface MetViewProps {
  readonly history: boolean;
  readonly onHistory: (on: boolean) => void;
  /** Latest first. */
  readonly names: Read<readonly MetName[]>;
  /** With the number of stories, most first. */
  readonly sites: readonly { readonly site: string; readonly stories: number }[];
  readonly hrefOf: (entity: EntityKey) => string;
  readonly onForgetSite: (site: string) => void;
  readonly onForget: () => void;
  /** Above the names, if there are any. */
  readonly recall: ComponentChildren;
}

export function MetView({ history, onHistory, names, sites, hrefOf, onForgetSite, onForget, recall }: MetViewProps) {
  const text = useText();
  const { t, count } = text;
  const some = names !== null && names !== 'unavailable' && names.length > 0;
  return (
    <>
      <p class="help">{t('settings_history_help')}</p>
      <Switch on={history} onChange={onHistory}>
        {t('settings_history_switch')}
      </Switch>
      {names === 'unavailable' && <p class="error">{t('library_unavailable')}</p>}
      {names !== null && !some && names !== 'unavailable' && <p class="none">{t('met_none')}</p>}
      {some && recall}
      {some && (
        <>
          <h3>{t('met_names')}</h3>
          <ul class="rows met-names">
            {names.map(({ entity, name, stories }) => (
              <li key={entity}>
                <a href={hrefOf(entity)} dir="auto">
                  {name}
                </a>{' '}
                <span class="when">{formatMoment(text, stories[0]?.at ?? 0, 'day')}</span>
                <details>
                  <summary>{count('met_stories', stories.length)}</summary>
                  <ul>
                    {stories.map(({ url, title, at }) => (
                      <li key={url}>
                        <StoryLink url={url} title={title} /> <span class="when">{formatMoment(text, at, 'day')}</span>
                      </li>
                    ))}
                  </ul>
                </details>
              </li>
            ))}
          </ul>
          <h3>{t('met_forget_title')}</h3>
          <ul class="rows">
            {sites.map(({ site, stories }) => (
              <li key={site}>
                <span dir="auto">
                  {site} <span class="when">{count('met_stories', stories)}</span>
                </span>
                <Button aria-label={t('met_forget_site_label', site)} onClick={() => onForgetSite(site)}>
                  {t('met_forget_site')}
                </Button>
              </li>
            ))}
          </ul>
          <Button look="framed" onClick={onForget}>
            {t('met_forget_all')}
          </Button>
        </>
      )}
    </>
  );
}
