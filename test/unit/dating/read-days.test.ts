import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDays } from '../../../lib/dating/read-days';
import { anyCharacter } from '../../tools/any-character';

const daysIn = (text: string, language = 'en', forMachines = false) =>
  readDays(text, language, forMachines).map(({ day, monthFirst }) => (monthFirst ? [day, monthFirst] : day));

describe('the days in a text', () => {
  it.each([
    ['en', '20 November 2020', '2020-11-20'],
    ['en', 'Published 20th of November, 2020', '2020-11-20'],
    ['en', 'Nov. 20, 2020, 3:00 p.m. ET', '2020-11-20'],
    ['en', 'Friday, November 20th, 2020', '2020-11-20'],
    ['en', 'Sept 1, 2021', '2021-09-01'],
    ['en', 'Apr 042013', '2013-04-04'],
    ['en', 'Thu Nov 09 03:28:35 UTC 2023', '2023-11-09'],
    ['de', '28. Oktober 2021, 10:15 Uhr', '2021-10-28'],
    ['de', '5. Jan. 2021', '2021-01-05'],
    ['de', '5. Jän. 2021', '2021-01-05'],
    ['de', '4. Mrz 2019', '2019-03-04'],
    ['de', '8.Dezember 2010 um 09:43', '2010-12-08'],
    ['de', 'Datum:26. Januar 2022Ausgabe', '2022-01-26'],
    ['de', '03.02.2022', '2022-02-03'],
    ['de', '3.2.22', '2022-02-03'],
    ['de', '26 | 01 | 2022', '2022-01-26'],
    ['fr', 'Publié le 1er février 2021 à 8h30', '2021-02-01'],
    ['fr', '14 juil. 2019', '2019-07-14'],
    ['fr', '23 août 2019', '2019-08-23'],
    ['es', '3 de enero de 2020', '2020-01-03'],
    ['es', '3 ene. 2020', '2020-01-03'],
    ['it', '6 dicembre 2020', '2020-12-06'],
    ['pt', '7 de março de 2021', '2021-03-07'],
    ['nl', '9 mrt. 2020', '2020-03-09'],
    ['nl', '9 maart 2020', '2020-03-09'],
    ['pl', '11 września 2019', '2019-09-11'],
    ['ru', '9 мая 2020 года', '2020-05-09'],
    ['uk', '24 серпня 2021', '2021-08-24'],
    ['tr', '30 Kasım 2020', '2020-11-30'],
    ['cs', '17. listopadu 2019', '2019-11-17'],
    ['sv', '6 juni 2020', '2020-06-06'],
    ['hu', '2020. május 5.', '2020-05-05'],
    ['ar', '20 نوفمبر 2020', '2020-11-20'],
    ['ar', '٢٠ نوفمبر ٢٠٢٠', '2020-11-20'],
    ['id', '17 Agustus 2020', '2020-08-17'],
    ['vi', '20/11/2020', '2020-11-20'],
    ['th', '18 กุมภาพันธ์ 2563', '2020-02-18'],
    ['ja', '2023年11月8日 21時30分', '2023-11-08'],
    ['zh', '2023 年 11 月 8 日', '2023-11-08'],
    ['ko', '2020년 3월 4일', '2020-03-04'],
    // The page says another language than it is written in.
    ['en', '28. Oktober 2021', '2021-10-28'],
    ['', '11 września 2019', '2019-09-11'],
    ['en', '2020-11-20T23:30:00-05:00', '2020-11-20'],
    ['en', '2020-11-20T00:10:00+13:00', '2020-11-20'],
    ['en', '2020/1/5', '2020-01-05'],
    ['en', 'Fri, 20 Nov 2020 15:00:00 GMT', '2020-11-20'],
    ['en', '25/12/2019', '2019-12-25'],
    ['en', '12/25/2019', '2019-12-25'],
  ])('%s: %s', (language, text, day) => expect(daysIn(text, language)).toEqual([day]));

  it('has two meanings if the text does not show which number is the month', () => {
    expect(daysIn('03/04/2021')).toEqual([['2021-04-03', '2021-03-04']]);
    expect(daysIn('03.04.2021')).toEqual(['2021-04-03']);
    expect(daysIn('04/04/2021')).toEqual(['2021-04-04']);
  });

  it.each([
    ['1605884400', '2020-11-20'],
    ['1605884400000', '2020-11-20'],
    ['20201120', '2020-11-20'],
    ['20201120T150000Z', '2020-11-20'],
  ])('is accepted as a bare number only from machine-readable text: %s', (text, day) => {
    expect(daysIn(text, 'en', true)).toEqual([day]);
    expect(daysIn(text, 'en', false)).toEqual([]);
  });

  it.each(['', 'yesterday', '2020', '2020-11', '2023-02-29', '2020-13-01', '0001-01-01', '31 June 2020', 'May 2020'])(
    'is not found in %j',
    (text) => expect(daysIn(text, 'en', true)).toEqual([]),
  );

  it.each([
    ['2020/7/11-12', []],
    ['Report, 14. - 20. January 2022', []],
    ['version 1.2.2020.4', []],
  ])('is not found in a range or a number of parts: %s', (text, days) => expect(daysIn(text)).toEqual(days));

  it.each([
    ['2023-11-09T03:28:35Z', 'utc'],
    ['2023-11-09T03:28:35+00:00', 'utc'],
    ['2023-11-09T03:28:35+0000', 'utc'],
    ['Thu, 09 Nov 2023 03:28:35 GMT', 'utc'],
    ['1605884400', 'utc'],
    ['2023-11-09T03:28:35-05:00', 'offset'],
    ['2023-11-09T03:28:35+05:30', 'offset'],
    ['2023-11-09T03:28:35', 'plain'],
    ['2023-11-09', 'plain'],
    ['Nov 9, 2023, 3:28 p.m. ET', 'plain'],
  ])('tells the zone of %s: %s', (text, zone) => expect(readDays(text, 'en', true)[0]?.zone).toBe(zone));

  it.each([
    ['2023-11-09T03:28:35-03:30', -3.5],
    ['2023-11-09T03:28:35+05:30', 5.5],
    ['2023-11-09T03:28:35Z', null],
  ])('tells the offset of %s: %d hours', (text, hours) => {
    expect(readDays(text, 'en', true)[0]?.offset).toBe(hours);
  });

  it('leave out an abbreviation that fits two months', () => {
    expect(daysIn('3 juil 2022', 'fr')).toEqual(['2022-07-03']);
    expect(daysIn('3 jui 2022', 'fr')).toEqual([]);
  });

  it('leave out a month’s name that means another month elsewhere, unless the page gives its language', () => {
    expect(daysIn('3. listopada 2022', 'hr')).toEqual(['2022-10-03']);
    expect(daysIn('3 listopada 2022', 'pl')).toEqual(['2022-11-03']);
    expect(daysIn('3 listopada 2022', 'en')).toEqual([]);
  });

  it('finds each of several dates', () => {
    expect(daysIn('Published 12 May 2020 | Updated 14 May 2020')).toEqual(['2020-05-12', '2020-05-14']);
  });

  it('finds every generated date, in any of the formats that papers print', () => {
    const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    const languages = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'pl', 'ru', 'tr', 'sv', 'id'];
    const style = fc.constantFrom('long', 'medium');
    fc.assert(
      fc.property(day, fc.constantFrom(...languages), style, (date, language, dateStyle) => {
        const printed = new Intl.DateTimeFormat(language, { dateStyle, timeZone: 'UTC' } as never).format(date);
        const iso = date.toISOString().slice(0, 10);
        const [found] = readDays(printed, language, false);
        expect([found?.day, found?.monthFirst], printed).toContain(iso);
      }),
    );
  });

  it('never returns anything but days, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter, maxLength: 300 }), fc.boolean(), (text, forMachines) => {
        for (const { day } of readDays(text, 'en', forMachines)) expect(day).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      }),
    );
  });
});
