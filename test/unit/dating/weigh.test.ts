import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Clues, type DayClue, publicationDay } from '../../../lib/dating';
import { shiftDay } from '../../../lib/time';

const TODAY = '2026-11-28';
const clue = (from: DayClue['from'], name: string, text: string, more: Partial<DayClue> = {}): DayClue => ({
  from,
  name,
  text,
  near: '',
  at: 20,
  ...more,
});
const json = (text: string, key = 'datePublished') => clue('json', `NewsArticle ${key}`, text);
const meta = (name: string, text: string) => clue('meta', name, text);
const line = (text: string, more: Partial<DayClue> = {}) => clue('text', 'div byline', text, more);
const page = (clues: readonly DayClue[], more: Partial<Clues> = {}): Clues => ({
  address: 'https://paper.test/story',
  canonical: '',
  language: 'en',
  headlines: ['Two senators trade barbs'],
  top: 0,
  prose: [80, 4_000],
  clues,
  ...more,
});
const dayOf = (clues: readonly DayClue[], more: Partial<Clues> = {}) => publicationDay(page(clues, more), TODAY);

const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2026-11-20'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const clock = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
const OFFSETS = ['-11:00', '-08:00', '-05:00', '-03:30', '+01:00', '+05:30', '+09:00', '+13:00'];

