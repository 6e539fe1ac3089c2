/** The stories that the reader met are in no file that leaves the device. */
import { unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { createRecallStore, createSightings } from '../../../../lib/notes';
import { EXPORTS, written } from './desk';

it.each(EXPORTS)('%s contains nothing of the stories that were met', async (name) => {
  const desk = await written();
  const { database } = desk;
  const sightings = createSightings({ database, now: () => 1_795_737_600_123, history: async () => true });
  const met = { entity: 'met-alone', url: 'https://met.example/story', title: 'Metstory', day: '2026-05-30' };
  await sightings.note(met);
  await sightings.note({ ...met, entity: 'ana' });
  const memory = { stability: 2.30655, note: 'metmemory' };
  await createRecallStore(database, () => 1_795_737_600_123).save('ana', { due: 1_796_083_200_456, memory });
  const { bytes } = await desk.files[name]();
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const parts = isZip ? Object.entries(unzipSync(bytes)).flat() : [bytes];
  const all = parts.map((part) => (typeof part === 'string' ? part : new TextDecoder().decode(part))).join('\n');
  expect(all).toContain('Minister since May');
  for (const trace of [
    'met-alone',
    'met.example',
    'Metstory',
    'metmemory',
    '1795737600123',
    '1796083200456',
    '2.30655',
  ])
    expect(all, trace).not.toContain(trace);
});
