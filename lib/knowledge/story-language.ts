/** The language of a story as the page claims, checked against its text: many pages just repeat their template. */
import type { ScanStory } from '../linking';

/** The language of a text, BCP 47; null if unsure or mixed. */
export type TellLanguage = (text: string) => Promise<string | null>;

/** In characters: shorter texts do not show their language. */
const LEAST = 60;
/** Looking at more would show nothing new. */
const SAMPLE = 2_000;

/** Unknown language: only what is safe in any is linked. */
const UNKNOWN = 'und';

/**
 * If page and text agree, or only one of them says anything, the story is in that language. Otherwise each block has
 * the language of its own text, and an unknown one if that shows none.
 */
export async function settleLanguage(story: ScanStory, tell: TellLanguage): Promise<ScanStory> {
  const declared = story.language ?? null;
  const told = await toldOf([story.title, ...story.blocks.map(({ text }) => text)].join('\n'), tell);
  if (told === null || sameLanguage(declared, told)) return story;
  if (declared === null) return { ...story, language: told };
  const blocks = await Promise.all(
    story.blocks.map(async (block) => ({ ...block, language: (await toldOf(block.text, tell)) ?? UNKNOWN })),
  );
  return { ...story, blocks };
}

const toldOf = async (text: string, tell: TellLanguage): Promise<string | null> =>
  text.length < LEAST ? null : tell(text.slice(0, SAMPLE)).catch(() => null);

const primary = (tag: string): string => tag.toLowerCase().split(/[-_]/)[0] ?? '';
const sameLanguage = (one: string | null, other: string): boolean => one !== null && primary(one) === primary(other);
