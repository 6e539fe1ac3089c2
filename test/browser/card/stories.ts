/**
 * Cards in every state that a reader can meet, for the eyes (screenshots) and for the tests of layout and semantics.
 * The story is of 20 November 2020. Facts as in our tables; texts written for this file. Long because each
 * state is a whole card.
 */
import { type CardProps, unknownView } from '../../../components/card';
import type { DatedLine, Source, Tie } from '../../../lib/facts';
import type { ArticleState, NameState } from '../../../lib/knowledge';
import type { UnknownEntry } from '../../../lib/page';

const wikidata: Source = { name: 'Wikidata', url: 'https://www.wikidata.org/', licence: null, asOf: '2026-06-01' };
const ours: Source = { name: 'Backstory pack', url: null, licence: null, asOf: '2026-06-14' };

const line = (
  tense: DatedLine['tense'],
  words: string,
  start: string | null,
  end: string | null,
  source = wikidata,
): DatedLine => ({
  property: 'role',
  side: 'own',
  words,
  name: null,
  amount: null,
  other: null,
  start,
  end,
  tense,
  source,
});
const tie = (name: string, words: string, start: string | null, end: string | null, here: boolean): Tie => ({
  property: 'related',
  side: 'own',
  amount: null,
  entity: name.toLowerCase().replaceAll(' ', '-'),
  name,
  words,
  start,
  end,
  here,
  unconfirmed: false,
  source: wikidata,
});
const bands = (...lines: readonly DatedLine[]) => ({
  day: lines.filter(({ tense }) => tense === 'held'),
  around: [],
  lastKnown: lines.filter(({ tense }) => tense === 'unconfirmed'),
  before: lines.filter(({ tense }) => tense === 'past'),
  isOver: false,
});

const nothing = () => undefined;
type BaseProp =
  | 'days'
  | 'nested'
  | 'note'
  | 'parts'
  | 'namedIn'
  | 'canQuote'
  | 'mode'
  | 'depth'
  | 'backTo'
  | 'canNest'
  | 'unknown'
  | 'theme'
  | 'refusal'
  | 'done'
  | 'lock'
  | 'on';
const base: Pick<CardProps, BaseProp> = {
  nested: [],
  note: { state: 'none' },
  parts: [],
  namedIn: [],
  canQuote: false,
  mode: 'hover',
  depth: 0,
  backTo: null,
  canNest: true,
  unknown: null,
  theme: 'system',
  days: { day: '2020-11-20', pageDay: '2020-11-20' },
  refusal: null,
  done: null,
  lock: 'none',
  on: {
    pin: nothing,
    unpin: nothing,
    move: nothing,
    close: nothing,
    back: nothing,
    nested: nothing,
    choose: nothing,
    refuse: nothing,
    mute: nothing,
    know: nothing,
    knowAll: nothing,
    setDay: nothing,
    placeNote: () => undefined,
    askArticle: nothing,
    lookUp: nothing,
    instead: nothing,
    openLink: nothing,
    undo: nothing,
    openEditor: async () => null,
    passage: async () => null,
    openBeside: nothing,
    besideStory: nothing,
    unlock: nothing,
    openNotes: nothing,
  },
};

/** Marks each of `names` in a text as a name with a card of its own. */
const namesIn = (field: 'background' | 'article', text: string, ...names: readonly string[]) =>
  names.map((name) => {
    const start = text.indexOf(name);
    if (start < 0) throw new Error(`The story text has no “${name}”`);
    return { field, start, end: start + name.length, entity: name.toLowerCase().replaceAll(' ', '-') };
  });

const ask: ArticleState = { state: 'ask', host: 'en.wikipedia.org' };

const muhandisText =
  "Iraqi militia commander and former member of parliament, close to Iran's Quds Force. He held Kataib Hezbollah and the other militias of the Popular Mobilization Forces together in the war against ISIS. The United States listed him as a terrorist in 2009.";
