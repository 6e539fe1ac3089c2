/** A device's report as an item: deflated JSON, sealed by the vault like everything else. */
import { deflateSync } from 'fflate';
import * as v from 'valibot';
import { deviceReport } from '../exchange';
import { inflateBounded } from '../inflate-bounded';
import { SyncError } from '../sync-error';
import type { DeviceReport } from '../types';

export function packReport(told: DeviceReport): Uint8Array {
  return deflateSync(new TextEncoder().encode(JSON.stringify(told)));
}

const REPORT_BYTES = 64 * 1024;

/** Throws SyncError `damaged`. */
export function unpackReport(bytes: Uint8Array): DeviceReport {
  try {
    return v.parse(deviceReport, JSON.parse(new TextDecoder().decode(inflateBounded(bytes, REPORT_BYTES))));
  } catch (error) {
    throw new SyncError('damaged', '', { cause: error });
  }
}
