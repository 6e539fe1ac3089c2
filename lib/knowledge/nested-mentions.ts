/** Names in an entity's texts that have cards themselves; only the first of each, to keep the text calm. */
import type { EntityKey } from '../facts';
import type { LinkingChoices } from '../linking';
import type { Pack } from '../pack';
import type { Day } from '../time';
import type { LinkStory } from './answer-scan';
import type { NestedMention } from './answers';

interface NestedParts {
  readonly packs: readonly Pack[];
  /** Null where it could not be loaded: then no names are found. */
  readonly link: LinkStory | null;
  readonly choices: LinkingChoices;
}

const FIELDS = ['background', 'article'] as const;

/** `day`: the day on which the texts are to be understood; null: unknown. */
export function nestedMentions(
  of: { readonly entity: EntityKey; readonly name: string },
  day: Day | null,
  texts: Readonly<Partial<Record<NestedMention['field'], string>>>,
  { packs, link, choices }: NestedParts,
): NestedMention[] {
  const blocks = FIELDS.map((field, id) => ({ id, text: texts[field] ?? '', role: 'body' as const })).filter(
    ({ text }) => text !== '',
  );
  if (blocks.length === 0 || link === null) return [];
  const story = { day, title: of.name, blocks, memory: null };
  const seen = new Set<string>();
  const nested: NestedMention[] = [];
  for (const { entity, block, start, end } of link(packs, story, { ...choices, density: 'normal' }).mentions) {
    const field = FIELDS[block];
    if (entity === of.entity || field === undefined || seen.has(`${block} ${entity}`)) continue;
    seen.add(`${block} ${entity}`);
    nested.push({ field, start, end, entity });
  }
  return nested;
}
