/** Short labelled stories, one file a field of news (`politics.gold.txt`), several stories in a file, `---` between them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Story } from '../../../lib/linking';
import { type GoldLabel, readGold } from './gold-story';

export interface LabelledStory {
  readonly field: string;
  /** Place in its file: weights are fitted on 0, 2, …; 1, 3, … are the gate. */
  readonly index: number;
  readonly story: Story;
  readonly labels: readonly GoldLabel[];
}

const ENDING = '.gold.txt';
/** Pages on which nothing is fitted and no gate stands: how linking does on news that it has not seen. */
export const UNSEEN = 'today';

export const readLabelled = (folder: string): LabelledStory[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith(ENDING))
    .sort()
    .flatMap((name) => {
      const field = name.slice(0, -ENDING.length);
      const parts = readFileSync(join(folder, name), 'utf8').split(/^---\s*$/m);
      return parts.map((part, index) => ({ field, index, ...readGold(part) }));
    });