const muhandis: CardProps = {
  ...base,
  view: {
    entity: 'abu-mahdi-al-muhandis',
    kind: 'person',
    qualifier: 'Iraq',
    name: 'Abu Mahdi al-Muhandis',
    also: ['al-Mohandes', 'Jamal Jafaar al-Ibrahimi', 'أبو مهدي المهندس'],
    gloss: 'Iraqi militia commander',
    storyDay: '2020-11-20',
    ...bands(
      line('past', 'Killed by an American drone at Baghdad airport', '2020-01-03', '2020-01-03'),
      line('past', 'Deputy head of the Popular Mobilization Forces', '2014', '2020-01-03'),
    ),
    isOver: true,
    ties: [
      tie('Popular Mobilization Forces', 'deputy head', '2014', '2020-01-03', true),
      tie('Kataib Hezbollah', 'founder', '~2003', '~2003', true),
      tie('Qasem Soleimani', 'killed in the same strike', '2020-01-03', '2020-01-03', true),
      tie('Islamic Dawa Party', 'member', '~1977', null, false),
    ],
    background: { text: muhandisText, source: ours },
    since: [
      line(
        'ahead',
        'Baghdad court issues an arrest warrant for Donald Trump over the killing',
        '2021-01-07',
        '2021-01-07',
      ),
    ],
    wikipedia: 'Abu Mahdi al-Muhandis',
    sources: [wikidata, ours],
  },
  nested: namesIn('background', muhandisText, 'Quds Force', 'Kataib Hezbollah', 'ISIS'),
  article: ask,
  link: {
    form: 'al-Mohandes',
    evidence: { type: 'spelling', usual: 'al-Muhandis' },
    runnersUp: [
      { entity: 'yahya-ayyash', name: 'Yahya Ayyash', gloss: 'Palestinian bomb maker called “the Engineer”' },
      { entity: 'al-mohandessin', name: 'Mohandessin', gloss: 'Quarter of Giza in Egypt' },
    ],
  },
};

const trump: CardProps = {
  ...base,
  view: {
    entity: 'donald-trump',
    kind: 'person',
    qualifier: 'United States',
    name: 'Donald Trump',
    also: [],
    gloss: 'American businessman and politician',
    storyDay: '2020-11-20',
    ...bands(
      line('held', 'President of the United States', '2017-01-20', null),
      line('past', 'Lost the presidential election to Joe Biden', '2020-11-03', '2020-11-03'),
    ),
    ties: [
      tie('Iran nuclear deal', 'left it for the United States', '2018-05-08', '2018-05-08', true),
      tie('Joe Biden', 'opponent in the election', '2020', '2020', true),
      tie('Republican Party', 'member', '2012', null, false),
    ],
    background: {
      text: 'Property developer and television host from New York who had held no office before the presidency.',
      source: ours,
    },
    since: [
      line('past', 'President of the United States', '2017-01-20', '2021-01-20'),
      line('ahead', 'President of the United States again', '2025-01-20', null),
    ],
    wikipedia: 'Donald Trump',
    sources: [wikidata, ours],
  },
  article: { state: 'off' },
  link: { form: 'Trump', evidence: { type: 'full-name', form: 'President Trump' }, runnersUp: [] },
};

const bidenExtract =
  'Joe Biden is an American politician who sat in the Senate for Delaware for 36 years and was vice president under Barack Obama.\nHe won the presidential election of November 2020.';
const biden: CardProps = {
  ...base,
  view: {
    entity: 'joe-biden',
    kind: 'person',
    qualifier: 'United States',
    name: 'Joe Biden',
    also: ['Joseph R. Biden Jr.'],
    gloss: 'American politician of the Democratic Party',
    storyDay: '2020-11-20',
    ...bands(line('held', 'President-elect of the United States', '2020-11-07', null)),
    ties: [
      tie('Donald Trump', 'beat him in the election', '2020', '2020', true),
      tie('Barack Obama', 'his vice president', '2009', '2017', false),
    ],
    background: null,
    since: [line('ahead', 'President of the United States', '2021-01-20', '2025-01-20')],
    wikipedia: 'Joe Biden',
    sources: [wikidata],
  },
  nested: namesIn('article', bidenExtract, 'Barack Obama', 'Senate'),
  article: {
    state: 'ready',
    article: {
      title: 'Joe Biden',
      extract: bidenExtract,
      description: null,
      url: 'https://en.wikipedia.org/wiki/Joe_Biden',
      fetchedOn: '2026-11-22',
      credit: 'Wikipedia, CC BY-SA',
      stale: false,
    },
  },
  link: { form: 'Biden', evidence: { type: 'full-name', form: 'Joe Biden' }, runnersUp: [] },
};

