/** Files of two other devices in a folder, and a pull of them. */
import { pull } from '../../../lib/sync/device-files/pull';
import { doc, type FakeVisit, fakeVisit, type Laid, laySegment, OTHER } from './fake-visit';

export const THIRD = 'c'.repeat(16);
export const first = laySegment(OTHER, 1, [doc('ana'), doc('opec')]);
export const second = laySegment(OTHER, 2, [doc('iran')]);
export const third = laySegment(THIRD, 1, [doc('pmf')]);

export const named = ({ name }: Laid, cargo: Uint8Array): Laid => ({ name, cargo });

export async function pulled(given: FakeVisit) {
  const fake = await fakeVisit(given);
  await pull(fake.visit);
  return { ...fake, read: fake.did('read').map((each) => each.slice('read '.length)) };
}
