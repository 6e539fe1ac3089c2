/** Our own labelled stories, with the labels as keys of a pack: half to fit weights on, half as the gate. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Pack } from '../../../lib/pack';
import { labelsIn, readGold } from '../../unit/linking/gold-story';
import { type LabelledStory, readLabelled, UNSEEN } from '../../unit/linking/labelled-stories';

const LABELLED = fileURLToPath(new URL('../../fixtures/labelled', import.meta.url));
const LONG = fileURLToPath(new URL('../../fixtures/stories/', import.meta.url));

export interface StoryHalves {
  /** The long fixture stories are with these. */
  readonly fitting: readonly LabelledStory[];
  readonly gate: readonly LabelledStory[];
}

export function storyHalves(pack: Pack): StoryHalves {
  const known = (one: LabelledStory): LabelledStory => ({ ...one, labels: labelsIn(pack, one.labels) });
  const short = readLabelled(LABELLED)
    .filter(({ field }) => field !== UNSEEN)
    .map(known);
  const long = readdirSync(LONG)
    .filter((name) => name.endsWith('.gold.txt'))
    .sort()
    .map((name) => known({ field: name, index: 0, ...readGold(readFileSync(`${LONG}${name}`, 'utf8')) }));
  return {
    fitting: [...long, ...short.filter(({ index }) => index % 2 === 0)],
    gate: short.filter(({ index }) => index % 2 === 1),
  };
}