describe('the day of a story', () => {
  it('is unknown if nothing gives it', () => {
    expect(dayOf([])).toBeNull();
    expect(dayOf([], { headlines: ['', 'Of 12 May 2020'] })).toBeNull();
  });

  it('is the day of a time stamp with an offset, in that offset, whatever the hour', () => {
    fc.assert(
      fc.property(day, clock, fc.constantFrom(...OFFSETS), (on, at, offset) => {
        expect(dayOf([json(`${on}T${at}:00${offset}`)])).toBe(on);
      }),
    );
  });

  it('is the day of a UTC time stamp if there is nothing else', () => {
    fc.assert(
      fc.property(day, clock, fc.constantFrom('Z', '+00:00', '+0000'), (on, at, zone) => {
        expect(dayOf([json(`${on}T${at}:00${zone}`)])).toBe(on);
      }),
    );
  });

  it('is the day in the address if that is within a day of a UTC time stamp, and otherwise the stamp’s', () => {
    fc.assert(
      fc.property(day, clock, fc.integer({ min: -1, max: 1 }), fc.boolean(), (on, at, by, epoch) => {
        const stamp = `${shiftDay(on, by)}T${at}:00Z`;
        const said = epoch ? meta('pubdate', String(Date.parse(stamp))) : json(stamp);
        const address = `https://paper.test/${on.replaceAll('-', '/')}/story`;
        expect(dayOf([said], { address })).toBe(on);
        expect(dayOf([said], { canonical: address })).toBe(on);
      }),
    );
    expect(dayOf([json('2023-11-12T03:00:00Z')], { address: 'https://paper.test/2023/11/08/story' })).toBe(
      '2023-11-12',
    );
  });

  it('is the printed one if that is within a day of a UTC time stamp', () => {
    fc.assert(
      fc.property(day, clock, fc.integer({ min: -1, max: 1 }), (on, at, by) => {
        const stamp = json(`${shiftDay(on, by)}T${at}:00Z`);
        const long = new Intl.DateTimeFormat('en', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(on));
        expect(dayOf([stamp, line(long)])).toBe(on);
      }),
    );
  });

  it('is not a day in the running text, even next to a UTC time stamp', () => {
    const prose = clue(
      'text',
      'p',
      'The storm of 7 November 2023 had left the town without power, said the mayor of it, and',
      {
        at: 900,
      },
    );
    expect(dayOf([json('2023-11-08T12:00:00Z'), prose])).toBe('2023-11-08');
  });

  it('is the day in the address for a story published in the evening', () => {
    expect(dayOf([json('2023-11-09T03:28:35Z')], { address: 'https://paper.test/2023/11/08/news/' })).toBe(
      '2023-11-08',
    );
  });

  it('is the day that a time stamp’s element prints without its year', () => {
    const time = (shown: string) => clue('mark', 'time < p by', '2024-05-19T17:30:10.593Z', { shown });
    expect(dayOf([time('May 20')])).toBe('2024-05-20');
    expect(dayOf([time('20. Mai')], { language: 'de' })).toBe('2024-05-20');
    expect(dayOf([time('2 hours ago')])).toBe('2024-05-19');
    expect(dayOf([time('May 25')])).toBe('2024-05-19');
  });

  it.each([
    ['JSON-LD', json('2021-02-02', 'dateModified')],
    ['meta', meta('article:modified_time', '2021-02-02')],
    ['meta of Open Graph', meta('og:updated_time', '2021-02-02')],
    ['a marked element', clue('mark', 'time updated', '2021-02-02')],
    ['a marked element by its line', clue('mark', 'time', '2021-02-02', { before: 'Last updated' })],
    ['itemprop', clue('mark', 'time dateModified', '2021-02-02')],
    ['a line', line('Updated 2 February 2021, 10:15')],
    ['a line in German', line('Zuletzt aktualisiert am 2. Februar 2021')],
    ['a line in French', line('Mis à jour le 2 février 2021')],
    ['a line in Spanish', line('Actualizado el 2 de febrero de 2021')],
    ['a line in Japanese', line('2021年2月2日 更新')],
    ['a box named so', clue('text', 'span last-updated', '2 February 2021')],
  ])('is never the day of an update: %s', (_, update) => {
    expect(dayOf([update])).toBeNull();
    expect(dayOf([update, meta('article:published_time', '2020-11-20T08:00:00+01:00')])).toBe('2020-11-20');
  });

  it('is the publication day when a line gives two, in either order', () => {
    expect(dayOf([line('Published 12 May 2020 | Updated 14 May 2020')])).toBe('2020-05-12');
    expect(dayOf([line('Updated 14 May 2020 | Published 12 May 2020')])).toBe('2020-05-12');
    const [first, second] = ['2020-05-12', '2020-05-14'].map(
      (on) => ({ from: 'mark', name: 'time', text: on }) as const,
    );
    const inLine = [
      clue('mark', 'time', first!.text, { before: 'Published ' }),
      clue('mark', 'time', second!.text, { before: 'Published 12 May 2020 Updated ' }),
    ];
    expect(dayOf(inLine)).toBe('2020-05-12');
    expect(
      dayOf([
        { ...inLine[1]!, before: 'Updated ' },
        { ...inLine[0]!, before: 'Updated 14 May 2020 Published ' },
      ]),
    ).toBe('2020-05-12');
  });

  it('is a date marked as both published and updated', () => {
    expect(dayOf([clue('mark', 'time entry-date published updated', '2019-10-22')])).toBe('2019-10-22');
    expect(dayOf([clue('text', 'span entry-date updated', '22 October 2019')])).toBe('2019-10-22');
  });

  it('is the first of two days with equal support', () => {
    const [first, second] = ['2020-05-14', '2020-05-12'].map((on) => meta('article:published_time', on));
    expect(dayOf([first!, second!])).toBe('2020-05-14');
    expect(dayOf([second!, first!])).toBe('2020-05-12');
  });

  it('is the only date printed as “as of”, unless something gives the publication date', () => {
    expect(dayOf([line('Stand: 28.10.2021 10:15 Uhr')], { language: 'de' })).toBe('2021-10-28');
    expect(dayOf([line('Stand: 29.10.2021'), meta('article:published_time', '2021-10-27')], { language: 'de' })).toBe(
      '2021-10-27',
    );
  });

  describe('is never the day of something else', () => {
    const other = { near: 'Workstations for developers, and what to look for' };
    it.each([
      [
        'in the sidebar',
        clue('mark', 'time published updated < li < ul < div sidebar', '2009-04-11', { ...other, at: -200 }),
      ],
      ['in a card below', clue('mark', 'time published < article card', '2009-04-11', { ...other, at: 4_100 })],
      ['in a card between headline and text', clue('mark', 'time published < article card', '2009-04-11', other)],
      ['marked for machines', clue('mark', 'span datePublished < li', '2009-04-11', { ...other, at: 5_000 })],
      ['printed', clue('text', 'span date < div teaser', '11 April 2009', { ...other, at: 4_500 })],
      ['in a list in the data', { ...json('2009-04-11'), ...other }],
    ])('%s', (_, card) => {
      expect(dayOf([card])).toBeNull();
      expect(dayOf([card, clue('mark', 'time', '2019-10-22')])).toBe('2019-10-22');
    });

    it('on a comment', () => {
      expect(dayOf([clue('mark', 'time < div comment-meta < li comment', '2009-04-11', { at: 4_100 })])).toBeNull();
    });
  });

  describe('if the text does not show which number is the month', () => {
    const both = line('03/04/2021');
    it.each([
      ['is none', {}, [], null],
      ['goes by the region', { language: 'en-us' }, [], '2021-03-04'],
      ['goes by the region', { language: 'en-gb' }, [], '2021-04-03'],
      ['goes by the land of the address', { address: 'https://paper.test.uk/x' }, [], '2021-04-03'],
      ['goes by the language', { language: 'fr' }, [], '2021-04-03'],
      [
        'goes by the offset of a stamp',
        {},
        [json('2021-03-05T09:00:00-05:00', 'dateModified'), json('2021-03-04T21:00:00-05:00')],
        '2021-03-04',
      ],
      ['goes by a summer stamp from New York', {}, [meta('date', '2021-03-09T09:00:00-04:00')], '2021-03-04'],
      [
        'supports neither reading where the page has both',
        {},
        [json('2021-03-04', 'dateCreated'), meta('date', '2021-04-03')],
        '2021-03-04',
      ],
      ['goes by a stamp of the next day in UTC', {}, [json('2021-03-05T02:00:00Z')], '2021-03-04'],
      ['goes by the form of another date', {}, [clue('text', 'p', 'Since 25/12/2020', { at: 3_000 })], '2021-04-03'],
      ['goes by the form of another date', {}, [clue('text', 'p', 'Since 12/25/2020', { at: 3_000 })], '2021-03-04'],
      ['goes by the address', { address: 'https://paper.test/2021/04/03/x' }, [], '2021-04-03'],
    ] as const)('%s %j', (_, more, others, expected) => expect(dayOf([both, ...others], more)).toBe(expected));
  });

  it('is not that of a copyright line', () => {
    const foot = (text: string) => line(text, { at: 4_050 });
    expect(dayOf([foot('© 12 May 2020 The Paper')])).toBeNull();
    expect(dayOf([foot('12 May 2020 The Paper')])).toBe('2020-05-12');
  });

  it('may be today', () => {
    const more = { top: 300, prose: [380, 4_000] } as const;
    expect(dayOf([{ ...json(`${TODAY}T08:00:00+01:00`), at: 0 }], more)).toBe(TODAY);
    expect(dayOf([{ ...meta('article:published_time', TODAY), at: 0 }], more)).toBe(TODAY);
    expect(dayOf([line('28 November 2026', { at: 320 })], more)).toBe(TODAY);
    expect(dayOf([line('28 November 2026', { at: 20 })], more)).toBeNull();
  });

  it('is not in the future', () => {
    expect(dayOf([json('2030-01-01')])).toBeNull();
    // Where it is tomorrow already.
    expect(dayOf([json('2026-11-29')])).toBe('2026-11-29');
  });

  it('is not more certain because ten teasers repeat it', () => {
    const cards = Array.from({ length: 10 }, () => clue('text', 'span date', '11 April 2009', { at: 2_000 }));
    expect(dayOf([...cards, line('22 October 2019')])).toBe('2019-10-22');
  });

  it('is the same for an American evening whatever the order of the clues', () => {
    const clues = [
      json('2021-01-20T02:15:00.000Z'),
      line('Tuesday, Jan. 19, 2021, 9:15 p.m. ET'),
      meta('date', '2021-01-20'),
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(clues, { minLength: clues.length }), (order) => {
        expect(dayOf(order)).toBe('2021-01-19');
      }),
    );
  });
});
