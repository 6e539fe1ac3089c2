import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MATCHES, matchNames, NO_MATCH, openPack, type PackSource, writePack } from '../../../lib/pack';
import { HEADER, HEADER_LENGTH, SECTION_ENTRY_LENGTH, SECTIONS } from '../../../lib/pack/layout';
import { seal } from '../../../lib/pack/seal';
import { entity, fact, form, smallSource } from './small-source';

const pack = openPack(writePack(smallSource));
const index = await pack.names();
const nameOf = (row: number) => pack.entity(row).name;

/** Names that are found, each with how, the best first. */
function found(typed: string): [string, string][] {
  const best = matchNames(index, typed);
  const rows = [...(best ?? [])].flatMap((match, row) => (match === NO_MATCH ? [] : [{ row, match }]));
  return rows
    .sort((one, other) => one.match - other.match || one.row - other.row)
    .map(({ row, match }) => [nameOf(row), howOf(match)]);
}
const howOf = (match: number) => Object.entries(MATCHES).find(([, number]) => number === match)?.[0] ?? '';

describe('names that match a search', () => {
  it.each([
    ['Iran', [['Iran', 'name']]],
    ['IRAN', [['Iran', 'name']]],
    ["Iran's", [['Iran', 'name']]],
    ['ira', [['Iran', 'beginsHalf']]],
    ['ran', []],
    ['Abu Mahdi al-Muhandis', [['Abu Mahdi al-Muhandis', 'name']]],
    ['Abu Mahdi al-Mohandes', [['Abu Mahdi al-Muhandis', 'name']]],
    ['Muhandis', [['Abu Mahdi al-Muhandis', 'form']]],
    // By the sounds of a transliterated name: of the whole and of one word.
    ['Abu Mehdi al-Mohandis', [['Abu Mahdi al-Muhandis', 'spelling']]],
    ['Mehandes', [['Abu Mahdi al-Muhandis', 'spelling']]],
    ['mahdi', [['Abu Mahdi al-Muhandis', 'within']]],
    ['mahdi al muh', [['Abu Mahdi al-Muhandis', 'withinHalf']]],
    ['muhandis abu', [['Abu Mahdi al-Muhandis', 'apart']]],
    ['muhandis iran', []],
    ['PMF', [['Popular Mobilization Forces', 'name']]],
    ['pm', [['Popular Mobilization Forces', 'beginsHalf']]],
    ['U.S.', [['United States', 'name']]],
    ['american', [['United States', 'form']]],
    ['the United States', [['United States', 'name']]],
    ['nuclear deal', [['Joint Comprehensive Plan of Action', 'form']]],
    ["Kata'ib", [['Kataib Hezbollah', 'begins']]],
    [
      'the times',
      [
        ['The Times', 'name'],
        ['The New York Times', 'form'],
      ],
    ],
    [
      'times',
      [
        ['The New York Times', 'form'],
        ['The Times', 'name'],
      ],
    ],
    ['militia', []],
    ['zzz', []],
  ])('%s', (typed, names) => {
    expect(found(typed).sort()).toEqual([...names].sort());
  });

  it('are none for a search without a letter', () => {
    for (const typed of ['', '  ', '–', '?!', '\n', '\t\v\f']) expect(matchNames(index, typed)).toBeNull();
  });

  it('never match a punctuation mark, a pattern or a lone surrogate as something else', () => {
    for (const typed of ['\nIran', 'Iran\t', '.*', '[a-z]', '(', '\\', '\ud800', 'Iran\ud800'])
      expect(() => matchNames(index, typed)).not.toThrow();
    expect(found('\nIran\t')).toEqual([['Iran', 'name']]);
  });

  it('find every entity by each of its names, and by the beginning of each word', () => {
    const word = fc.stringMatching(/^[a-zé]{1,6}$/);
    const name = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(name, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 6 }),
        async (all) => {
          const source: PackSource = {
            ...smallSource,
            entities: all.map(([first], at) => entity(`e-${at}`, `X${first}`)),
            forms: all.flatMap((names, at) => names.map((one) => form(`e-${at}`, one))),
            facts: [],
            backgrounds: [],
          };
          const names = await openPack(writePack(source)).names();
          all.forEach((own, row) => {
            for (const one of own) {
              expect(matchNames(names, one)?.[row]).toBe(MATCHES.name);
              for (const word of one.split(' ')) expect(matchNames(names, word.slice(0, 2))?.[row]).not.toBe(NO_MATCH);
              const turned = one.split(' ').reverse().join(' ');
              expect(matchNames(names, turned)?.[row]).toBeLessThanOrEqual(MATCHES.apart);
            }
          });
        },
      ),
    );
  });

  it('are the same as in a comparison of all names one by one', () => {
    const typed = fc.oneof(
      fc.constantFrom(
        ...['ir', 'a', 'al', 'times', 'new york', 'york times', 'of', 'p', 'nuclear', '2015 nu', 'war', 'united'],
      ),
      fc.stringMatching(/^[a-z]{1,3}( [a-z]{1,2})?$/),
    );
    const namesOf = (row: number) =>
      index.text
        .slice(index.starts[row], index.starts[row + 1])
        .split(/(?=[\n\t\v\f])/)
        .map((one) => [one[0], one.slice(1)] as const);
    fc.assert(
      fc.property(typed, (words) => {
        const best = matchNames(index, words)!;
        for (let row = 0; row < index.entityCount; row++) {
          const own = namesOf(row).filter(([sign]) => sign !== '\f');
          const is = own.some(([, name]) => ` ${name}`.includes(` ${words}`));
          const whole = own.some(([, name]) => ` ${name} `.includes(` ${words} `));
          const equal = own.some(([, name]) => name === words);
          const apart = own.some(([, name]) => words.split(' ').every((word) => ` ${name}`.includes(` ${word}`)));
          expect(best[row]! <= MATCHES.form, `${words} ${row}`).toBe(equal);
          expect(best[row]! <= MATCHES.within, `${words} ${row}`).toBe(whole);
          expect(best[row]! <= MATCHES.withinHalf, `${words} ${row}`).toBe(is);
          expect(best[row]! <= MATCHES.apart, `${words} ${row}`).toBe(apart);
        }
      }),
    );
  });
});

