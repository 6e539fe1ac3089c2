import { strFromU8 } from 'fflate';
import { damaged } from './damaged';

export function decodeUtf8(bytes: Uint8Array): string {
  try {
    return strFromU8(bytes);
  } catch (error) {
    throw damaged(`text: ${String(error)}`);
  }
}
