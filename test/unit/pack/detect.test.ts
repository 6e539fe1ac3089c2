import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitsCase, openPack, type PackSource, writePack } from '../../../lib/pack';
import { entity, form, smallSource } from './small-source';

const pack = openPack(writePack(smallSource));
const surfaces = (text: string, from = pack): string[] =>
  from.detect(text).map((hit) => text.slice(hit.start, hit.end));
const packOf = (...rows: ReadonlyArray<readonly [string, string]>) =>
  openPack(
    writePack({
      ...smallSource,
      entities: rows.map(([key]) => entity(key, `${key} unnamed`)),
      forms: rows.map(([key, text]) => form(key, text)),
      facts: [],
      backgrounds: [],
    }),
  );

describe('finding forms in a text', () => {
  it.each([
    ['the U.S. struck', ['U.S.']],
    ['U.S.-Iran talks', ['U.S.', 'Iran']],
    ['left the U.S. Iran stayed', ['U.S.', 'Iran']],
    ['US-led and anti-American', ['US', 'American']],
    ['Iran-state-sponsored', ['Iran']],
    ['the Force (PMF), said', ['PMF']],
    ['its “maximum pressure” campaign', ['maximum pressure']],
    ["the Times' report and Iran’s and Iran's", ['Times', 'Iran', 'Iran']],
    ['Antiwar reported', ['Antiwar']],
    ['an Anti war rally, anti-war, Anti-War', []],
    ['antiwar people', []],
    ['the 2015 nuclear deal', ['2015 nuclear deal', 'nuclear deal', 'deal']],
    ['Kata’ib\u00a0Hezbollah and KATAIB  HEZBOLLAH', ['Kata’ib\u00a0Hezbollah', 'KATAIB  HEZBOLLAH']],
    ['New York Times', ['New York Times', 'Times']],
    ['the New York. Times change', ['Times']],
    ['nuclear, deal', ['deal']],
    ['nuclear\ndeal', ['nuclear\ndeal', 'deal']],
    ['proxy war, Proxy War, PROXY-WAR', ['proxy war', 'Proxy War', 'PROXY-WAR']],
    ['who asked us? WHO asked', ['WHO']],
    ['Us and Who', []],
    ['ir\u00adan\u200b I\u00adran', ['I\u00adran']],
    ['al-Muhandis, Muhandis', ['al-Muhandis', 'Muhandis', 'Muhandis']],
    ['\ud800Iran\udc00 🔥Iran🔥', ['Iran', 'Iran']],
    ['the militia', ['militia']],
  ])('returns the names in %j', (text, expected) => {
    expect(surfaces(text)).toEqual(expected);
  });

  it.each([
    ['St. Petersburg', 'in St. Petersburg today'],
    ['Amazon.com', 'Amazon.com fell'],
    ['9/11', 'since 9/11'],
    ['S&P 500', 'the S&P 500 rose'],
    ['January 20th', 'on January 20th'],
    ['Côte d’Ivoire', "Cote d'Ivoire's team"],
    ['Łódź', 'in Lodz'],
    ['Weißenfels', 'near Weissenfels'],
    ['George W. Bush', 'George W. Bush said'],
    ['COP26', 'at COP26,'],
    ['al-Qaeda', 'Al Qaeda and al-Qaeda'],
    ['習近平', '習近平。'],
    ['Владимир Путин', 'ВЛАДИМИР ПУТИН'],
    ["L'Oréal", 'L’Oreal’s'],
    ['e.g.', 'so e.g. this'],
  ])('returns the form %j in %j', (name, text) => {
    expect(surfaces(text, packOf(['thing', name]))).not.toEqual([]);
  });

  it('orders matches by start, longer first, and excludes a possessive ending', () => {
    const hits = pack.detect("Iran's 2015 nuclear deal");
    expect(hits.map(({ start, end }) => [start, end])).toEqual([
      [0, 4],
      [7, 24],
      [12, 24],
      [20, 24],
    ]);
  });

  it('finds every form as written in a text that contains it', () => {
    const word = fc.stringMatching(/^[A-Za-zÀ-ÿа-я0-9]{1,9}$/).filter((text) => /^[\p{L}\p{N}]+$/u.test(text));
    const name = fc.array(word, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(' '));
    fc.assert(
      fc.property(fc.uniqueArray(name, { minLength: 1, maxLength: 30 }), (names) => {
        const source: PackSource = {
          ...smallSource,
          entities: [entity('a', 'Nothing')],
          forms: names.map((text) => form('a', text)),
          facts: [],
          backgrounds: [],
        };
        const opened = openPack(writePack(source));
        for (const text of names) {
          const bare = text.replace(/^the\s+(?=\S)/i, '');
          const around = `So “${text}”, they say`;
          const start = around.indexOf(bare, 4);
          const hit = opened.detect(around).find((one) => one.start === start && one.end === start + bare.length);
          expect(hit, text).toBeDefined();
          expect(opened.candidates(hit!.form).some((one) => fitsCase(one.caseRule, around, hit!.start, hit!.end))).toBe(
            true,
          );
        }
      }),
      { numRuns: 150 },
    );
  });

  it('never throws, and never returns positions outside the text, on any UTF-16', () => {
    const unit = fc.oneof(
      fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
      fc.constantFrom('Iran', 'U.S.', '.', ' ', '’s', "'", '-', 'nuclear', 'deal', '\u200b', 'ß', 'æ'),
    );
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 80 }), (units) => {
        const text = units.join('');
        let last = -1;
        for (const hit of pack.detect(text)) {
          expect(hit.start).toBeGreaterThanOrEqual(last);
          expect(hit.end).toBeGreaterThan(hit.start);
          expect(hit.end).toBeLessThanOrEqual(text.length);
          last = hit.start;
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('ignores words that are in no form', () => {
    const many = Array.from(
      { length: 20_000 },
      (_, number) => `Name${number.toString(36)} of${(number * 7).toString(36)}`,
    );
    const opened = openPack(
      writePack({
        ...smallSource,
        entities: [entity('a', 'Nothing')],
        forms: many.map((text) => form('a', text)),
        facts: [],
        backgrounds: [],
      }),
    );
    let text = '';
    for (let number = 0; number < 200_000; number++)
      text += `Other${number.toString(36)} as${(number * 3).toString(36)} `;
    expect(opened.detect(text)).toEqual([]);
  });
});
