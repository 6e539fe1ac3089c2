import { describe, expect, it } from 'vitest';
import { languageOf, rolesOf } from '../../../lib/language';
import { foldText, sentences } from '../../../lib/text';

const german = languageOf('de-AT');

it.each([
  ['en', 'en'],
  ['en-GB', 'en'],
  ['de_CH', 'de'],
  ['DE', 'de'],
  ['fr-CA', 'und'],
  ['und', 'und'],
  // A page that says nothing is read as the tables are written.
  [null, 'en'],
  ['', 'en'],
])('%j is read as %s', (tag, folder) => {
  expect(languageOf(tag).tag).toBe(folder);
});

describe('German sentences', () => {
  it.each([
    [['Am 3. Oktober sprach Dr. Merkel.', 'Sie ging.']],
    [['Das gilt u. a. für ca. 20 Mrd. Euro, z. B. in Bayern.', 'Doch kaum mehr.']],
    [['Es waren Bier, Wein usw.', 'Danach ging man heim.']],
    [['Warner Bros. Discovery verkauft.', 'Wer kauft?']],
  ])('splits %j correctly', (parts) => {
    const text = parts.join(' ');
    expect(sentences(text, german.sentences).map(([from, to]) => text.slice(from, to))).toEqual(parts);
  });
});

describe('German titles', () => {
  it.each([
    ['Bundeskanzlerin', 'chancellor'],
    ['Kanzlers', 'chancellor'],
    ['Außenministerin', 'foreign minister'],
    ['Präsidenten', 'president'],
    ['Vizepräsident', 'vice president'],
    ['Altkanzler', 'former chancellor'],
    ['Ministerpräsidentin', 'prime minister'],
  ])('translates %s into the terms of the tables: %s', (word, office) => {
    expect(german.titles.titleOf(foldText(word))).toBe(office);
  });

  it('recognises an office or an occupation by its ending, and no other noun', () => {
    for (const word of ['Regierungssprecherin', 'Konzernchef', 'Spitzenkandidat']) {
      expect(german.titles.titleOf(foldText(word)), word).toBe('chief');
    }
    for (const word of ['Haus', 'Melania', 'Regierung', 'Kinder', 'Wein'])
      expect(german.titles.titleOf(foldText(word)), word).toBeNull();
  });
});

it.each([
  ['onkologin', 'person'],
  ['biologin', 'person'],
  ['vorort', 'place'],
  ['motorsport', null],
  ['einfluss', null],
  ['schlusswort', null],
])('knows what %s says about a name after it', (noun, kind) => {
  expect(rolesOf(languageOf('de')).kindOf(noun)).toBe(kind);
});

it('declines an adjective before a name, but not a noun', () => {
  expect(german.inflections('Europäische Union')).toEqual([
    'Europäische Union', 'Europäischen Union', 'Europäischer Union', 'Europäisches Union',
  ]); // biome-ignore format: one list
  expect(german.inflections('Straße von Hormus')).toEqual(['Straße von Hormus']);
  expect(german.inflections('Selenskyj')).toEqual(['Selenskyj']);
});

it('removes the genitive s from names, and from nothing else', () => {
  const [text] = german.uninflected('Bidens Besuch, Irans und Orbáns; das Haus, was Paris-Reisen, Mars’');
  expect(text).toBe("Biden' Besuch, Iran' und Orbán'; das Hau', was Paris-Reisen, Mars’");
});

describe('a hyphenated name', () => {
  const name = { before: null, after: null, folded: 'trump', person: true, words: 1 };
  it.each([
    ['Trump-Regierung', { ...name, after: 'regierung' }, true],
    ['Ex-Präsident Trump', name, true],
    ['Anti-Trump', { ...name, before: 'anti' }, true],
    ['Müller-Trump', { ...name, before: 'muller' }, false],
    ['Donald-Trump-Straße', { ...name, before: 'donald', after: 'strasse' }, false],
    ['Donald Trump-Meyer', { ...name, words: 2, after: 'meyer' }, false],
    ['US-Iran-Konflikt', { ...name, folded: 'iran', person: false, before: 'us', after: 'konflikt' }, true],
    ['Israel-Iran-Konflikt', { ...name, folded: 'iran', person: false, before: 'israel', after: 'konflikt' }, true],
    ['Baden-Baden', { ...name, folded: 'baden', person: false, before: 'baden' }, false],
    ['Meta-Analyse', { ...name, folded: 'meta', person: false, after: 'analyse' }, false],
  ])('%s', (_name, parts, stands) => {
    expect(german.compounds(parts)).toBe(stands);
  });
});
