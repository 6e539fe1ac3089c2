/** The story that Backstory is first meant for. It is not part of the project: the test runs where it lies beside it. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { cachedPack } from '../../../assets/knowledge/cached-pack';
import { type Block, linkStory, type Mention } from '../../../lib/linking';
import { openPack } from '../../../lib/pack';
import { keyIn } from './gold-story';

const FILE = fileURLToPath(new URL('../../../../shared/stories/seed-story.html', import.meta.url));
const here = existsSync(FILE);
if (!here) console.log('skipped: ../shared/stories/seed-story.html is not there');

const ASKED: ReadonlyArray<readonly [surface: string, key: string]> = [
  ['President Trump', 'donald-trump'],
  ['Trump Considered', 'donald-trump'],
  ['Trump and Iran', 'donald-trump'],
  ['Joe Biden', 'joe-biden'],
  ['for Biden', 'joe-biden'],
  ['Qasem Soleimani', 'qasem-soleimani'],
  ['killed Soleimani', 'qasem-soleimani'],
  ['without Soleimani', 'qasem-soleimani'],
  ['Abu Mahdi al-Mohandes', 'abu-mahdi-al-muhandis'],
  ['Kataib Hezbollah', 'kataib-hezbollah'],
  ['ISIS', 'islamic-state'],
  ['Popular Mobilization Force', 'popular-mobilization-forces'],
  ['(PMF)', 'popular-mobilization-forces'],
  ['Trump administration', 'first-trump-administration'],
  ['sponsored militias', 'iran-backed-militias-in-iraq'],
  ['spooked Iran', 'iran'],
  ['Kirkuk, Iraq', 'iraq'],
  ['with the US', 'united-states'],
  ['U.S.-Iran', 'united-states'],
  ['from Tehran', 'tehran'],
  ['Shia Baghdad', 'baghdad'],
  ['benefiting Europe', 'europe'],
  ['New York Times', 'the-new-york-times'],
  ['The Times report', 'the-new-york-times'],
  ['Associated Press', 'associated-press'],
  ['Washington Post', 'the-washington-post'],
  ['in Antiwar is', 'antiwar-com'],
  ['2015 nuclear deal', 'jcpoa'],
  ['“maximum pressure” campaign', 'maximum-pressure'],
  ['rocket attack on a base in Kirkuk', 'k-1-air-base-attack-2019'],
  ['drone strike', 'assassination-of-qasem-soleimani'],
  ['Korean War', 'korean-war'],
  ['on January 20th, the', 'inauguration-of-joe-biden'],
  ['Shia militia', 'shia-islam'],
  ['proxy war', 'proxy-war'],
  ['MIC looting', 'military-industrial-complex'],
  ['Lord of the Flies', 'lord-of-the-flies'],
  ['Forever Wars', 'forever-wars'],
];
const NO_CARD = ['Comments', 'leftist', 'orange man', 'Anti war surprises', 'Participation', 'Or, better', 'With all'];

const pack = openPack((await cachedPack()).bytes);

describe.skipIf(!here)('the seed story', () => {
  const blocks = here ? blocksOf(readFileSync(FILE, 'utf8')) : [];
  const story = { day: '2020-11-20', title: '', blocks, memory: null };
  const { mentions } = linkStory([pack], story, { refused: {}, muted: [], density: 'normal' });
  const on = (surface: string): Mention[] =>
    blocks.flatMap(({ id, text }) => {
      const start = text.indexOf(surface);
      if (start < 0) return [];
      return mentions.filter((one) => one.block === id && one.start < start + surface.length && start < one.end);
    });

  it.each(ASKED)('%s is linked to %s', (surface, key) => {
    expect(on(surface).map((mention) => mention.entity)).toContain(keyIn(pack, key));
  });

  it.each(NO_CARD)('%s is not linked', (words) => {
    expect(blocks.some(({ text }) => text.includes(words))).toBe(true);
    expect(on(words).map((mention) => mention.entity)).toEqual([]);
  });

  it('no heading has a mark', () => {
    const headings = new Set(blocks.filter(({ role }) => role === 'title' || role === 'heading').map(({ id }) => id));
    expect(mentions.filter((mention) => mention.marked && headings.has(mention.block))).toEqual([]);
  });
});

function blocksOf(html: string): Block[] {
  const comments = html.indexOf('class="comments"');
  return [...html.matchAll(/<(h1|h2|p)>([\s\S]*?)<\/\1>/g)].map((match, id): Block => {
    const text = (match[2] ?? '')
      .replace(/<[^>]+>/g, '')
      .replaceAll('&amp;', '&')
      .replace(/\s+/g, ' ');
    const role =
      match[1] === 'h1' ? 'title' : match[1] === 'h2' ? 'heading' : match.index > comments ? 'comment' : 'body';
    return { id, text, role };
  });
}
