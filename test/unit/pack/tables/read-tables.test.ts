/** What tables make of a pack, and each mistake told by file and line. Long because every column has mistakes of its own. */
import { describe, expect, it } from 'vitest';
import { buildPack, TABLES_FOLDER } from '../../../../assets/knowledge/build-pack';
import { openPack, verifyPack, writePack } from '../../../../lib/pack';
import { advise, readTables, type TableFile } from '../../../../lib/pack/tables';

const CELLS = / *\| */g;

/** Cells that a row here leaves out at its end are empty, as in a real table. */
const table = (path: string, ...rows: string[]): TableFile => {
  const columns = rows.find((row) => !row.startsWith('#'))!.split(CELLS).length;
  const padded = rows.map((row) => {
    const cells = row.split(CELLS);
    return row === '' || row.startsWith('#')
      ? row
      : [...cells, ...Array(Math.max(0, columns - cells.length)).fill('')].join('\t');
  });
  return { path, text: padded.join('\n') };
};

/** As it stands, so that its lines can be wrong. */
const raw = (path: string, ...rows: string[]): TableFile => ({ path, text: rows.join('\n').replaceAll(CELLS, '\t') });

const SOURCES = table(
  'sources.tsv',
  'id | name | url | licence',
  'us | Us',
  'reg | Register | https://register.example/ | CC0',
);
const ENTITIES = 'key | kind | name | qualifier | gloss | prominence | nouns | wikipedia | wikidata | source | as_of';
const NAMES = 'entity | form | use | company | from | to | weight | flags';
const FACTS = 'entity | property | value | words | back | start | end | source | as_of';
const iran = 'iran | place | Iran | Country | Country in Asia | 220 | country;state | Iran | Q794 | reg | 2026-05-31';
const deal = 'jcpoa | deal | Iran nuclear deal |  |  |  |  |  |  | us | 2026-01-02';

const read = (...files: TableFile[]) => readTables('Test', [SOURCES, ...files]);
const said = (problems: ReturnType<typeof read>['problems']): string[] =>
  problems.map((one) => `${one.file}:${one.line} ${one.column} ${one.message}`);

