/** All tests as ever, over code with one mistake in it: the one of `breaks.json` that BREAK names by its place there. */
import { join } from 'node:path';
import { mergeConfig } from 'vitest/config';
import ours from '../vitest.config';
import breaks from './breaks.json' with { type: 'json' };

const { file, right, wrong } = breaks[Number(process.env.BREAK ?? 0)];
const path = join(ours.root, file);

/** On its way into the tests: the file itself is left as it is. */
const broken = {
  name: 'broken',
  enforce: 'pre',
  transform: (code, id) => (id === path ? { code: code.replace(right, () => wrong), map: null } : null),
};

export default mergeConfig(ours, { plugins: [broken] });