const deal: CardProps = {
  ...base,
  view: {
    entity: 'iran-nuclear-deal',
    kind: 'deal',
    qualifier: '2015',
    name: 'Iran nuclear deal',
    also: ['Joint Comprehensive Plan of Action', 'JCPOA'],
    gloss: "2015 agreement limiting Iran's nuclear programme",
    storyDay: '2020-11-20',
    ...bands(
      line('held', 'In force without the United States', '2018-05-08', null),
      line('held', 'Iran enriches beyond its limits', '2019-07', null),
      line('past', 'In force with all its parties', '2016-01-16', '2018-05-08'),
    ),
    ties: [
      tie('Iran', 'party', '2015-07-14', null, true),
      tie('United States', 'party', '2015-07-14', '2018-05-08', true),
      tie('Donald Trump', 'withdrew the United States', '2018-05-08', '2018-05-08', true),
    ],
    background: {
      text: 'Iran accepted limits on enrichment and inspections; in return sanctions were to be lifted. Six powers and the European Union signed it in Vienna.',
      source: ours,
    },
    since: [
      line('ahead', 'Talks on a return begin in Vienna', '2021-04-06', '2021-04-06'),
      line('ahead', 'Its UN sanctions snap back', '2025-09-28', '2025-09-28'),
    ],
    wikipedia: 'Joint Comprehensive Plan of Action',
    sources: [wikidata, ours],
  },
  article: { state: 'offline' },
  link: { form: 'the 2015 nuclear deal', evidence: { type: 'company', names: ['Iran', 'Tehran'] }, runnersUp: [] },
};

const place: CardProps = {
  ...base,
  view: {
    entity: 'kirkuk',
    kind: 'place',
    qualifier: 'Iraq',
    name: 'Kirkuk',
    also: ['كركوك', 'Kerkûk'],
    gloss: 'City in the north of Iraq, claimed by Kurds, Arabs and Turkmens, amid large oil fields',
    storyDay: '2020-11-20',
    ...bands(
      line('unconfirmed', 'In the hands of the Iraqi army', '2017-10', null, { ...wikidata, asOf: '2018-07-01' }),
    ),
    ties: [],
    background: null,
    since: [],
    wikipedia: 'Kirkuk',
    sources: [wikidata],
  },
  article: null,
  link: { form: 'Kirkuk', evidence: { type: 'only' }, runnersUp: [] },
};

const event: CardProps = {
  ...base,
  view: {
    entity: 'k1-base-attack-2019',
    kind: 'event',
    qualifier: '27 December 2019',
    name: 'Rocket attack on the K-1 base near Kirkuk',
    also: [],
    gloss: 'Attack that killed an American contractor and began the escalation of January 2020',
    storyDay: null,
    ...bands(line('past', 'More than 30 rockets kill an American contractor', '2019-12-27', '2019-12-27')),
    ties: [tie('Kataib Hezbollah', 'blamed by the United States', null, null, true)],
    background: null,
    since: [],
    wikipedia: '2019 K-1 Air Base attack',
    sources: [wikidata],
  },
  article: { state: 'failed', reason: 'HTTP 500' },
  days: { day: null, pageDay: null },
  link: {
    form: 'the rocket attack on a base in Kirkuk',
    evidence: { type: 'words', words: ['rockets', 'base', 'contractor'] },
    runnersUp: [],
  },
};

/** Little known: nothing may be left as an empty box. */
const bare: CardProps = {
  ...base,
  view: {
    ...place.view,
    entity: 'mic',
    kind: 'concept',
    qualifier: '',
    name: 'Military–industrial complex',
    also: ['MIC'],
    gloss: "Ties between a country's armed forces, its arms makers and its politics",
    ...bands(),
    wikipedia: null,
    sources: [],
  },
  article: { state: 'none' },
  link: null,
};

