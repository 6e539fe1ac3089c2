/** A story in a language that the tables are not written in, with the real tables. */
import { describe, expect, it } from 'vitest';
import { cachedPack } from '../../../assets/knowledge/cached-pack';
import { type Block, type LinkingChoices, linkStory } from '../../../lib/linking';
import { openPack } from '../../../lib/pack';

const pack = openPack((await cachedPack()).bytes);

type Given = string | (Pick<Block, 'text'> & Partial<Block>);

const blocksOf = (texts: readonly Given[]): Block[] =>
  texts.map((given, id) => ({ id, role: 'body', ...(typeof given === 'string' ? { text: given } : given) }));

function mentionsOf(language: string | null, texts: readonly Given[], more: Partial<LinkingChoices> = {}) {
  const story = { day: '2025-06-25', title: '', language, blocks: blocksOf(texts), memory: null };
  return linkStory([pack], story, { refused: {}, muted: [], density: 'every', ...more }).mentions;
}

/** `surface → name` of all that is found. */
function cards(language: string | null, ...texts: readonly Given[]): string[] {
  const blocks = blocksOf(texts);
  return mentionsOf(language, texts).map(({ block, start, end, entity }) => {
    const surface = blocks[block]?.text.slice(start, end);
    return `${surface} → ${pack.entity(pack.row(entity)).name}`;
  });
}

const NOTHING: string[] = [];

describe('a German story', () => {
  it('links names in their German spelling, which an English story does not', () => {
    const text = 'In Kiew sprach Wolodymyr Selenskyj über die Europäische Union.';
    expect(cards('de', text)).toEqual([
      'Kiew → Kyiv', 'Wolodymyr Selenskyj → Volodymyr Zelensky', 'Europäische Union → European Union',
    ]); // biome-ignore format: one list
    expect(cards('en', text)).toEqual(NOTHING);
  });

  it('links no town with the name of a singer, unless a neighbouring place is mentioned', () => {
    expect(cards('de', 'Am Montag sang Bergamo, der Sänger, in einem Zelt.')).toEqual(NOTHING);
    expect(cards('de', 'Am Montag traf Frankreich, ein Nachbar, auf die Schweiz.')).toEqual([
      'Frankreich → France', 'Schweiz → Switzerland',
    ]); // biome-ignore format: one list
  });

  it('links a name together with its ending', () => {
    expect(cards('de', 'Joe Bidens Rede in den Vereinigten Staaten, Frankreichs Antwort und die Lage des Iran.')).toEqual([
      'Joe Bidens → Joe Biden', 'Vereinigten Staaten → United States', 'Frankreichs → France', 'Iran → Iran',
    ]); // biome-ignore format: one list
  });

  it.each([
    'Was ein Bild sagt. Die Zeit heilt, die Welt dreht sich, der Spiegel hängt.',
    'Der Stern und der Focus, ein Signal, ein Telegramm, die Post und der Standard.',
    'Arbeit im Home Office. Der Vize der GdP klagte. Über uns der Himmel, Man sieht es.',
    'Essen, Halle und Baden sind schön. Der Rat, das Gesetz, der Handel, die Union, die Linke, die Grünen.',
    'Im März wächst Kohl. Ein Visa braucht man. Die Meta-Analyse zeigt Gold und Wind.',
    'Der ICE hält, BIS sagt nichts, DOGE auch nicht; Axios und Interfax sind Wörter wie andere.',
    'Der UAE-Plan und das UK-Modell: Kürzel aus einer anderen Sprache.',
    'Ein Bayer liebt das Total, den Mars, die Linde und die Orange. Der Jordan fließt.',
  ])('links nothing on ordinary words: %s', (text) => {
    expect(cards('de', text)).toEqual(NOTHING);
  });

  it('links a newspaper if a word says that it is one', () => {
    expect(cards('de', 'Das schrieb die Bild-Zeitung, und das Nachrichtenmagazin Der Spiegel auch.')).toEqual([
      'Bild-Zeitung → Bild', 'Nachrichtenmagazin Der Spiegel → Der Spiegel',
    ]); // biome-ignore format: one list
  });

  it('does not link the name of somebody else', () => {
    const known = 'Donald Trump kam.';
    for (const other of [
      'Paris Hollinger und London Brand kamen.',
      'Hertha Berlin spielte.',
      'Die Universität Bagdad.',
    ]) {
      expect(cards('de', other), other).toEqual(NOTHING);
    }
    for (const other of ['Melissa Trump lachte.', 'Boris Johnson-Meyer ging.']) {
      expect(cards('de', known, other), other).toEqual(['Donald Trump → Donald Trump']);
    }
    expect(cards('de', known, 'Im Trump Tower war es still.')).toEqual([
      'Donald Trump → Donald Trump', 'Trump Tower → Trump Tower',
    ]); // biome-ignore format: one list
    expect(cards('de', 'Helmut Kohl starb.', 'Er wohnte in der Helmut-Kohl-Straße.')).toEqual([
      'Helmut Kohl → Helmut Kohl',
    ]);
  });

  it('does not take a noun before a surname for a given name if the preceding word rules that out', () => {
    expect(cards('de', 'Friedrich Merz kam. Da lachte der Münsterländer Merz.')).toEqual([
      'Friedrich Merz → Friedrich Merz', 'Merz → Friedrich Merz',
    ]); // biome-ignore format: one list
  });

  it('does not take a noun for a variant of a surname', () => {
    expect(cards('de', 'Kassem Soleimani starb.', 'Ein Salomon lachte.')).toEqual([
      'Kassem Soleimani → Qasem Soleimani',
    ]);
  });

  it('has no headline in which every word is capitalised', () => {
    const headline = { text: 'Melissa Trump lobt Kinder Schulen', role: 'title' as const };
    expect(cards('de', headline, 'Donald Trump kam.')).toEqual(['Donald Trump → Donald Trump']);
  });

  it('remembers "not this one" for a name with an ending, too', () => {
    const [mention] = mentionsOf('de', ['Joe Bidens Rede.']);
    const refused = { 'joe biden': [mention?.entity ?? ''] };
    expect(mentionsOf('de', ['Joe Bidens Rede.'], { refused })).toEqual([]);
  });

  it('does not see an English office in a German name', () => {
    const isWhole = (text: string) => pack.detect(text).some(({ start, end }) => end - start === text.length);
    expect(isWhole('US president')).toBe(true);
    expect(isWhole('Vereinigte Staaten president')).toBe(false);
  });

  it('links a surname after an office, and the holder after “der Kanzler”', () => {
    const text = 'Der Kanzler schwieg, und Bundeskanzler Merz schwieg. Später sprach der Kanzler.';
    expect(cards('de', text)).toEqual(['Merz → Friedrich Merz', 'Kanzler → Friedrich Merz']);
  });

  it('does not read a man’s name before brackets as the name of the party in them', () => {
    expect(cards('de', 'Olaf Scholz (SPD) trat zurück.')).toEqual([
      'Olaf Scholz → Olaf Scholz', 'SPD → Social Democratic Party of Germany',
    ]); // biome-ignore format: one list
  });
});

