/** A story's mentions, each with the card that can be painted in the next frame. */
import { type CardView, composeCard, type Day, type EntityKey } from '../facts';
import type { LinkedStory, LinkingChoices, Story } from '../linking';
import type { ScanAnswer } from '../messages';
import type { Pack } from '../pack';
import { nameIn, readDossier } from './dossier';

export type LinkStory = (packs: readonly Pack[], story: Story, choices: LinkingChoices) => LinkedStory;

export interface ScanParts {
  readonly packs: readonly Pack[];
  readonly link: LinkStory;
  readonly choices: LinkingChoices;
  readonly today: Day;
}

export function answerScan(story: Story, { packs, link, choices, today }: ScanParts): ScanAnswer {
  const linked = link(packs, story, choices);
  const salience = new Map<EntityKey, number>();
  for (const mention of linked.mentions) {
    salience.set(mention.entity, Math.max(mention.salience, salience.get(mention.entity) ?? 0));
  }
  const here = [...salience].sort((a, b) => b[1] - a[1]).map(([entity]) => entity);
  const previews: Record<EntityKey, CardView> = {};
  for (const entity of here) {
    const dossier = readDossier(packs, entity);
    if (!dossier) continue;
    const nameOf = (key: EntityKey) => nameIn(packs, key);
    // Without its background: that lies in compressed blocks, and most cards are never opened.
    previews[entity] = composeCard({ ...dossier, background: null }, { day: story.day, today, here, nameOf });
  }
  return { ...linked, previews };
}