describe('reading tables', () => {
  it('accepts every kind of row', () => {
    const { source, problems } = read(
      table('a/entities.tsv', '# a comment', ENTITIES, iran, '', deal),
      table(
        'b/names.tsv',
        NAMES,
        'jcpoa | nuclear deal | company | iran | 2015-07-14 |  | 2 | printed;translit',
        'iran | Iranian | demonym',
      ),
      table(
        'a/facts.tsv',
        FACTS,
        'jcpoa | signed |  |  |  | 2015-07-14 | 2015-07-14 | us | 2026-11-22',
        'iran | population | 91567738 |  |  | 2025 | 2025 | us | 2026-01-01',
        'iran | coordinates | 35.69, -51.42 |  |  |  |  | us | 2026-01-01',
        'iran | status |  | Under sanctions |  | 2018-05 |  | us | 2026-01-01',
      ),
      table('b/facts.tsv', FACTS, 'jcpoa | signed-by | iran | party | party to it | ~2015 |  | reg | 2020-01-01'),
      table('a/backgrounds.tsv', 'entity | text | source | as_of', 'jcpoa | A deal. | us | 2026-01-01'),
    );
    expect(problems).toEqual([]);
    expect(source).toMatchObject({
      edition: '2026-11-22',
      entities: [
        {
          key: 'q794',
          formerly: ['iran'],
          prominence: 220,
          nouns: ['country', 'state'],
          wikidata: 'Q794',
          source: { name: 'Register', licence: 'CC0', asOf: '2026-05-31' },
        },
        {
          key: 'jcpoa',
          formerly: [],
          prominence: 50,
          nouns: [],
          wikipedia: null,
          gloss: '',
          source: { name: 'Us', url: null },
        },
      ],
      forms: [
        {
          form: 'nuclear deal',
          company: ['q794'],
          from: '2015-07-14',
          to: null,
          weight: 2,
          printed: true,
          transliterated: true,
        },
        { entity: 'q794', form: 'Iranian', use: 'demonym', company: [], weight: 1, printed: false },
      ],
      facts: [
        { entity: 'jcpoa', property: 'signed', value: null, words: null, start: '2015-07-14', end: '2015-07-14' },
        { property: 'population', value: 91_567_738, words: null },
        { property: 'coordinates', value: { latitude: 35.69, longitude: -51.42 } },
        { property: 'status', value: null, words: 'Under sanctions', back: null, start: '2018-05', end: null },
        { property: 'signed-by', value: 'q794', words: 'party', back: 'party to it', start: '~2015', end: null },
      ],
      backgrounds: [{ text: 'A deal.' }],
    });
    const pack = openPack(writePack(source));
    expect(['jcpoa', 'q794', 'iran'].map(pack.row)).toEqual([0, 1, -1]);
    expect(pack.heirs('iran')).toEqual([1]);
  });

  it('takes former keys from an optional column', () => {
    const columns = ENTITIES.replace('wikidata', 'wikidata | formerly');
    const pact = deal.replace('|  | us', '|  | Q1;the-pact | us');
    const { source, problems } = read(
      table('entities.tsv', columns, iran.replace('Q794', 'Q794 | persia;the-pact'), pact),
    );
    expect(said(problems)).toEqual([]);
    expect(source.entities.map(({ key, formerly }) => [key, formerly])).toEqual([
      ['q794', ['iran', 'persia', 'the-pact']],
      ['jcpoa', ['q1', 'the-pact']],
    ]);
  });

  it.each([
    ['2 formerly "jcpoa" is the key of an entity', 'jcpoa'],
    ['2 formerly "q794" is the key of an entity', 'Q794'],
    ['2 formerly "iran" is given twice', 'iran'],
    ['2 formerly "persia" is given twice', 'persia;persia'],
    ['2 formerly "The Shah" is not a slug', 'The Shah'],
  ])('rejects a wrong former key: %s', (message, formerly) => {
    const columns = ENTITIES.replace('wikidata', 'wikidata | formerly');
    const rows = [iran.replace('Q794', `Q794 | ${formerly}`), deal.replace('|  | us', '|  |  | us')];
    const { source, problems } = read(table('entities.tsv', columns, ...rows));
    expect(said(problems)).toEqual([expect.stringContaining(`entities.tsv:${message}`)]);
    expect(source.entities.map(({ key }) => key)).toEqual(['jcpoa']);
  });

  it.each([
    ['3 key is given twice', iran, iran.replace('Q794', 'Q795')],
    ['3 key is given twice', iran, iran.replace(' Q794 ', '  ')],
    ['2 key is an id: a handle is made of words', iran.replace('iran', 'q12'), deal],
    ['2 key looks like a Wikidata id but is not one', iran.replace('iran', 'q12').replace('Q794', ''), deal],
  ])('rejects an ambiguous handle: %s', (message, ...rows) => {
    expect(said(read(table('entities.tsv', ENTITIES, ...rows)).problems).join('\n')).toContain(
      `entities.tsv:${message}`,
    );
  });

  it.each([
    ['entities.tsv:1 gloss missing column', table('entities.tsv', ENTITIES.replace(' | gloss', ''), iran)],
    ['entities.tsv:1 colour unknown column', table('entities.tsv', `${ENTITIES} | colour`, iran)],
    ['entities.tsv:2 kind "planet" is none of', table('entities.tsv', ENTITIES, iran.replace('place', 'planet'))],
    ['entities.tsv:2 source no source has the id "web"', table('entities.tsv', ENTITIES, iran.replace('reg', 'web'))],
    ['entities.tsv:2 as_of "2026-05" is not a day', table('entities.tsv', ENTITIES, iran.replace('-05-31', '-05'))],
    ['entities.tsv:3 key is given twice', table('entities.tsv', ENTITIES, iran, iran)],
    ['entities.tsv:2 wikidata "794" is not a Q-id', table('entities.tsv', ENTITIES, iran.replace('Q794', '794'))],
    ['entities.tsv:2 prominence NaN', table('entities.tsv', ENTITIES, iran.replace('220', 'high'))],
    ['entities.tsv:2 null 12 cells in 11 columns', table('entities.tsv', ENTITIES, `${iran} | more`)],
    ['entities.tsv:2 null 10 cells in 11 columns', raw('entities.tsv', ENTITIES, iran.replace(' | Q794', ''))],
    ['entities.tsv:2 null ends otherwise', raw('entities.tsv', `${ENTITIES}\r`, iran, deal)],
    ['entities.tsv:3 null ends otherwise', raw('entities.tsv', ENTITIES, iran, `${deal}\r`, '')],
    ['entities.tsv:2 null ends otherwise', raw('entities.tsv', ENTITIES, `${iran}\r${deal}`)],
    ['entities.tsv:1 key column given twice', raw('entities.tsv', `${ENTITIES} | key`, `${iran} | iran`)],
    [
      'entities.tsv:3 wikidata Q794 belongs to "iran" already',
      table('entities.tsv', ENTITIES, iran, iran.replace('iran', 'persia')),
    ],
    ['names.tsv:2 use "" is none of', table('names.tsv', NAMES, 'iran | Persia')],
    ['names.tsv:2 flags "printd" is none of', table('names.tsv', NAMES, 'iran | Persia | name |  |  |  |  | printd')],
    ['names.tsv:2 company no entity has the key "who"', table('names.tsv', NAMES, 'iran | Persia | near | who')],
    [
      'facts.tsv:2 start "2020-13" is not a date',
      table('facts.tsv', FACTS, 'iran | event |  | X |  | 2020-13 |  | us | 2026-01-01'),
    ],
  ])('reports file, line and column: %s', (message, file) => {
    const files = file.path === 'entities.tsv' ? [file] : [table('entities.tsv', ENTITIES, iran), file];
    expect(said(read(...files).problems).join('\n')).toContain(message);
  });

  it('omits a bad row and everything that depends on it, and still makes a valid pack', () => {
    const { source, problems } = read(
      table('entities.tsv', ENTITIES, iran.replace('Q794', 'no'), deal),
      table('names.tsv', NAMES, 'jcpoa | nuclear deal | company | iran', 'jcpoa | the pact | short'),
      table('facts.tsv', FACTS, 'jcpoa | signed-by | iran |  |  |  |  | us | 2026-01-01'),
    );
    expect(said(problems)).toEqual([
      'entities.tsv:2 wikidata "no" is not a Q-id',
      'names.tsv:2 company no entity has the key "iran"',
      'facts.tsv:2 value no entity has the key "iran"',
    ]);
    expect(() => verifyPack(writePack(source))).not.toThrow();
    expect(source.forms).toHaveLength(1);
  });

  it('accepts both kinds of line ending and a byte order mark', () => {
    for (const end of ['\n', '\r\n']) {
      const rows = [ENTITIES, iran, deal].map((row) => row.replaceAll(' | ', '\t'));
      for (const last of ['', end]) {
        const { problems, source } = read({ path: 'entities.tsv', text: `\ufeff${rows.join(end)}${last}` });
        expect(said(problems)).toEqual([]);
        expect(source.entities[1]?.source.asOf).toBe('2026-01-02');
      }
    }
  });

  it('warns about likely mistakes', () => {
    const tables = read(
      table('entities.tsv', ENTITIES, iran.replace('Country in Asia', 'Country in Asia.'), deal),
      table('names.tsv', NAMES, 'jcpoa | the deal | short', 'jcpoa | deal | short', 'jcpoa | deal, nuclear | name'),
    );
    expect(said(advise(tables))).toEqual([
      'names.tsv:2 form "the deal" is stored without its article',
      'names.tsv:3 form "deal" is there already for jcpoa',
      'names.tsv:4 form "deal, nuclear" holds punctuation that ends a name: never found as written',
      'entities.tsv:2 gloss ends with a stop',
      'entities.tsv:3 gloss is empty',
    ]);
  });

  it('warns when two entities share an article', () => {
    const again = iran
      .replace(/^iran /, 'persia ')
      .replace('| Iran |', '| Persia |')
      .replace('Q794', '');
    expect(said(advise(read(table('entities.tsv', ENTITIES, iran, again))))).toEqual([
      'entities.tsv:3 wikipedia "Iran" is the article of iran too: its Wikidata id belongs to one of them',
    ]);
  });
});

