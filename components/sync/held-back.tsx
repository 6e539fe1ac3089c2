/**
 * Unsealed files in a sealed place: whose they claim to be, what they say, and what to do with them. Until the reader
 * decides, nothing of them enters the notes, and nothing is lost.
 */
import { useState } from 'preact/hooks';
import type { HeldFile, RemoteStatus } from '../../lib/sync';
import { Button, formatMoment, useText } from '../kit';
import { nameOfDevice } from './name-of-device';
import type { SyncCalls } from './props';

interface HeldBackProps {
  /** The card's sentence about it. */
  readonly lead: string;
  readonly remote: Pick<RemoteStatus, 'id' | 'held' | 'heldMore'>;
  readonly on: Pick<SyncCalls, 'judgeHeld'>;
}

/** Notes shown per device: enough to recognise one's own. */
const GLIMPSES = 5;

export function HeldBack({ lead, remote: { id, held, heldMore }, on }: HeldBackProps) {
  const text = useText();
  // Ordered by what each wrote last.
  const devices = [...new Set(held.map(({ device }) => device))].map((device) => {
    const files = held.filter((file) => file.device === device);
    const latest = files.toSorted((a, b) => (b.at ?? 0) - (a.at ?? 0))[0];
    return { device, name: latest?.deviceName ?? '', at: latest?.at ?? null, files };
  });
  return (
    <section class="held" aria-label={text.t('sync_held_title')}>
      <p class="error">{lead}</p>
      <p class="help">{text.t('sync_held_help')}</p>
      {devices.map((one) => (
        <OfDevice
          key={one.device}
          {...one}
          name={one.device === '' && one.name === '' ? text.t('sync_held_nobody') : nameOfDevice(text, one, devices)}
          onJudge={(takeIn) => on.judgeHeld(id, one.files, takeIn)}
        />
      ))}
      {heldMore > 0 && <p class="help">{text.count('sync_held_more', heldMore)}</p>}
    </section>
  );
}

interface OfDeviceProps {
  readonly name: string;
  readonly at: number | null;
  readonly files: readonly HeldFile[];
  readonly onJudge: (takeIn: boolean) => void;
}

function OfDevice({ name, at, files, onJudge }: OfDeviceProps) {
  const text = useText();
  const { t } = text;
  const [asking, setAsking] = useState(false);
  const notes = files.reduce((sum, file) => sum + file.notes, 0);
  const glimpses = files.flatMap(({ look }) => look);
  return (
    <div class="held-device">
      <h4>
        <bdi>{name}</bdi>
        {at !== null && <span class="device-when">{formatMoment(text, at)}</span>}
      </h4>
      <p>
        {text.count('sync_held_files', files.length)} {text.count('sync_held_notes', notes)}
      </p>
      <ul class="rows">
        {glimpses.slice(0, GLIMPSES).map((glimpse, place) => (
          <li key={place}>
            <bdi>{glimpse.name}</bdi>
            <span class="held-words" dir="auto">
              {glimpse.text}
            </span>
          </li>
        ))}
      </ul>
      {asking ? (
        <p class="remote-actions">
          <span>{t('sync_held_ask')}</span>
          <Button look="framed" aria-label={t('sync_held_delete_label', name)} onClick={() => onJudge(false)}>
            {t('sync_held_delete')}
          </Button>
          <Button onClick={() => setAsking(false)}>{t('sync_held_keep')}</Button>
        </p>
      ) : (
        <p class="remote-actions">
          <Button look="framed" aria-label={t('sync_held_take_in_label', name)} onClick={() => onJudge(true)}>
            {t('sync_held_take_in')}
          </Button>
          <Button aria-label={t('sync_held_leave_out_label', name)} onClick={() => setAsking(true)}>
            {t('sync_held_leave_out')}
          </Button>
        </p>
      )}
    </div>
  );
}
