import { describe, expect, it } from 'vitest';
import { buildPack } from '../../../../assets/knowledge/build-pack';
import { openPack, verifyPack, writePack } from '../../../../lib/pack';
import { advise, readTables, type TableFile } from '../../../../lib/pack/tables';

/** Cells that a row here leaves out at its end are empty, as in a real table. */
const table = (path: string, ...rows: string[]): TableFile => {
  const columns = rows.find((row) => !row.startsWith('#'))!.split(' | ').length;
  const padded = rows.map((row) => {
    const cells = row.split(' | ');
    return row === '' || row.startsWith('#')
      ? row
      : [...cells, ...Array(Math.max(0, columns - cells.length)).fill('')].join('\t');
  });
  return { path, text: padded.join('\n') };
};

/** As it stands, so that its lines can be wrong. */
const raw = (path: string, ...rows: string[]): TableFile => ({ path, text: rows.join('\n').replaceAll(' | ', '\t') });

const SOURCES = table(
  'sources.tsv',
  'id | name | url | licence',
  'us | Us',
  'reg | Register | https://register.example/ | CC0',
);
const ENTITIES = 'key | kind | name | qualifier | gloss | prominence | nouns | wikipedia | wikidata | source | as_of';
const NAMES = 'entity | form | use | company | from | to | weight | flags';
const FACTS = 'entity | kind | text | start | end | ends | source | as_of';
const TIES = 'entity | other | text | inverse | start | end | source | as_of';
const iran = 'iran | place | Iran | Country | Country in Asia | 220 | country;state | Iran | Q794 | reg | 2026-05-31';
const deal = 'jcpoa | deal | Iran nuclear deal |  |  |  |  |  |  | us | 2026-01-02';

const read = (...files: TableFile[]) => readTables('Test', [SOURCES, ...files]);
const said = (problems: ReturnType<typeof read>['problems']): string[] =>
  problems.map((one) => `${one.file}:${one.line} ${one.column} ${one.message}`);

describe('readTables', () => {
  it('reads every kind of row', () => {
    const { source, problems } = read(
      table('a/entities.tsv', '# a comment', ENTITIES, iran, '', deal),
      table(
        'b/names.tsv',
        NAMES,
        'jcpoa | nuclear deal | company | iran | 2015-07-14 |  | 2 | printed;translit',
        'iran | Iranian | demonym',
      ),
      table('a/facts.tsv', FACTS, 'jcpoa | life | Signed | 2015-07-14 | 2015-07-14 | yes | us | 2026-11-22'),
      table('a/ties.tsv', TIES, 'jcpoa | iran | party | party to it | ~2015 |  | reg | 2020-01-01'),
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
      facts: [{ ends: true }],
      relations: [{ from: 'jcpoa', to: 'q794', text: 'party', inverse: 'party to it', start: '~2015', end: null }],
      backgrounds: [{ text: 'A deal.' }],
    });
    const pack = openPack(writePack(source));
    expect(['jcpoa', 'q794', 'iran'].map(pack.row)).toEqual([0, 1, -1]);
    expect(pack.heirs('iran')).toEqual([1]);
  });

  it('takes former keys from a column that a table need not have', () => {
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
  ])('refuses a wrong former key: %s', (message, formerly) => {
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
    ['2 key has the form of a Wikidata id and is none', iran.replace('iran', 'q12').replace('Q794', ''), deal],
  ])('refuses a handle that is no name for one entity alone: %s', (message, ...rows) => {
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
    ['entities.tsv:2 wikidata "794" is no Q-id', table('entities.tsv', ENTITIES, iran.replace('Q794', '794'))],
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
    ['facts.tsv:2 ends "no" is neither', table('facts.tsv', FACTS, 'iran | event | X |  |  | no | us | 2026-01-01')],
    [
      'facts.tsv:2 start "2020-13" is not a date',
      table('facts.tsv', FACTS, 'iran | event | X | 2020-13 |  |  | us | 2026-01-01'),
    ],
  ])('names file, line and column: %s', (message, file) => {
    const files = file.path === 'entities.tsv' ? [file] : [table('entities.tsv', ENTITIES, iran), file];
    expect(said(read(...files).problems).join('\n')).toContain(message);
  });

  it('leaves out a bad row and all that hangs on it, and still makes a valid pack', () => {
    const { source, problems } = read(
      table('entities.tsv', ENTITIES, iran.replace('Q794', 'no'), deal),
      table('names.tsv', NAMES, 'jcpoa | nuclear deal | company | iran', 'jcpoa | the pact | short'),
      table('ties.tsv', TIES, 'jcpoa | iran | party |  |  |  | us | 2026-01-01'),
    );
    expect(said(problems)).toEqual([
      'entities.tsv:2 wikidata "no" is no Q-id',
      'names.tsv:2 company no entity has the key "iran"',
      'ties.tsv:2 other no entity has the key "iran"',
    ]);
    expect(() => verifyPack(writePack(source))).not.toThrow();
    expect(source.forms).toHaveLength(1);
  });

  it('takes either line ending and a byte order mark', () => {
    for (const end of ['\n', '\r\n']) {
      const rows = [ENTITIES, iran, deal].map((row) => row.replaceAll(' | ', '\t'));
      for (const last of ['', end]) {
        const { problems, source } = read({ path: 'entities.tsv', text: `\ufeff${rows.join(end)}${last}` });
        expect(said(problems)).toEqual([]);
        expect(source.entities[1]?.source.asOf).toBe('2026-01-02');
      }
    }
  });

  it('gives advice on likely slips', () => {
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
});

describe('the knowledge tables', () => {
  it('have no error and make the same pack twice', async () => {
    const [one, two] = [await buildPack(), await buildPack()];
    expect(one.errors).toEqual([]);
    expect(Buffer.from(one.bytes).equals(Buffer.from(two.bytes))).toBe(true);
    expect(() => verifyPack(one.bytes)).not.toThrow();
    expect(openPack(one.bytes).info.entityCount).toBeGreaterThanOrEqual(500);
  });
});