describe('reading tables of facts', () => {
  const people = ['ada', 'tom'].map((key) => `${key} | person | ${key} | | | | | | | us | 2026-01-01`);
  const office = 'pm | office | Prime Minister of Iran | | | | | | | us | 2026-01-01';
  /** Everything that is said of these facts, without the name of the file. */
  const saidOf = (...facts: readonly string[]): string[] => {
    const { problems } = read(
      table('entities.tsv', ENTITIES, iran, deal, office, ...people),
      table('facts.tsv', FACTS, ...facts),
    );
    return said(problems).map((line) => line.replace('facts.tsv:', ''));
  };

  it.each([
    ['event |  | Election | | 2020 | 2020', 'iran'],
    ['in-force | | | | 2016-01-16 |', 'jcpoa'],
    ['in-force | | In force without the United States | | 2018-05-08 |', 'jcpoa'],
    ['population | 0 | | | 2020 | 2020', 'iran'],
    ['population | 83.5 | | | 2020 | 2020', 'iran'],
    ['population | | Population about 80 million | | 2020 | 2020', 'iran'],
    ['coordinates | -90,180 | | | | ', 'iran'],
    ['coordinates | 35, -51.5 | | | | ', 'iran'],
    ['party | jcpoa | | | | ', 'ada'],
    ['party | jcpoa | leader | led by | | ', 'ada'],
    ['office | | Mayor of Karsk | | 2020 | ', 'ada'],
    ['office | pm | | | 2020 | ', 'ada'],
    ['held-by | | Eva Stone | | 1980 | 1990', 'pm'],
    ['heads | iran | prime minister | | | ', 'pm'],
    ['owned-by | iran | | | | ', 'jcpoa'],
    ['owned-by | | Owned by a foundation | | 2018 | ', 'jcpoa'],
    ['founded-by | ada | | | 2015 | ', 'jcpoa'],
    ['joined | jcpoa | | | 2015 | 2015', 'iran'],
  ])('accepts a valid one: %s', (cells, entity) => {
    expect(saidOf(`${entity} | ${cells} | us | 2026-01-01`)).toEqual([]);
  });

  it.each([
    ['2 property "sort" is none of', 'iran | sort | | X | | | '],
    ['2 property "" is none of', 'iran | | | X | | | '],
    ['2 property "toString" is none of', 'iran | toString | | X | | | '],
    ['2 entity no entity has the key "gone"', 'gone | event | | X | | 2020 | '],
    ['2 value population needs a number', 'iran | population | many | | | 2020 | '],
    ['2 value population needs a number', 'iran | population | 0x10 | | | 2020 | '],
    ['2 words heads needs the title', 'pm | heads | iran | | | | '],
    ['2 back the title is told on both sides', 'pm | heads | iran | prime minister | its head | | '],
    ['2 entity is not an office', 'ada | post-in | iran | minister | | | '],
    ['2 value "ada" is not an office', 'tom | office | ada | | | 2020 | '],
    ['2 value party is a tie: words alone are not enough', 'ada | party | | Green Party | | | '],
    ['2 words a tie without a kind needs words', 'ada | related | tom | | | | '],
    ['2 start founded needs a date', 'jcpoa | founded | | | | | '],
    ['2 start signed needs a date', 'jcpoa | signed | | | | | '],
    ['2 start launched needs a date', 'jcpoa | launched | | | | | '],
    ['2 start founded-in needs a date', 'jcpoa | founded-in | iran | | | | '],
    ['2 value fought-in is a tie: words alone are not enough', 'iran | fought-in | | A war | | 2020 | '],
    ['2 value population needs a number', 'iran | population | 83,500,000 | | | 2020 | '],
    ['2 value population needs a number', 'iran | population | 83.5 million | | | 2020 | '],
    ['2 value population needs a number', 'iran | population | -1 | | | 2020 | '],
    ['2 value population needs a number', 'iran | population | Infinity | | | 2020 | '],
    ['2 value population needs a number', 'iran | population | iran | | | 2020 | '],
    ['2 value population needs a number', 'iran | population | | | | 2020 | '],
    ['2 value coordinates needs latitude and longitude', 'iran | coordinates | 90.1,0 | | | | '],
    ['2 value coordinates needs latitude and longitude', 'iran | coordinates | -91,0 | | | | '],
    ['2 value coordinates needs latitude and longitude', 'iran | coordinates | 0,180.5 | | | | '],
    ['2 value coordinates needs latitude and longitude', 'iran | coordinates | 0,-181 | | | | '],
    ['2 value coordinates needs latitude and longitude', 'iran | coordinates | 35.7 | | | | '],
    ['2 value coordinates needs latitude and longitude', 'iran | coordinates | 35.7N,51.4E | | | | '],
    ['2 value coordinates needs latitude and longitude', 'iran | coordinates | 1,2,3 | | | | '],
    ['2 value coordinates needs latitude and longitude', 'iran | coordinates | | At the river | | | '],
    ['2 value party needs an entity', 'ada | party | | | | | '],
    ['2 value no entity has the key "gone"', 'ada | party | gone | | | | '],
    ['2 value no entity has the key "gone"', 'ada | office | gone | | | 2020 | '],
    ['2 value an entity cannot be tied to itself', 'iran | ally | iran | | | | '],
    ['2 value role has words alone', 'ada | role | | | | 2020 | '],
    ['2 value role has words alone', 'ada | role | iran | Guest | | 2020 | '],
    ['2 value event has words alone', 'iran | event | 7 | Election | | 2020 | '],
    ['2 value held-by has words alone', 'pm | held-by | ada | | | 2020 | '],
    ['2 value in-force has no value', 'jcpoa | in-force | iran | | | 2020 | '],
    ['2 value died has no value', 'ada | died | 2020 | | | 2020 | '],
    ['2 back there is no other side', 'iran | event | | Election | voted in it | 2020 | '],
    ['2 back there is no other side', 'ada | office | | Mayor of Karsk | its mayor | 2020 | '],
    ['2 back there is no other side', 'iran | population | 7 | | people of | 2020 | '],
    ['2 entity is not an office', 'ada | heads | iran | president | | | '],
    ['2 entity is not an office', 'jcpoa | post-in | iran | envoy | | | '],
    ['2 words a tie without a kind needs words', 'ada | related | iran | | | | '],
    ['2 end it ends (2019) before it starts (2020)', 'ada | office | pm | | | 2020 | 2019'],
  ])('reports %s', (problem, cells) => {
    expect(saidOf(`${cells} | us | 2026-01-01`).join('\n')).toContain(problem);
  });

  it.each([
    ['8 cells in 9 columns', 'iran | population | 7 | | | 2020 | us | 2026-01-01'],
    ['10 cells in 9 columns', 'iran | population | 7 | | | 2020 | | us | 2026-01-01 | more'],
  ])('reports %s, and nothing about the row after it', (problem, row) => {
    const sound = 'iran | population | 8 | | | 2021 | | us | 2026-01-01';
    const { source, problems } = read(table('entities.tsv', ENTITIES, iran), raw('facts.tsv', FACTS, row, sound));
    expect(said(problems)).toEqual([expect.stringContaining(`facts.tsv:2 null ${problem}`)]);
    expect(source.facts.map(({ value }) => value)).toEqual([8]);
  });

  it.each([
    ['facts.tsv:1 property missing column', FACTS.replace('property', 'kind'), 0],
    ['facts.tsv:1 kind unknown column', FACTS.replace('property', 'kind'), 0],
    ['facts.tsv:1 words column given twice', `${FACTS} | words`, 0],
    // Nothing is missing, so the rows are sound; the build stops all the same.
    ['facts.tsv:1 ends unknown column', `${FACTS} | ends`, 1],
  ])('reports wrong columns: %s', (problem, columns, count) => {
    const { source, problems } = read(
      table('entities.tsv', ENTITIES, iran),
      table('facts.tsv', columns, 'iran | event | | X | | 2020 | | us | 2026-01-01'),
    );
    expect(said(problems)).toContainEqual(expect.stringContaining(problem));
    expect(source.facts).toHaveLength(count);
  });

  describe('the holders of an office', () => {
    const head = 'pm | heads | iran | prime minister | | | | us | 2026-01-01';
    const term = (who: string, start: string, end: string, asOf = '2026-01-01') =>
      `${who} | office | pm | | | ${start} | ${end} | us | ${asOf}`;
    const twice = (line: number, other: string, from: string, to: string) => [
      `${line} start Prime Minister of Iran is held by ${other} from ${from} to ${to} as well`,
    ];

    it.each<[string, string[], string[]]>([
      [
        'two at once',
        [term('ada', '2010-01-01', '2015-01-01'), term('tom', '2014-12-30', '2018')],
        twice(4, 'ada', '2010-01-01', '2015-01-01'),
      ],
      [
        'two at once, the later first in the table',
        [term('tom', '2014-12-30', '2018'), term('ada', '2010-01-01', '2015-01-01')],
        twice(3, 'ada', '2010-01-01', '2015-01-01'),
      ],
      [
        'one within the other',
        [term('ada', '2010', '2018'), term('tom', '2013-02-01', '2013-03-01')],
        twice(4, 'ada', '2010', '2018'),
      ],
      ['a handover on one day', [term('ada', '2010-01-01', '2015-01-01'), term('tom', '2015-01-01', '2018')], []],
      ['a handover a day apart', [term('ada', '2010-01-01', '2015-01-01'), term('tom', '2015-01-02', '2018')], []],
      ['a handover in one month', [term('ada', '2010', '2015-03'), term('tom', '2015-03', '2018')], []],
      ['a handover in one year', [term('ada', '2010', '2015'), term('tom', '2015', '2018')], []],
      [
        'a handover in a year of which the last day is known',
        [term('ada', '2010', '2015-06-01'), term('tom', '2015', '2018')],
        [],
      ],
      ['a day within the year of the handover', [term('ada', '2010', '2015'), term('tom', '2015-06-01', '2018')], []],
      ['a year too many', [term('ada', '2010', '2016'), term('tom', '2014', '2018')], twice(4, 'ada', '2010', '2016')],
      [
        'an open term, read after the next began',
        [term('ada', '2010', '', '2020-01-01'), term('tom', '2019-12-31', '')],
        twice(4, 'ada', '2010', 'now'),
      ],
      [
        'an open term, read on the day on which the next began',
        [term('ada', '2010', '', '2020-01-01'), term('tom', '2020-01-01', '')],
        [],
      ],
      [
        'an open term, read before the next began',
        [term('ada', '2010', '', '2019-06-01'), term('tom', '2020-01-01', '')],
        [],
      ],
      ['the same holder twice', [term('ada', '2010', '2016'), term('ada', '2014', '2018')], []],
      ['one of whom the start is not known', [term('ada', '', '2016'), term('tom', '2014', '2018')], []],
      [
        'somebody who is no entity',
        ['pm | held-by | | Eva Stone | | 2010 | 2016 | us | 2026-01-01', term('tom', '2014', '2018')],
        twice(4, 'Eva Stone', '2010', '2016'),
      ],
      [
        'a year of somebody else in a term',
        [term('ada', '2010', '2015'), term('tom', '2014', '2014')],
        twice(4, 'ada', '2010', '2015'),
      ],
    ])('are reported for %s, or not if they may be right', (_, terms, problems) => {
      expect(saidOf(head, ...terms)).toEqual(problems);
    });

    it('are compared only if the office is the sole head of something, and each office by itself', () => {
      const both = [term('ada', '2010', '2018'), term('tom', '2014', '2018')];
      expect(saidOf(...both)).toEqual([]);
      expect(saidOf(head.replace('heads', 'post-in'), ...both)).toEqual([]);
      expect(saidOf(head, ...both)).toHaveLength(1);
      expect(saidOf(head, both[0]!, 'tom | office | | Mayor of Karsk | | 2014 | 2018 | us | 2026-01-01')).toEqual([]);
      expect(saidOf(head, both[0]!, 'jcpoa | held-by | | tom | | 2014 | 2018 | us | 2026-01-01')).toEqual([]);
    });

    it('are compared without a term with a wrong date, which is reported by its line', () => {
      const wrong = [term('ada', '2010', '2018'), term('tom', 'x y', '2018')];
      expect(saidOf(head, ...wrong)).toEqual(['4 start "x y" is not a date']);
      expect(saidOf(head, term('ada', '2010', 'x y'), term('tom', '2014', '2018'))).toEqual([
        '3 end "x y" is not a date',
      ]);
    });

    it('are reduced to one if two contradict, and a pack is made without the other', () => {
      const { source } = read(
        table('entities.tsv', ENTITIES, iran, office, ...people),
        table('facts.tsv', FACTS, head, term('ada', '2010', '2018'), term('tom', '2014', '2018')),
      );
      expect(source.facts.map(({ entity }) => entity)).toEqual(['pm', 'ada']);
      expect(() => verifyPack(writePack(source))).not.toThrow();
    });
  });
});

describe('the knowledge tables', () => {
  it('have no error and make the same pack twice', async () => {
    const [one, two] = [await buildPack(TABLES_FOLDER, 'written'), await buildPack(TABLES_FOLDER, 'written')];
    expect(one.errors).toEqual([]);
    expect(Buffer.from(one.bytes).equals(Buffer.from(two.bytes))).toBe(true);
    expect(() => verifyPack(one.bytes)).not.toThrow();
    expect(openPack(one.bytes).info.entityCount).toBeGreaterThanOrEqual(500);
  });
});
