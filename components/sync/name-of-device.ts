/** What a device is called in a list: its name, and with it the beginning of its number where others bear that name, too. */
import type { Text } from '../kit';

interface Device {
  readonly device: string;
  readonly name: string;
}

/** Characters: enough for the devices of one reader. */
const SHORT_ID = 4;

export function nameOfDevice({ t }: Text, { device, name }: Device, all: readonly Device[]): string {
  const short = device.slice(0, SHORT_ID);
  if (name === '') return t('sync_device_unnamed', short);
  const isShared = all.some((other) => other.device !== device && other.name === name);
  return isShared ? t('sync_device_twin', name, short) : name;
}