const entry: UnknownEntry = {
  key: 'name-wendell-ockerby',
  name: 'Wendell Ockerby',
  language: 'en',
  kind: 'person',
  roles: ['deputy commissioner', 'commissioner'],
  count: 3,
  says: [
    { text: 'the American deputy commissioner of river trade', by: 'apposition', role: 'body' },
    {
      text: 'Wendell Ockerby was the first to sign, with a pen that he had brought along, and the last to leave.',
      by: 'sentence',
      role: 'body',
    },
  ],
};
/** A name that no pack knows, as far as the look-up has come. */
const unknownName = (state: NameState): CardProps => ({
  ...base,
  view: unknownView(entry, '2026-11-27'),
  article: { state: 'none' },
  unknown: { entry, state },
  days: { day: '2026-11-27', pageDay: '2026-11-27' },
  link: { form: 'Ockerby', evidence: { type: 'only' }, runnersUp: [] },
});
const hosts = ['en.wikipedia.org', 'www.wikidata.org'];
const asked = { on: '2026-11-27', hosts, stale: false } as const;
const nobody = { state: 'nobody', asked: ['en.wikipedia.org'], lists: [], further: false, ...asked } as const;
const ockerby = {
  entity: 'q990000122',
  name: 'Wendell Ockerby',
  language: 'en',
  kind: 'person',
  gloss: 'American civil servant, deputy commissioner of river trade',
} as const;

const noted = {
  text: 'Spelled three ways in the papers; the same man. Who led the PMF after him, and was it ever settled by a vote of its brigades?',
  tags: ['Iraq', 'militias'],
  quotes: 1,
  changedOn: '2026-11-20',
} as const;

export const STORIES = {
  person: muhandis,
  president: trump,
  elect: biden,
  deal,
  place,
  event,
  bare,
  unknownAsk: unknownName({ state: 'ask', hosts }),
  unknownOff: unknownName({ state: 'off' }),
  unknownPerhaps: unknownName({ state: 'found', found: ockerby, sure: false, ...asked }),
  unknownSeveral: unknownName({
    state: 'several',
    among: [ockerby, { ...ockerby, entity: 'q990000999', gloss: '' }],
    ...asked,
  }),
  unknownNobody: unknownName({ ...nobody, on: '2026-10-01', stale: true }),
  unknownNobodyInTwo: unknownName({ ...nobody, asked: ['de.wikipedia.org', ...hosts] }),
  unknownNamesakes: unknownName({ ...nobody, lists: ['en.wikipedia.org'], further: true }),
  /** Asked anew in vain: the old answer stands. */
  unknownStill: unknownName({
    ...{ state: 'found', found: ockerby, sure: true, ...asked, on: '2026-10-01', stale: true },
    trouble: { state: 'offline' },
  }),
  unknownOffline: unknownName({ state: 'offline' }),
  unknownBusy: unknownName({ state: 'busy', retryAt: Date.UTC(2026, 10, 27, 14, 5) }),
  missing: { ...place, article: { state: 'missing' } },
  busy: { ...place, article: { state: 'busy', retryAt: Date.UTC(2026, 10, 22, 14, 5) } },
  pinned: { ...muhandis, mode: 'pinned' },
  nested: { ...biden, mode: 'focus', depth: 1, backTo: 'Donald Trump' },
  full: { ...muhandis, canNest: false, depth: 4, backTo: 'Qasem Soleimani', mode: 'focus' },
  noted: { ...muhandis, mode: 'pinned', note: { state: 'noted', note: noted }, canQuote: true },
  sheet: { ...muhandis, mode: 'sheet' },
  unseen: { ...muhandis, mode: 'pinned', refusal: 'unseen' },
  /** Seen where its note is open. */
  taken: { ...muhandis, mode: 'pinned', lock: 'taken' },
  unproven: { ...muhandis, mode: 'sheet', refusal: 'unproven' },
  muted: {
    ...muhandis,
    mode: 'pinned',
    done: { what: 'muted', name: 'Abu Mahdi al-Muhandis', form: 'Abu Mahdi al-Muhandis' },
  },
} as const satisfies Readonly<Record<string, CardProps>>;

export type StoryName = keyof typeof STORIES;
