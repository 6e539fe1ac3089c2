/** The linker as a whole, over a small world. Long because each kind of name is one short story over the same pack. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openPack, writePack } from '../../../lib/pack';
import { anyCharacter } from '../../tools/any-character';
import { cards, link, smallPack, world } from './small-world';

describe('linking names', () => {
  it('finds a full name, a demonym and a phrase in lower case', () => {
    expect(cards(['Ada Morrow warned a Valdorian minister of a proxy war.'])).toEqual([
      'Ada Morrow → ada-morrow',
      'Valdorian → valdoria',
      'proxy war → proxy-war',
    ]);
  });

  it('distinguishes an acronym from the word with the same letters', () => {
    expect(cards(['It was the WHO who warned. Who else?'])).toEqual(['WHO → world-health-league']);
  });

  it('does not link part of a longer unknown name', () => {
    expect(cards(['Linda Morrow opened Karsk Stadium at the University of Karsk.'])).toEqual([]);
  });

  it('does not link a given name after a relative', () => {
    expect(cards(['My sister Karsk and my brother Valdoria came.'])).toEqual([]);
  });

  it('accepts titles and ranks before a name and leaves them out of it', () => {
    expect(cards(['Valdorian President Morrow met Gen. Abu Karim al-Muhandis.'])).toEqual([
      'Valdorian → valdoria',
      'Morrow → ada-morrow',
      'Abu Karim al-Muhandis → abu-karim-al-muhandis',
    ]);
  });
});

describe('linking short forms', () => {
  it('needs the full name in the story', () => {
    expect(cards(['A Times report said so.'])).toEqual([]);
    expect(cards(['The Daily Times reported it.', 'A Times report said so.'])).toContain('Times → the-daily-times');
  });

  it('accepts the office held on the day in place of the full name, but not a former office', () => {
    expect(cards(['President Hale spoke.'], { day: '2020-02-01' })).toEqual(['Hale → tom-hale']);
    expect(cards(['President Hale spoke.'], { day: '2024-02-01' })).toEqual([]);
  });

  it('abstains if two people with that name are in the story', () => {
    const found = cards(['Tom Hale and Eva Hale came.', 'Hale said nothing.']);
    expect(found).toEqual(['Tom Hale → tom-hale', 'Eva Hale → eva-hale']);
  });

  it('does not link a surname that belongs to an unknown person in this story', () => {
    expect(cards(['A baker, Linda Morrow, saw it.', 'Later Morrow wept.'])).toEqual([]);
  });
});

describe('forms that need context', () => {
  it('count only with that context', () => {
    expect(cards(['They left the harbour deal.'])).toEqual([]);
    expect(cards(['They left the harbour deal.', 'Valdoria was angry.'])).toContain('harbour deal → harbour-pact');
  });

  it('marked `near` need it in their own sentence', () => {
    expect(cards(['Abu Karim al-Muhandis died in an air strike.'])).toContain('air strike → karsk-strike');
    expect(cards(['Abu Karim al-Muhandis died. An air strike hit.'])).not.toContain('air strike → karsk-strike');
  });

  it('count on their days only, and never in a story without a day', () => {
    const text = ['What happened in Karsk on January 3rd?'];
    expect(cards(text, { day: '2020-02-01' })).toContain('January 3rd → karsk-strike');
    expect(cards(text, { day: '2021-02-01' })).toEqual(['Karsk → karsk']);
    expect(cards(text, { day: null })).toEqual(['Karsk → karsk']);
  });

  it('go to the competitor whose context the story has', () => {
    const story = [
      'Valdoria voted. Valdoria waits, and Valdoria counts.',
      'Norland looks on.',
      'The new Congress meets.',
    ];
    expect(cards(story)).toContain('Congress → valdorian-congress');
    expect(cards(story)).not.toContain('Congress → norland-congress');
  });
});

describe('linking variant spellings', () => {
  it('calls an adjective of a country what it is', () => {
    const { mentions } = link(['A Valdorian ship left.']);
    expect(mentions[0]).toMatchObject({ entity: 'valdoria', evidence: { type: 'demonym', of: 'Valdoria' } });
  });

  it('accepts them when the whole name agrees, and says what is usual', () => {
    const { mentions } = link(['They killed Abu Kareem el-Mohandes.']);
    expect(mentions.map((mention) => mention.entity)).toEqual(['abu-karim-al-muhandis']);
    expect(mentions[0]?.evidence).toEqual({ type: 'spelling', usual: 'Abu Karim al-Muhandis' });
  });

  it('needs the full name for those of one word', () => {
    expect(cards(['They killed Mohandes.'])).toEqual([]);
    expect(cards(['They killed Abu Karim al-Muhandis. Mohandes was 66.'])).toContain(
      'Mohandes → abu-karim-al-muhandis',
    );
  });
});

describe('coreference', () => {
  it('an acronym in brackets takes the meaning of its name, everywhere', () => {
    const found = cards(["He led the People's Guard Force (PGF).", 'The PGF denied it.']);
    expect(found).toEqual([
      "People's Guard Force → peoples-guard-force",
      'PGF → peoples-guard-force',
      'PGF → peoples-guard-force',
    ]);
  });

  it('a known acronym is not linked when the story explains it with an unknown name', () => {
    expect(cards(['The Western Hockey League (WHL) met.', 'The WHL said no.'])).toEqual([]);
  });

  it('a known acronym stays linked after names that do not spell it', () => {
    const found = cards(['Wanda Kelmar, Hans Lund (WHL) and a cook met.', 'The WHL said no.']);
    expect(found).toEqual(['WHL → world-health-league', 'WHL → world-health-league']);
  });

  it('a noun points to the nearest suitable mention before', () => {
    const { mentions } = link(["The People's Guard Force moved.", 'It began when the militia fired.']);
    expect(mentions.map((mention) => mention.entity)).toEqual(['peoples-guard-force', 'peoples-guard-force']);
    expect(mentions[1]?.evidence).toEqual({ type: 'full-name', form: "People's Guard Force" });
  });

  it('“the militia” points back two blocks, not three', () => {
    const cardsWith = (blocksBetween: number) =>
      cards([
        "The People's Guard Force moved.",
        ...Array(blocksBetween).fill('It rained.'),
        'There the militia fired.',
      ]);
    expect(cardsWith(1)).toHaveLength(2);
    expect(cardsWith(2)).toHaveLength(1);
  });

  it('a noun that may point to two mentions is not linked', () => {
    const found = cards(["The People's Guard Force fought the River Brigade.", 'It began when the militia fired.']);
    expect(found).toHaveLength(2);
  });

  it('“the president” means the only holder in the story, and nobody if there are several', () => {
    expect(cards(['Ada Morrow spoke.', 'Later the president left.'])).toContain('president → ada-morrow');
    expect(cards(['Ada Morrow met Tom Hale.', 'Later the president left.'])).toHaveLength(2);
  });
});

describe('choosing among candidates', () => {
  it('follows the words of the story', () => {
    const bank = link([
      'Mercury closed branches. Its deposits and loans shrank, said the lender.',
      'Deposits at Mercury fell.',
    ]);
    expect(new Set(bank.mentions.map((mention) => mention.entity))).toEqual(new Set(['mercury-bank']));
  });

  it('abstains when two are nearly equal', () => {
    expect(cards(['They spoke of Mercury.'])).toEqual([]);
  });

  it('lists the other candidates', () => {
    const { mentions } = link(['Closed branches: deposits and loans at Mercury shrank, said the lender.']);
    expect(mentions[0]?.runnersUp.map((other) => other.entity)).toEqual(['mercury-planet']);
  });

  it('respects "not this one", in any spelling of the form', () => {
    expect(cards(['He went to Karsk.'], { choices: { refused: { KARSK: ['karsk'] } } })).toEqual([]);
  });

  it('assigns a key to the first pack that knows it', () => {
    const other = openPack(
      writePack({
        ...world,
        entities: [
          { ...world.entities[0]!, name: 'Valdoria', prominence: 1 },
          { ...world.entities[1]!, key: 'ruritania', name: 'Ruritania' },
        ],
        forms: [],
        facts: [],
      }),
    );
    const found = cards(['Valdoria and Ruritania agreed.'], { packs: [smallPack, other] });
    expect(found).toEqual(['Valdoria → valdoria', 'Ruritania → ruritania']);
  });
});

describe('marks', () => {
  const marked = (blocks: Parameters<typeof link>[0], more: Parameters<typeof link>[1] = {}): string[] =>
    link(blocks, more)
      .mentions.filter((mention) => mention.marked)
      .map((mention) => `${mention.block}:${mention.entity}`);

  const story = [
    ['title', 'Abu Karim al-Muhandis visits Karsk'],
    ['body', 'Abu Karim al-Muhandis went to Karsk, a Valdorian said.'],
    ['body', 'Karsk was quiet. al-Muhandis left Karsk.'],
    ['comment', 'Karsk is fine. I like Karsk.'],
  ] as const;

  it('are at the first mention in the story and once more in the comments; never in a heading or on a demonym', () => {
    expect(marked(story)).toEqual(['1:abu-karim-al-muhandis', '1:karsk', '3:karsk']);
  });

  it('are once in each post of a live blog, and an aside takes none from the story', () => {
    const blog = [
      ['aside', 'More on Karsk and the River Brigade.'],
      ['body', 'What we know of Karsk. Karsk is quiet.'],
      ['body', 'Karsk was hit. Karsk burns.', 2],
      ['body', 'More from Karsk.', 2],
      ['body', 'Karsk at noon.', 1],
    ] as const;
    expect(marked(blog)).toEqual(['0:karsk', '0:river-brigade', '1:karsk', '2:karsk', '4:karsk']);
  });

  it('are everywhere, except headings and demonyms, if the reader wants every mention', () => {
    expect(marked(story, { choices: { density: 'every' } })).toHaveLength(7);
  });

  it('are not on what everybody knows, however much the story is about it', () => {
    const praise = ['Norland, Norland.', 'Norland and Ada Morrow.', 'Ada Morrow loves Norland. Ada Morrow is Norland.'];
    expect(marked(praise)).toEqual([]);
    expect(marked(praise, { choices: { density: 'every' } })).toHaveLength(8);
  });

  it('are not on what only a later paragraph mentions, if some readers know it', () => {
    const rain = ['It rained.', 'It rained.', 'It rained.', 'It rained.'];
    expect(marked([...rain, 'Tom Hale came. The River Brigade left.'])).toEqual(['4:river-brigade']);
    expect(marked([...rain, 'Tom Hale came.', 'Tom Hale spoke.', 'Tom Hale left.'])).toEqual(['4:tom-hale']);
  });

  it('are fewer in quiet mode, and absent from the comments', () => {
    const quiet = [
      ['title', 'Abu Karim al-Muhandis'],
      ['body', 'Abu Karim al-Muhandis and Abu Karim al-Muhandis.'],
      ['body', 'It rained.'],
      ['body', 'It rained.'],
      ['body', 'It rained on the River Brigade.'],
      ['comment', 'Abu Karim al-Muhandis!'],
    ] as const;
    expect(marked(quiet)).toEqual(['1:abu-karim-al-muhandis', '4:river-brigade', '5:abu-karim-al-muhandis']);
    expect(marked(quiet, { choices: { density: 'quiet' } })).toEqual(['1:abu-karim-al-muhandis']);
  });

  it('are never on an agency in a dateline or a credit', () => {
    const every = { choices: { density: 'every' } } as const;
    expect(marked(['RIVERTON (The Daily Times) — It rained.'], every)).toEqual([]);
    expect(marked(['The Daily Times said so. Photo: The Daily Times'], every)).toEqual(['0:the-daily-times']);
    expect(marked(['Riverton (Mercury Bank) — It rained.'], every)).toEqual(['0:mercury-bank']);
  });

  it('are not on muted names, which can still be hovered', () => {
    const { mentions } = link(['He went to Karsk.'], { choices: { muted: ['karsk'] } });
    expect(mentions.map((mention) => mention.marked)).toEqual([false]);
  });

  it('are not on what the reader knows, by itself or by its kind', () => {
    const every = (...known: string[]) => ({ choices: { density: 'every', known } }) as const;
    const blocks = ['He went to Karsk. Mercury Bank said so.'];
    expect(marked(blocks, every())).toEqual(['0:karsk', '0:mercury-bank']);
    expect(marked(blocks, every('karsk'))).toEqual(['0:mercury-bank']);
    expect(marked(blocks, every('*places'))).toEqual(['0:mercury-bank']);
    expect(marked(blocks, every('*companies', '*kind-of-later'))).toEqual(['0:karsk']);
    expect(link(blocks, every('karsk', '*companies')).mentions).toHaveLength(2);
  });
});

it('an entity named in the first four blocks is more important to the story than a later one', () => {
  const weight = (before: number) => {
    const blocks = [...Array(before).fill('It rained.'), 'He went to Karsk.', ...Array(8 - before).fill('It rained.')];
    return link(blocks).mentions.find(({ entity }) => entity === 'karsk')!.salience;
  };
  expect(weight(3)).toBe(weight(0));
  expect(weight(4)).toBeLessThan(weight(0) * 0.8);
});

describe('the memory of a visit', () => {
  it('keeps names, acronyms and marks for later batches, as plain JSON', () => {
    const first = link(["Tom Hale led the People's Guard Force (PGF)."]);
    const memory = JSON.parse(JSON.stringify(first.memory));
    const { mentions } = link(['Hale left the PGF. Tom Hale wept.'], { memory });
    expect(mentions.map((mention) => [mention.entity, mention.marked])).toEqual([
      ['tom-hale', false],
      ['peoples-guard-force', false],
      ['tom-hale', false],
    ]);
  });

  it('stays limited over an endless page', () => {
    let memory: ReturnType<typeof link>['memory'] | null = null;
    for (let batch = 0; batch < 300; batch++) {
      const words = Array.from({ length: 60 }, (_, at) => `word${batch}x${at}`).join(' ');
      memory = link([`Karsk ${words}.`], { memory }).memory;
    }
    expect(memory?.stems.length).toBeLessThanOrEqual(2_000);
    expect(memory?.named.karsk).toEqual({ forms: ['Karsk'], count: 300 });
  });
});

describe('unusual input', () => {
  it('gives no mentions for an empty story', () => {
    expect(cards([])).toEqual([]);
    expect(cards(['', ' \n\t', '…'])).toEqual([]);
  });

  it('may be any Unicode, with mentions inside their blocks, in order and without overlap', () => {
    const piece = fc.oneof(
      fc.string({ unit: anyCharacter }),
      fc.constantFrom(
        'Karsk',
        ' Ada Morrow ',
        '(PGF)',
        '\u200b',
        '\u202e',
        '\ud800',
        ' the ',
        '. ',
        'al-',
        "'s ",
        'PRESIDENT HALE',
      ),
    );
    fc.assert(
      fc.property(fc.array(fc.array(piece, { maxLength: 12 }), { maxLength: 4 }), (pieces) => {
        const texts = pieces.map((parts) => parts.join(''));
        let last = { block: -1, end: 0 };
        for (const mention of link(texts).mentions) {
          const text = texts[mention.block] ?? '';
          expect(mention.start).toBeGreaterThanOrEqual(mention.block === last.block ? last.end : 0);
          expect(mention.end).toBeGreaterThan(mention.start);
          expect(mention.end).toBeLessThanOrEqual(text.length);
          expect(mention.confidence).toBeGreaterThan(0.6);
          last = mention;
        }
      }),
      { numRuns: 300, seed: 7 },
    );
  });

  // Work that grew with the square of the length would run into the runner's time limit.
  it('may be a paragraph of a megabyte', () => {
    const text = 'Ada Morrow and the president, of Karsk (PGF), saw the militia '.repeat(16_000);
    expect(link([text]).mentions.length).toBeGreaterThan(10_000);
  });
});
