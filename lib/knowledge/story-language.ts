/** The language of a story as the page says, checked against its text: many a page says what its template says. */
import type { ScanStory } from '../linking';

/** The language of a text by BCP 47; null where it is not sure, or is of several. */
export type TellLanguage = (text: string) => Promise<string | null>;

/** Characters: of less nobody can tell the language. */
const LEAST = 60;
/** No more is looked at: it would tell nothing new. */
const SAMPLE = 2_000;

/** Of nobody knows which language: only what is safe in any is linked. */
const UNKNOWN = 'und';

/**
 * Where page and text agree, or only one of them speaks, the story is in that language. Where they do not, each block is in
 * the language that its own text shows, and in none that is known where it shows none.
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
