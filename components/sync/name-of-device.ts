/** A device's name in a list, with the start of its number if others share the name. */
import type { Text } from '../kit';

interface Device {
  readonly device: string;
  readonly name: string;
}

/** Characters: enough for one reader's devices. */
const SHORT_ID = 4;

export function nameOfDevice({ t }: Text, { device, name }: Device, all: readonly Device[]): string {
  const short = device.slice(0, SHORT_ID);
  if (name === '') return t('sync_device_unnamed', short);
  const isShared = all.some((other) => other.device !== device && other.name === name);
  return isShared ? t('sync_device_twin', name, short) : name;
}
