import { defineConfig } from 'vitest/config';

// Not part of `npm test`: it builds the extension for itself, five times in part.
export default defineConfig({
  root: new URL('../..', import.meta.url).pathname,
  test: { include: ['test/dev/**/*.test.ts'] },
});
