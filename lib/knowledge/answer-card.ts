/** The full card: all that the packs say, the article as far as the reader's consent goes, and the names inside both. */
import { type CardView, composeCard, type EntityKey } from '../facts';
import type { LinkingChoices } from '../linking';
import { openIdentities, type Pack } from '../pack';
import type { Day } from '../time';
import type { LinkStory } from './answer-scan';
import type { ArticleState, KnownCard, NestedMention } from './answers';
import { nameIn, readDossier } from './dossier';

export interface CardParts {
  readonly packs: readonly Pack[];
  readonly link: LinkStory;
  readonly choices: LinkingChoices;
  readonly today: Day;
  /** The article under a Wikipedia title, as far as this device has it: a card never waits for a wiki. */
  readonly look: (title: string | null) => Promise<ArticleState>;
}

export interface CardQuestion {
  readonly entity: EntityKey;
  readonly day: Day | null;
  readonly here: readonly EntityKey[];
}

/** Null when no pack knows the entity (a pack was removed since the story was scanned). */
export async function answerCard(question: CardQuestion, parts: CardParts): Promise<KnownCard | null> {
  const { packs, today, look } = parts;
  const dossier = await readDossier(packs, question.entity);
  if (!dossier) return null;
  const nameOf = (key: EntityKey) => nameIn(packs, key);
  const { heirs } = openIdentities(packs);
  const here = question.here.flatMap(heirs);
  const view = composeCard(dossier, { day: question.day, today, here, nameOf });
  const article = await look(view.wikipedia);
  return { view, article, nested: nestedMentions(view, article, parts) };
}

const FIELDS = ['background', 'article'] as const;

/** Names in the card's own texts that have cards themselves; the first of each, so that the text stays calm. */
function nestedMentions(view: CardView, article: ArticleState, { packs, link, choices }: CardParts): NestedMention[] {
  const texts = [view.background?.text ?? '', article.state === 'ready' ? article.article.extract : ''];
  const blocks = texts.map((text, id) => ({ id, text, role: 'body' as const })).filter(({ text }) => text !== '');
  if (blocks.length === 0) return [];
  const story = { day: view.storyDay, title: view.name, blocks, memory: null };
  const seen = new Set<string>();
  const nested: NestedMention[] = [];
  for (const { entity, block, start, end } of link(packs, story, { ...choices, density: 'normal' }).mentions) {
    const field = FIELDS[block];
    if (entity === view.entity || field === undefined || seen.has(`${block} ${entity}`)) continue;
    seen.add(`${block} ${entity}`);
    nested.push({ field, start, end, entity });
  }
  return nested;
}
