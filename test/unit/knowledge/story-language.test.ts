import { describe, expect, it } from 'vitest';
import { settleLanguage } from '../../../lib/knowledge';

/** Texts say their language here by a word, so that no detector is needed. */
const tell = async (text: string): Promise<string | null> => {
  const [english, german] = [text.split('the').length, text.split('der').length];
  return english > german * 2 ? 'en' : german > english * 2 ? 'de' : null;
};
const ENGLISH = 'the '.repeat(30);
const GERMAN = 'der '.repeat(30);

const storyOf = (language: string | null, ...texts: string[]) => ({
  day: null,
  title: '',
  language,
  blocks: texts.map((text, id) => ({ id, text, role: 'body' as const })),
  memory: null,
});
const settled = async (language: string | null, ...texts: string[]) => {
  const { language: whole, blocks } = await settleLanguage(storyOf(language, ...texts), tell);
  return [whole, ...blocks.map((block) => ('language' in block ? block.language : 'the same'))];
};

describe('the language of a story', () => {
  it('is what the page declares if the text agrees or shows nothing', async () => {
    expect(await settled('de-AT', GERMAN)).toEqual(['de-AT', 'the same']);
    expect(await settled('de', GERMAN, ENGLISH)).toEqual(['de', 'the same', 'the same']);
    expect(await settled('fr', 'der kurze Text')).toEqual(['fr', 'the same']);
  });

  it('is what the text shows if the page declares nothing', async () => {
    expect(await settled(null, GERMAN)).toEqual(['de', 'the same']);
    expect(await settled(null, 'kurz')).toEqual([null, 'the same']);
  });

  it('is decided for each block if page and text disagree, and unknown if a block shows none', async () => {
    expect(await settled('en', GERMAN, GERMAN, 'Ein Bild')).toEqual(['en', 'de', 'de', 'und']);
    expect(await settled('de', 'Was ein Bild sagt', GERMAN, ENGLISH.repeat(9))).toEqual(['de', 'und', 'de', 'en']);
  });

  it('is what the page declares if the detector fails', async () => {
    const story = storyOf('de', ENGLISH);
    expect(await settleLanguage(story, () => Promise.reject(new Error('no detector')))).toEqual(story);
  });
});
