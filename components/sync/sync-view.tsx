/** Where notes go besides this device, the state of each place, and how to add more. */

import { useText } from '../kit';
import { Section } from '../library';
import { AddRemote } from './add-remote';
import { DeviceName } from './device-name';
import { Offer } from './offer';
import { Passphrase } from './passphrase';
import type { SyncProps } from './props';
import { RemoteCard } from './remote-card';

export function SyncView(props: SyncProps) {
  const { remotes, passphrase, on } = props;
  const { t } = useText();
  return (
    <Section name="sync" title={t('sync_title')} lead={t('sync_lead')}>
      {props.undo}
      {props.offer && <Offer {...props.offer} />}
      {remotes === 'unavailable' && <p class="error">{t('library_unavailable')}</p>}
      {Array.isArray(remotes) && (
        <>
          {remotes.length === 0 && <p class="none">{t('sync_none')}</p>}
          {(remotes as readonly (typeof remotes)[number][]).map((remote) => (
            <RemoteCard key={remote.id} remote={remote} passphrase={passphrase} on={on} />
          ))}
        </>
      )}
      <AddRemote ways={props.waysToAdd} on={on} />
      <Passphrase state={passphrase} shortest={props.shortestPassphrase} on={on} />
      <DeviceName name={props.deviceName} onName={on.nameDevice} />
    </Section>
  );
}
