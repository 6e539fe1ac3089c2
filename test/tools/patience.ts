/**
 * Waiting may take as long as other work holds both cores: by default Vitest and Testing Library give up after a
 * second. Something that never comes still ends its test.
 */
import { vi } from 'vitest';

const PATIENCE_MS = 20_000;

const { waitFor } = vi;
// Files that share their modules share this, too.
if (waitFor.name !== 'patiently') {
  const patiently: typeof waitFor = (look, options) =>
    waitFor(look, typeof options === 'number' ? options : { timeout: PATIENCE_MS, ...options });
  vi.waitFor = patiently;
}

if (typeof document !== 'undefined') {
  const { configure } = await import('@testing-library/preact');
  configure({ asyncUtilTimeout: PATIENCE_MS });
}