describe('the search data of a row', () => {
  const countriesOf = async (source: Partial<PackSource>) => {
    const opened = openPack(writePack({ ...smallSource, ...source }));
    const names = await opened.names();
    const nameAt = (row: number) => opened.entity(row).name;
    return (key: string) => names.countries(opened.row(key)).map(nameAt).sort();
  };

  it('includes kind, prominence and qualifier', () => {
    for (let row = 0; row < index.entityCount; row++) {
      const { kind, prominence } = pack.entity(row);
      expect([index.kind(row), index.prominence(row)]).toEqual([kind, prominence]);
    }
    expect(index.qualifier(pack.row('abu-mahdi-al-muhandis'))).toBe('Iraq');
  });

  it('includes the country that its qualifier names, directly or through others', async () => {
    const of = await countriesOf({
      entities: [
        entity('iraq', 'Iraq', { kind: 'place', qualifier: 'Country' }),
        entity('spain', 'Spain', { kind: 'place', qualifier: 'Country' }),
        entity('iraq-film', 'Iraq', { kind: 'work', prominence: 255 }),
        entity('force', 'The Force', { qualifier: 'Iraq' }),
        entity('head', 'Somebody', { kind: 'person', qualifier: 'Force' }),
        entity('chief', 'Somebody Else', { kind: 'person', qualifier: 'The Force' }),
        entity('talks', 'Talks', { kind: 'event', qualifier: 'Iraq and Spain, 2021' }),
        entity('office', 'Prime minister', { kind: 'office' }),
        entity('pm', 'A Minister', { kind: 'person' }),
        entity('pact', 'A Pact', { kind: 'deal' }),
        entity('ring-1', 'Ring One', { qualifier: 'Ring Two' }),
        entity('ring-2', 'Ring Two', { qualifier: 'Ring One' }),
      ],
      forms: [],
      facts: [
        fact('office', 'heads', { value: 'spain', words: 'prime minister' }),
        fact('pm', 'office', { value: 'office' }),
        fact('spain', 'party-to', { value: 'pact' }),
        fact('iraq', 'party-to', { value: 'pact' }),
      ],
      backgrounds: [],
    });
    expect(of('iraq')).toEqual(['Iraq']);
    expect(of('force')).toEqual(['Iraq']);
    expect(of('chief')).toEqual(['Iraq']);
    expect(of('head')).toEqual([]);
    expect(of('talks')).toEqual(['Iraq', 'Spain']);
    expect(of('pm')).toEqual(['Spain']);
    expect(of('pact')).toEqual(['Iraq', 'Spain']);
    expect(of('ring-1')).toEqual([]);
  });

  it('includes its other names as written, but not those that follow from its name', async () => {
    const written = (key: string) => pack.writtenNames(pack.row(key));
    expect(await written('popular-mobilization-forces')).toEqual(['PMF', 'Popular Mobilization Force']);
    expect(await written('abu-mahdi-al-muhandis')).toEqual(['Abu Mahdi al-Mohandes']);
    expect(await written('united-states')).toEqual(['U.S.']);
    expect(await written('iran')).toEqual([]);
    await expect(pack.writtenNames(pack.info.entityCount)).rejects.toThrow(RangeError);
  });
});

it('a pack written before names were searchable can be read', async () => {
  const bytes = writePack(smallSource);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < view.getUint32(HEADER.sectionCount, true); at++) {
    const entry = HEADER_LENGTH + at * SECTION_ENTRY_LENGTH;
    if (view.getUint32(entry, true) === SECTIONS.search.id) view.setUint32(entry, 250, true);
  }
  seal(bytes);
  const old = openPack(bytes);
  const names = await old.names();
  expect(await old.card(2)).toEqual(await pack.card(2));
  expect([...matchNames(names, 'muhandis')!].filter((match) => match !== NO_MATCH)).toEqual([MATCHES.within]);
  expect(names.countries(0)).toEqual([]);
  expect(await old.writtenNames(0)).toEqual([]);
});
