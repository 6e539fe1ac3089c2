/** Do the devices have the same content? Counts and digests show that without anyone reading a note. */
import type { DeviceReport } from '../../lib/sync';
import { formatMoment, useText } from '../kit';
import { nameOfDevice } from './name-of-device';

/** Enough of the digest to compare by telephone; the whole of it decides. */
const DIGITS = 8;

interface CompareDevicesProps {
  readonly here: DeviceReport;
  readonly devices: readonly DeviceReport[];
}

export function CompareDevices({ here, devices }: CompareDevicesProps) {
  const text = useText();
  const { t } = text;
  const number = new Intl.NumberFormat(text.locale);
  const others = devices.filter(({ device }) => device !== here.device);
  if (others.length === 0) return null;
  const all = [here, ...others];
  const differs = others.some(({ digest }) => digest !== here.digest);
  return (
    <details class="compare">
      <summary>{t('sync_compare')}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section class="compare-table" aria-label={t('sync_compare')} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('sync_device')}</th>
              <th scope="col">{t('sync_device_notes')}</th>
              <th scope="col">{t('sync_device_digest')}</th>
              <th scope="col">{t('sync_device_same')}</th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">{t('sync_device_here', nameOfDevice(text, here, all))}</th>
              <td class="number">{number.format(here.count)}</td>
              <td class="digest">{here.digest.slice(0, DIGITS)}</td>
              <td />
            </tr>
            {others.map((other) => (
              <tr key={other.device}>
                <th scope="row">
                  <bdi>{nameOfDevice(text, other, all)}</bdi>{' '}
                  <span class="device-when">{t('sync_device_as_of', formatMoment(text, other.at))}</span>
                </th>
                <td class="number">{number.format(other.count)}</td>
                <td class="digest">{other.digest.slice(0, DIGITS)}</td>
                <td>{t(other.digest === here.digest ? 'sync_device_equal' : 'sync_device_differs')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p class="help">{t(differs ? 'sync_compare_differs' : 'sync_compare_equal')}</p>
    </details>
  );
}
