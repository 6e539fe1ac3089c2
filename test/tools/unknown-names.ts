/** The stories of 2026 whose names no pack knows, and what the right answer for each name is: `test/fixtures/unknown-story`. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type GoldStory, readGold } from '../unit/linking/gold-story';

const FIXTURES = fileURLToPath(new URL('../fixtures/', import.meta.url));
/** `unseen-stories`: labelled before any of their names was looked up. */
export type StoryFolder = 'unknown-story' | 'unseen-stories';

export type RightAnswer =
  | { readonly state: 'found'; readonly id: string }
  | { readonly state: 'several'; readonly ids: readonly string[] }
  | { readonly state: 'none' };

export interface NameOfStory {
  readonly story: string;
  /** The longest form in the story. */
  readonly name: string;
  /** All of its forms, the longest first. */
  readonly forms: readonly string[];
  readonly kind: 'person' | 'place' | 'body' | null;
  readonly answer: RightAnswer;
  /**
   * What leads to it: its title in the wiki of the story's language, a search, or the English wiki alone. To have found
   * nothing, or to show several with the right one among them, is no mistake where a search was needed and none was made.
   */
  readonly by: 'title' | 'search' | 'english wiki' | null;
  /** What the story says of it, word for word; whoever takes a longer passage has found this. */
  readonly says: readonly { readonly by: 'apposition' | 'title' | 'sentence'; readonly text: string }[];
  /** What is hard about it. */
  readonly why: string;
}

export interface UnknownStory {
  readonly name: string;
  /** Labels of names that the open world knows have the key that they get once they are looked up: `q990000120`. */
  readonly gold: GoldStory;
  /** Null for the short ones, which are text alone. */
  readonly html: string | null;
  readonly names: readonly NameOfStory[];
}

export function unknownStories(folder: StoryFolder = 'unknown-story'): UnknownStory[] {
  const here = `${FIXTURES}${folder}/`;
  const files = readdirSync(here);
  const names = namesIn(readFileSync(`${here}names.tsv`, 'utf8'));
  return files
    .filter((file) => file.endsWith('.gold.txt'))
    .map((file) => {
      const name = file.replace('.gold.txt', '');
      const page = `${name}.html`;
      return {
        name,
        gold: readGold(readFileSync(here + file, 'utf8')),
        html: files.includes(page) ? readFileSync(here + page, 'utf8') : null,
        names: names.filter(({ story }) => story === name),
      };
    });
}

function namesIn(table: string): NameOfStory[] {
  const [head = '', ...lines] = table.trimEnd().split('\n');
  if (head !== 'story\tname\talso\tkind\tanswer\tby\tsays\twhy') throw new Error(`other columns: ${head}`);
  return lines.map((line) => {
    const [story = '', name = '', also = '', kind = '', answer = '', by = '', says = '', why = ''] = line.split('\t');
    return {
      story,
      name,
      forms: [name, ...(also === '' ? [] : also.split(', '))],
      kind: oneOf(kind, ['person', 'place', 'body'] as const),
      answer: answerIn(answer),
      by: oneOf(by, ['title', 'search', 'english wiki'] as const),
      says: (says === '' ? [] : says.split(' // ')).map((said) => {
        const [, how = '', text = ''] = /^(\w+): (.*)$/.exec(said) ?? [];
        const by = oneOf(how, ['apposition', 'title', 'sentence'] as const);
        if (by === null) throw new Error(`${name}: said how? ${said}`);
        return { by, text };
      }),
      why,
    };
  });
}

function answerIn(text: string): RightAnswer {
  if (text === 'none') return { state: 'none' };
  if (text.startsWith('several: ')) return { state: 'several', ids: text.slice('several: '.length).split(', ') };
  return { state: 'found', id: text };
}

function oneOf<Value extends string>(text: string, values: readonly Value[]): Value | null {
  const found = values.find((value) => value === text) ?? null;
  if (found === null && text !== '') throw new Error(`${text} is none of ${values.join(', ')}`);
  return found;
}
