/** A device's report as an item: deflated JSON, closed by the vault like all else. */
import { deflateSync, inflateSync } from 'fflate';
import * as v from 'valibot';
import { deviceReport } from '../exchange';
import { SyncError } from '../sync-error';
import type { DeviceReport } from '../types';

export function packReport(told: DeviceReport): Uint8Array {
  return deflateSync(new TextEncoder().encode(JSON.stringify(told)));
}

/** Throws SyncError `damaged`. */
export function unpackReport(bytes: Uint8Array): DeviceReport {
  try {
    return v.parse(deviceReport, JSON.parse(new TextDecoder().decode(inflateSync(bytes))));
  } catch (error) {
    throw new SyncError('damaged', '', { cause: error });
  }
}
