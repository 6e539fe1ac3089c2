/** A page of many words with real names in them. */
import { readKnowledge } from '../tools/read-knowledge';
import { newsText } from './news-text';

/** Enough of them for a word, in English. */
const CHARACTERS = 7.5;

export function words(count: number): string {
  const { entities } = readKnowledge();
  const text = newsText(CHARACTERS * count, entities);
  const spaces = /\s+/g;
  for (let found = 1; found < count; found++) if (!spaces.test(text)) throw new Error('too little text');
  spaces.test(text);
  return text.slice(0, spaces.lastIndex).trim();
}

const CLAIM =
  '<meta property="og:type" content="article"><meta property="article:published_time" content="2020-11-20T08:00:00Z">';

/** `claim`: the page says of itself that it is a story. */
export function asStory(text: string, claim = true): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const paragraphs = escaped.split('\n').map((paragraph) => `<p>${paragraph}</p>`);
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A very long story</title>${claim ? CLAIM : ''}<style>body{font:17px/1.5 serif;max-width:640px;margin:40px auto}</style></head><body><article><h1>A very long story</h1>${paragraphs.join('\n')}</article></body></html>`;
}
