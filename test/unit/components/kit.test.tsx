// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import german from '../../../assets/public/_locales/de/messages.json';
import messages from '../../../assets/public/_locales/en/messages.json';
import {
  createText,
  formatDay,
  formatMoment,
  formatMonth,
  formatPartialDate,
  formatSpan,
  fromMessages,
  Switch,
} from '../../../components/kit';
import { render, text } from './render';

describe('dates in words', () => {
  it.each([
    ['2003', '2003'],
    ['~2003', 'about 2003'],
    ['2003-06', 'June 2003'],
    ['2020-01-03', '3 January 2020'],
    ['0622-07-16', '16 July 622'],
    ['0000', '1 BC'],
    ['~-0043-03', 'about March 44 BC'],
    ['-0043-03-15', '15 March 44 BC'],
    ['2023-02-29', '2023-02-29'],
    ['no date', 'no date'],
  ])('%s is %s', (date, written) => {
    expect(formatPartialDate(text, date)).toBe(written);
  });

  it.each([
    ['2017-01-20', null, 'since 20 January 2017'],
    ['~1977', null, 'since about 1977'],
    [null, '2020-01-03', 'until 3 January 2020'],
    [null, null, ''],
    ['2014', '2020-01-03', '2014–2020'],
    ['~2014', '2020', 'about 2014–2020'],
    ['2020-01-03', '2020-01-03', '3 January 2020'],
    ['2018-01-03', '2018-05-08', '3 January – 8 May 2018'],
    ['2018', '2018-05-08', '2018'],
    ['-0026-01-16', '0014-08-19', '27 BC–14'],
    ['-0057', '-0049-01', '58 BC–50 BC'],
  ])('%s to %s is %s', (start, end, written) => {
    expect(formatSpan(text, start, end).replace(/[\u2009\u202f]/g, ' ')).toBe(written);
  });

  it('are written in the language of the text, whatever the time zone', () => {
    const inGerman = createText('de-AT', fromMessages(german));
    expect(formatPartialDate(inGerman, '2020-11-20')).toBe('20. November 2020');
    expect(formatPartialDate(inGerman, '2020-01')).toBe('Jänner 2020');
    expect(formatSpan(inGerman, '~2003-06', null)).toBe('seit etwa Juni 2003');
    // The years of a span are counted as those of a day are: here from the Hijra, by the sun.
    const inPersian = createText('fa', fromMessages({ ...messages, text_language: { message: 'fa' } }));
    expect(formatSpan(inPersian, '2014-06', '2020')).toBe('۱۳۹۳–۱۳۹۸');
    expect(formatPartialDate(inPersian, '2014-06')).toContain('۱۳۹۳');
    // There are no Welsh words: the English ones have English dates between them.
    const inWelsh = createText('cy', fromMessages(messages));
    expect(formatSpan(inWelsh, '2020-11-20', null)).toBe('since November 20, 2020');
    expect(formatMonth(text, '2026-06-30')).toBe('June 2026');
    expect(['~2026-06', '2026', '-0043-03-15'].map((date) => formatMonth(text, date))).toEqual([
      'June 2026',
      '2026',
      'March 44 BC',
    ]);
  });

  it('a moment is shown as a date like all others, followed by the time', () => {
    const noon = new Date(2026, 10, 22, 14, 5).getTime();
    expect(formatMoment(text, noon, 'day')).toBe(formatDay(text, '2026-11-22'));
    expect(formatMoment(text, noon)).toBe('22 November 2026 at 14:05');
    const inGerman = createText('de', fromMessages(german));
    expect(formatMoment(inGerman, noon, 'day')).toBe(formatDay(inGerman, '2026-11-22'));
  });
});

describe('message texts', () => {
  it('fill in substitutions, format numbers in the locale, and turn a doubled dollar into one', () => {
    const raw = fromMessages({ key: { message: '$2 of $1 cost $$5' } });
    expect(raw('key', ['ten', 'two'])).toBe('two of ten cost $5');
    expect(raw('unknown', [])).toBe('');
    expect(text.count('library_stories', 1200)).toContain('1,200 ');
    expect(text.count('library_stories', 1)).toContain('one story ');
  });

  it('isolate inserted text from a sentence of the other direction', () => {
    const hebrew = { text_language: { message: 'he' }, text_direction: { message: 'rtl' } };
    const saying = (messages: Parameters<typeof fromMessages>[0]) => createText('he', fromMessages(messages));
    const words = { card_back: { message: 'חזרה אל $1' }, notes_found_other: { message: '$1 פתקים' } };
    expect(saying({ ...hebrew, ...words }).t('card_back', 'Iran')).toBe('חזרה אל \u2068Iran\u2069');
    expect(saying({ ...hebrew, ...words }).count('notes_found', 30)).toBe('30 פתקים');
    expect(text.t('card_back', 'Iran')).toBe('Back to Iran');
  });

  it('use the plural forms of their language, and the last one for a form that is left out', () => {
    const forms = { zero: 'none', one: 'single', two: 'pair', few: '$1 few', other: '$1 others' };
    const many = Object.entries(forms).map(([form, message]) => [`notes_found_${form}`, { message }]);
    const arabic = createText('ar-EG', fromMessages({ ...Object.fromEntries(many), text_language: { message: 'ar' } }));
    const said = [0, 1, 2, 3, 11, 100].map((n) => arabic.count('notes_found', n));
    // 11 would be "many" there, and 100 is "other".
    expect(said).toEqual(['none', 'single', 'pair', '٣ few', '١١ others', '١٠٠ others']);
    // French counts nothing as one; where it has no words, the English ones count as English does.
    expect(createText('fr', fromMessages(messages)).count('library_stories', 0)).toContain(' 0 stories ');
  });
});

it('a switch says whether it is on, and what was requested', () => {
  const changed = vi.fn();
  render(
    <Switch on={false} onChange={changed}>
      On for this site
    </Switch>,
  );
  const control = screen.getByRole('switch', { name: 'On for this site' });
  expect(control.getAttribute('aria-checked')).toBe('false');
  fireEvent.click(control);
  expect(changed).toHaveBeenCalledWith(true);
});
