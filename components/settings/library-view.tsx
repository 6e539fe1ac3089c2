/** The library: a full page of sections, with a list of them at its side. */
import type { ComponentChildren } from 'preact';
import { type MessageKey, useText } from '../kit';
import { PacksSection } from './packs-section';
import type { LibraryProps } from './props';
import { SettingsSection } from './settings-section';
import { CacheSection, RequestsSection } from './traces-section';

const PRIVACY = ['privacy_local', 'privacy_network', 'privacy_stored', 'privacy_nobody', 'privacy_sites'] as const;

export function LibraryView(props: LibraryProps) {
  const { t } = useText();
  const { packs, requests, cache, notKept, on } = props;
  const sections: readonly (readonly [
    id: string,
    title: MessageKey,
    lead: MessageKey | null,
    body: ComponentChildren,
  ])[] = [
    ['packs', 'library_packs', 'library_packs_lead', <PacksSection key="packs" packs={packs} on={on} />],
    ['settings', 'settings_title', null, <SettingsSection key="settings" {...props} />],
    [
      'requests',
      'library_requests',
      'library_requests_lead',
      <RequestsSection key="requests" requests={requests} onClear={on.clearRequests} />,
    ],
    ['cache', 'library_cache', null, <CacheSection key="cache" usage={cache} onClear={on.clearCache} />],
    ['privacy', 'privacy_title', null, PRIVACY.map((key) => <p key={key}>{t(key)}</p>)],
  ];
  return (
    <div class="page library">
      <header class="page-head">
        <h1>{t('library_title')}</h1>
        <p class="lead">{t('library_lead')}</p>
      </header>
      <nav aria-label={t('library_nav_label')}>
        <ul>
          {sections.map(([id, title]) => (
            <li key={id}>
              <a href={`#${id}`}>{t(title)}</a>
            </li>
          ))}
        </ul>
      </nav>
      <main>
        {notKept && (
          <p class="error not-kept" role="alert">
            {t('library_not_kept')}
          </p>
        )}
        {sections.map(([id, title, lead, body]) => (
          <section key={id} id={id} aria-labelledby={`${id}-title`}>
            <h2 id={`${id}-title`}>{t(title)}</h2>
            {lead && <p class="help">{t(lead)}</p>}
            {body}
          </section>
        ))}
      </main>
    </div>
  );
}