describe('a story in a language without a folder', () => {
  it('has full names of people and bodies linked', () => {
    const text = 'El presidente Donald Trump recibió a Pedro Sánchez; Goldman Sachs y Amnesty International escriben.';
    expect(cards('es', text)).toEqual([
      'Donald Trump → Donald Trump', 'Pedro Sánchez → Pedro Sánchez', 'Goldman Sachs → Goldman Sachs',
      'Amnesty International → Amnesty International',
    ]); // biome-ignore format: one list
  });

  it.each([
    ['one word', 'Trump y Putin van a Londres, NATO y Google no.'],
    ['surnames', 'Sánchez habla con Merz.'],
    ['media', 'Lo dice The Guardian y el New York Times.'],
    ['places', 'En New York City y Los Angeles llueve.'],
    ['things', 'La Cold War y el Green Deal.'],
  ])('has nothing else linked: %s', (_name, text) => {
    expect(cards('es', text)).toEqual(NOTHING);
  });

  it('needs the capitals of a name', () => {
    expect(cards('es', 'Lo dice Human rights watch.')).toEqual(NOTHING);
  });

  it('does not link a name whose words occur in lower case on the page', () => {
    expect(cards('es', 'El Real Madrid ganó.')).toEqual(['Real Madrid → Real Madrid']);
    expect(cards('es', 'El Real Madrid ganó.', 'El real madrid no existe.')).toEqual(NOTHING);
  });

  it.each([
    ['ja', '米国のバイデン大統領は東京で記者会見を開いた。ウクライナと中国について話した。'],
    ['zh', '欧盟和中国在北京会谈。拜登总统没有出席，普京也没有。'],
    ['ru', 'Президент России Владимир Путин встретился с Си Цзиньпином в Москве. «Времена меняются», сказал он.'],
    ['ar', 'قال الرئيس جو بايدن إن الحرب في غزة يجب أن تنتهي، وزار إسرائيل يوم الأحد.'],
  ])('is read without an error, and nothing is linked: %s', (language, text) => {
    expect(cards(language, text, text.repeat(50))).toEqual(NOTHING);
    // Nor where the page does not say its language.
    expect(cards(null, text)).toEqual(NOTHING);
  });
});

it('each block is read in its own language', () => {
  const german = { text: 'Die Zeit drängt, Die Welt wartet auf Bidens Antwort.', language: 'de' };
  expect(cards('en', 'Die Welt reported from Kyiv.', german, { text: 'Kyiv y Die Welt.', language: 'und' })).toEqual([
    'Die Welt → Die Welt', 'Kyiv → Kyiv', 'Bidens → Joe Biden',
  ]); // biome-ignore format: one list
});
