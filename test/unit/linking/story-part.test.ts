import { describe, expect, it } from 'vitest';
import { storyPart } from '../../../lib/linking/read/story-part';
import { processorMilliseconds } from '../../bench/measure';
import { link } from './small-world';

/** What a short text tells of the story, and what it only asks for or credits. */

const kept = (text: string) => text.slice(0, storyPart(text)).trimEnd();

describe('text that is not part of the story', () => {
  it.each([
    'Follow us on Twitter @Norrby and on Facebook.',
    'Share this on WhatsApp',
    'Share on Facebook',
    'Subscribe to us on YouTube for more news:',
    'Please sign up to our newsletter for more from Valdoria',
    'Facebook Twitter WhatsApp E-mail',
    'Folgen Sie uns auf Facebook und Instagram',
    'Suivez-nous sur Twitter',
    'Síguenos en Facebook',
    'Seguici su Telegram',
    'Volg ons op Instagram',
    'Udostępnij na Facebook',
    '(Joan Doe / Associated Press)',
    '(Getty Images)',
    'Photograph: Joan Doe/EPA',
    'Joan Doe/AFP via Getty Images',
    'Credit: EPA',
    'Image source, Reuters',
    'Image copyright EPA',
    'Bild: dpa',
    'Reuters',
    'By Joan Doe, Associated Press',
    'Reporting by Joan Doe in Karsk; Editing by John Roe',
    'Joan Doe of AP contributed to this report.',
  ])('includes %s', (text) => expect(kept(text)).toBe(''));
});

describe('a credit or a request after a text', () => {
  it.each([
    ['Soldiers in Karsk on Monday.', 'Photograph: Joan Doe/EPA'],
    ['Soldiers in Karsk on Monday', '(AP Photo/Joan Doe)'],
    ['Soldiers in Karsk on Monday', '(Getty Images)'],
    ['A picture shows the bridge.', 'AP'],
    ['The town is quiet.', 'Follow her on Twitter @joandoe or on Facebook.'],
  ])('is left out: %s | %s', (text, more) => expect(kept(`${text} ${more}`)).toBe(text));
});

describe('text that is part of the story', () => {
  it.each([
    'Share prices of Facebook fell by three per cent on Monday.',
    'He joined the company that makes WhatsApp, and followed it to Facebook.',
    'The ministers met in Karsk, the agency Reuters reported.',
    'He spoke to Reuters/AP.',
    'He left. Bloomberg won the vote.',
    'By 2030, Valdoria wants five of them.',
    'Talks failed, said the source: a man of the River Brigade.',
    'Valdoria and Norland signed it (in Karsk / Ostra)',
    'He said so on Twitter.',
    'He said so. Follow the money, said Ada Morrow. It was on Facebook that he wrote it, and later he told all of us.',
    `${'The town is quiet. '.repeat(20)}So it was on Facebook.`,
  ])('includes %s', (text) => expect(kept(text)).toBe(text));
});

it('reads a text made to slow it down in linear time', () => {
  const work = () => {
    for (const piece of ['A', 'Aa ', '(', 'via ', 'on ', 'Photo: ']) {
      storyPart(piece.repeat(4_000));
      storyPart(piece.repeat(200 / piece.length - 1));
    }
  };
  expect(Math.min(processorMilliseconds(work), processorMilliseconds(work))).toBeLessThan(200);
});

it('names in credits and requests are not linked, except in headings', () => {
  const story = link([
    'Ada Morrow left Valdoria.',
    'Follow Ada Morrow on Facebook',
    ['caption', 'A street in Karsk. Photograph: Ada Morrow/AFP'],
    ['heading', 'Follow Ada Morrow on Facebook'],
  ]);
  expect(story.mentions.map(({ block, entity }) => `${block}:${entity}`)).toEqual([
    '0:ada-morrow',
    '0:valdoria',
    '2:karsk',
    '3:ada-morrow',
  ]);
});
