/** Who checks a store's zip builds it anew: the same files have to give the same bytes. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { evenZip } from '../../wxt.config';

const [manifest, worker] = [strToU8('{"manifest_version":3}'), strToU8('chrome.alarms;'.repeat(100))];

it('a zip has the same bytes whenever its files were packed, and in whatever order', () => {
  const one = zipSync({ 'a/worker.js': worker, 'manifest.json': manifest }, { mtime: '2026-11-30T10:00:00', level: 6 });
  const other = zipSync(
    { 'manifest.json': manifest, 'a/worker.js': worker },
    { mtime: '2026-12-24T18:30:00', level: 1 },
  );
  expect(one).not.toEqual(other);
  expect(evenZip(one)).toEqual(evenZip(other));
});

it('a zip keeps every file as it was', () => {
  const files = unzipSync(evenZip(zipSync({ 'manifest.json': manifest, 'a/worker.js': worker })));
  expect(Object.keys(files)).toEqual(['a/worker.js', 'manifest.json']);
  expect(strFromU8(files['manifest.json'] as Uint8Array)).toBe('{"manifest_version":3}');
  expect(files['a/worker.js']).toEqual(worker);
});
