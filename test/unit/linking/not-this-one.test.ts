/** "Not this one", said on one page, on every other page: the words do not open that card again; what else they may mean can. */
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { cachedPack } from '../../../assets/knowledge/cached-pack';
import { linkStory, type Mention, type Story } from '../../../lib/linking';
import { openPack } from '../../../lib/pack';
import { changeOf, DEFAULT_SETTINGS } from '../../../lib/settings';
import { foldText } from '../../../lib/text';
import { keyIn } from './gold-story';
import { readLabelled } from './labelled-stories';

const pack = openPack((await cachedPack()).bytes);

/** As the background stores what is pressed on a card: the words as they stood, folded. */
function refusing(surface: string, entity: string) {
  return changeOf({ type: 'refuse', form: foldText(surface), entity, refused: true })(DEFAULT_SETTINGS).refused ?? {};
}

const mentionsOf = (story: Story, refused: Readonly<Record<string, readonly string[]>> = {}): readonly Mention[] =>
  linkStory([pack], story, { refused, muted: [], density: 'every' }).mentions;

const page = (text: string, day: string): Story => ({
  day,
  title: '',
  language: 'en',
  blocks: [{ id: 0, text, role: 'body' }],
  memory: null,
});

const opened = (text: string, day: string, refused: Readonly<Record<string, readonly string[]>>) =>
  mentionsOf(page(text, day), refused).map(({ start, end, entity }) => [text.slice(start, end), entity]);

describe('not this one', () => {
  it('lets the second-best candidate have the words on the next page', () => {
    const text = 'Hillary Clinton sang. Bill Clinton sang twice; Bill Clinton is loud. Then Clinton left.';
    const bare = (refused: Readonly<Record<string, readonly string[]>>) => opened(text, '2016-05-05', refused).at(-1);
    expect(bare({})).toEqual(['Clinton', keyIn(pack, 'bill-clinton')]);
    const refused = refusing('Clinton', keyIn(pack, 'bill-clinton'));
    expect(bare(refused)).toEqual(['Clinton', keyIn(pack, 'hillary-clinton')]);
  });

  it('applies to these words, not to other names of the same entity', () => {
    const refused = refusing('Brown', keyIn(pack, 'gordon-brown'));
    expect(opened('Gordon Brown spoke. Then Brown left.', '2009-05-05', refused)).toEqual([
      ['Gordon Brown', keyIn(pack, 'gordon-brown')],
    ]);
  });

  it.each([
    ['President Clinton', 'bill-clinton', 'Then President Clinton slept.'],
    ['elder Bush', 'george-h-w-bush', 'George H.W. Bush came. The elder Bush slept.'],
    ['U.S.', 'united-states', 'The U.S. economy grew; so did the US deficit.'],
    ['Mass.', 'massachusetts', 'It was made in Lowell, Mass., in a hurry.'],
    ['Pfizer Inc', 'pfizer', 'Shares of Pfizer Inc fell.'],
    ['Bashar', 'bashar-al-assad', 'Bashar al-Assad came home. Then Bashar left.'],
    ['president', 'joe-biden', 'Joe Biden spoke. The president left.'],
    ['bank', 'wells-fargo', 'Wells Fargo spoke. The bank has fired them.'],
    ['Sulaymani', 'qasem-soleimani', 'General Qasim Sulaymani came. Then Sulaymani left.'],
  ])('%s', (surface, handle, text) => {
    const day = handle === 'joe-biden' ? '2022-02-02' : handle === 'bill-clinton' ? '1998-02-02' : '2008-02-02';
    const entity = keyIn(pack, handle);
    const covers = (refused: Readonly<Record<string, readonly string[]>>) =>
      mentionsOf(page(text, day), refused).filter((one) => {
        const at = text.lastIndexOf(surface);
        return one.entity === entity && one.start < at + surface.length && at < one.end;
      });
    expect(covers({})).toHaveLength(1);
    expect(covers(refusing(surface, entity))).toEqual([]);
  });

  it('works for every mention in our labelled stories', () => {
    const stories = readLabelled(fileURLToPath(new URL('../../fixtures/labelled', import.meta.url)));
    const broken: string[] = [];
    let tried = 0;
    for (const [at, { story, index }] of stories.entries()) {
      if (index % 3 !== 1) continue;
      const mentions = mentionsOf(story);
      const one = mentions[at % Math.max(1, mentions.length)];
      if (!one) continue;
      const surface = story.blocks[one.block]?.text.slice(one.start, one.end) ?? '';
      const again = mentionsOf(story, refusing(surface, one.entity)).find(
        (other) =>
          other.block === one.block && other.entity === one.entity && other.start < one.end && one.start < other.end,
      );
      tried += 1;
      if (again) broken.push(`${surface} → ${one.entity}`);
    }
    expect(tried).toBeGreaterThan(100);
    expect(broken).toEqual([]);
  });
});
