/** The library's places about Backstory itself: how it behaves, what it knows, asked and stored. */

import { useText } from '../kit';
import { type LibrarySection, Section, TITLES } from '../library';
import { PacksSection } from './packs-section';
import type { SettingsPlaceProps } from './props';
import { SettingsSection } from './settings-section';
import { RequestsSection, StorageSection } from './traces-section';

const PRIVACY = [
  'privacy_local',
  'privacy_notes',
  'privacy_sync',
  'privacy_network',
  'privacy_stored',
  'privacy_nobody',
  'privacy_sites',
] as const;

export type SettingsAt = Extract<LibrarySection, 'settings' | 'packs' | 'requests' | 'storage' | 'privacy'>;

const LEADS = { packs: 'library_packs_lead', requests: 'library_requests_lead' } as const;

export function SettingsPlace({ at, ...props }: SettingsPlaceProps & { readonly at: SettingsAt }) {
  const { t } = useText();
  const lead = at === 'packs' || at === 'requests' ? t(LEADS[at]) : undefined;
  return (
    <Section key={at} name={at} title={t(TITLES[at])} lead={lead}>
      <Body at={at} {...props} />
    </Section>
  );
}

function Body({ at, ...props }: SettingsPlaceProps & { readonly at: SettingsAt }) {
  const { t } = useText();
  const { packs, holdings, undo, settings, requests, cache, lookedUp, stories, days, persisted, on } = props;
  switch (at) {
    case 'packs':
      return <PacksSection packs={packs} holdings={holdings} network={settings.network} undo={undo} on={on} />;
    case 'settings':
      return <SettingsSection {...props} />;
    case 'requests':
      return <RequestsSection requests={requests} onClear={on.clearRequests} />;
    case 'storage':
      return (
        <StorageSection
          usage={cache}
          lookedUp={lookedUp}
          stories={stories}
          days={days}
          persisted={persisted}
          onClear={on.clearCache}
          onClearLookedUp={on.clearLookedUp}
          onForget={on.forgetStories}
          onForgetDays={on.forgetDays}
          onPersist={on.persist}
        />
      );
    case 'privacy':
      return PRIVACY.map((key) => <p key={key}>{t(key)}</p>);
  }
}
