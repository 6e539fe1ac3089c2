/**
 * What a reader gets under a name that Backstory does not know: who is one, where, and what the story says. Long because each kind of
 * name is a sentence of its own.
 */
import { describe, expect, it } from 'vitest';
import { type BlockRole, findUnknownNames, linkStory, type Story, type UnknownName } from '../../../../lib/linking';
import { smallPack } from '../small-world';

type Given = string | readonly [BlockRole, string];

function names(blocks: Given | readonly Given[], language = 'en'): UnknownName[] {
  const given =
    typeof blocks === 'string' || (typeof blocks[0] === 'string' && ROLES.has(blocks[0] as string))
      ? [blocks as Given]
      : (blocks as readonly Given[]);
  const story: Story = {
    day: null,
    title: '',
    language,
    blocks: given.map((one, id) =>
      typeof one === 'string' ? { id, text: one, role: 'body' } : { id, text: one[1], role: one[0] },
    ),
    memory: null,
  };
  const { mentions } = linkStory([smallPack], story, { refused: {}, muted: [], density: 'normal' });
  return findUnknownNames([smallPack], story, mentions);
}
const ROLES = new Set(['title', 'standfirst', 'heading', 'caption', 'comment', 'aside']);

const called = (blocks: Given | readonly Given[], language = 'en'): string[] =>
  names(blocks, language).map(({ name }) => name);
/** What is said of the first name. */
const told = (text: Given | readonly Given[], language = 'en'): string[] =>
  (names(text, language)[0]?.says ?? []).map(({ by, text }) => `${by}: ${text}`);
const kindOf = (text: string, language = 'en') => names(text, language)[0]?.kind;

describe('an unknown name', () => {
  it.each([
    ['They met Howard Lutnick there.', ['Howard Lutnick']],
    ['They met Jan van der Berg there.', ['Jan van der Berg']],
    ['They met Yahya al-Tumani there.', ['Yahya al-Tumani']],
    ['They met Kim Seung-kyum there.', ['Kim Seung-kyum']],
    ["They met Maeve O'Dowdall there.", ["Maeve O'Dowdall"]],
    ['They met Howard J. Lutnick there.', ['Howard J. Lutnick']],
    ['They met Theresa May there.', ['Theresa May']],
    ['They met Judge Laura Court there.', ['Laura Court']],
    ['It stood in the Queen Victoria Market then.', ['Queen Victoria Market']],
    ['They met the Duchess of Brannock there.', ['Duchess of Brannock']],
    ['They met Librarian of Congress Carla Haydon there.', ['Carla Haydon']],
    ['They freed the Ever Given then.', ['Ever Given']],
    ["They ran to the Brannock Children's Hospital then.", ["Brannock Children's Hospital"]],
    [
      'They asked the Brannock Panda Protection and Research Center then.',
      ['Brannock Panda Protection and Research Center'],
    ],
    ['They sold Brannock Sunwear of Karsko Inc. then.', ['Brannock Sunwear of Karsko Inc']],
    ['By Thursday Howard Lutnick had gone.', ['Howard Lutnick']],
    ['They asked the Institute for the Study of Salt then.', ['Institute for the Study of Salt']],
    ['They asked Taylor of the Kalant Road then.', ['Kalant Road']],
    ['They asked the Kalant College of Radiology then.', ['Kalant College of Radiology']],
    ['They asked Latham & Quill for help.', ['Latham & Quill']],
    ['It was in the hands of the University of Brannock then.', ['University of Brannock']],
    ['He leads the Friends of the Marsh, it said.', ['Friends of the Marsh']],
    ['It went to the Ministry of Salt and Fisheries on Monday.', ['Ministry of Salt and Fisheries']],
    ['They flew to Valdoria with Howard Lutnick on Monday.', ['Howard Lutnick']],
    ["It was Howard Lutnick's plan.", ['Howard Lutnick']],
    ['A plan led by Howard Lutnick-backed firms failed.', ['Howard Lutnick']],
    ['They were pro-Ruvik Kalant there.', ['Ruvik Kalant']],
  ])('is a run of capitalised words inside a sentence: %s', (text, expected) => {
    expect(called(text)).toEqual(expected);
  });

  it.each([
    ['a headline where every word has a capital', ['title', 'Sudden Storms Batter Little Coast Towns'] as const],
    ['a heading', ['heading', 'Brannock Votes'] as const],
    ['a shouted line', 'They wrote STOP MARSH ROAD there.'],
    ['a dateline', 'BRANNOCK HILL, Norland (AP) — It rained.'],
    ['another dateline', 'BRANNOCK HILL — It rained.'],
    ['who wrote', 'By Dana Ferrisworth'],
    ['who edited', 'Reporting by Dana Ferrisworth; editing by Moss Tarrant'],
    ['who helped, at the end of a paragraph', 'It rained there. Additional reporting by Tessa Holmquist.'],
    ['what else the page has', 'Read More: Trump Signs Ruvik Kalant Order.'],
    ['who took the picture', ['caption', 'The hall on Monday. Photo: Dana Ferrisworth/Getty Images'] as const],
    ['who owns the page', '© Ferrisworth Print Limited 2026.'],
    ['what the page wants', 'Follow us on Facebook and Google News.'],
    ['days', 'They met on Monday Night in May.'],
    ['a month before a name', 'He spoke on Tuesday June 3.'],
    ['the first word of a sentence', 'Rain fell. Brannock was wet.'],
    ['a title alone', 'They met the Prime Minister and the Foreign Secretary.'],
    ['a single word', 'They met Lutnick there.'],
    ['a single word with a hyphen', 'They met Okonjo-Bell there.'],
    ['the name of a book', 'She wrote "The Salt Road" at night.'],
    ['what also stands in small letters', 'They spoke of Silent Running. It was silent running all the same.'],
    ['a party of brackets', 'They met Rep. Ada Morrow, D-Mass., there.'],
    ['a post', 'They asked the Medical Director and the Managing Partner.'],
    ['a church by the name of its saint', "They met at St. Kalant's then."],
    [
      'an opener before a comma',
      'Allegedly, the sister of the man slept. Afterwards, a farmer pointed out that it rained.',
    ],
    ['what every country has', 'They asked the Interior Ministry and the Supreme Court.'],
  ])('is not %s', (_, given) => {
    expect(called(given)).toEqual([]);
  });

  it('is not reported if it has a card already', () => {
    expect(called('Ada Morrow met Tom Hale in Karsk.')).toEqual([]);
  });

  it('is not the surname of somebody with a card', () => {
    expect(called(['Ada Morrow came.', 'They met Chancellor Morrow there.'])).toEqual([]);
  });

  it.each([
    ['nothing beside it', 'Ruvik Kalant after noon.', []],
    ['an apposition', 'Ruvik Kalant, a farmer, after noon.', ['Ruvik Kalant']],
    ['a given name', 'Howard Lutnick after noon.', ['Howard Lutnick']],
    ['what somebody does', 'Ruvik Kalant stood there.', ['Ruvik Kalant']],
    ['what somebody has', "Ruvik Kalant's hat fell.", ['Ruvik Kalant']],
    ['a trade', 'Defender Ruvik Kalant after noon.', ['Ruvik Kalant']],
    ['a word that stands in small letters, too', 'Angry Kalant stood there. He was angry.', []],
    ['an ordinary word', 'Young Kalant stood there.', []],
    ['a direction', 'Northern Kalant voted for him.', []],
  ])('may begin a sentence, with %s', (_, text, expected) => {
    expect(called(text)).toEqual(expected);
  });

  it('may begin a sentence if it is also inside another one', () => {
    expect(called(['Ruvik Kalant after noon.', 'They saw Ruvik Kalant.'])).toEqual(['Ruvik Kalant']);
    expect(called(['Ruvik Kalant after noon.', 'They saw Kalant.'])).toEqual(['Ruvik Kalant']);
  });

  it.each([
    ['They met Chancellor Dragović there.', 'Dragović'],
    ['It was striker Kalant again.', 'Kalant'],
    ['They bought the company Zendrix then.', 'Zendrix'],
    ['They saw Zendrix, a maker of pumps, fall.', 'Zendrix'],
    ['His company, Zendrix, fell.', 'Zendrix'],
    ['It lies in the town of Brannock today.', 'Brannock'],
    ['Kalant, 34, stood there.', 'Kalant'],
    ['She came from Brannock, where it rained.', 'Brannock'],
  ])('may be one word with a title or a role: %s', (text, name) => {
    expect(called(text)).toEqual([name]);
  });
});

describe('the places of an unknown name', () => {
  const surfaces = (blocks: readonly Given[], language = 'en') =>
    names(blocks, language).map(({ name, places }) => [
      name,
      ...places.map(({ block, start, end }) => {
        const one = blocks[block] as Given;
        return (typeof one === 'string' ? one : one[1]).slice(start, end);
      }),
    ]);

  it('include its shorter forms, without titles and possessives', () => {
    expect(
      surfaces([
        'They met Howard J. Lutnick.',
        "Mr. Lutnick's hat fell.",
        'Howard Lutnick left.',
        'They saw Howard go.',
        'Lutnick left.',
      ]),
    ).toEqual([['Howard J. Lutnick', 'Howard J. Lutnick', 'Lutnick', 'Howard Lutnick', 'Howard', 'Lutnick']]);
  });

  it('exclude a surname that two people have', () => {
    expect(surfaces(['They met Howard Lutnick.', 'They met Allison Lutnick.', 'They saw Lutnick go.'])).toEqual([
      ['Howard Lutnick', 'Howard Lutnick'],
      ['Allison Lutnick', 'Allison Lutnick'],
    ]);
  });

  it('exclude a surname of somebody with a card', () => {
    expect(surfaces(['Ada Morrow met Howard Morrow.', 'They saw Morrow go.'])).toEqual([
      ['Howard Morrow', 'Howard Morrow'],
    ]);
  });

  it('include the acronym that the story explains', () => {
    expect(surfaces(['The National Grain Board (NGB) met.', 'They asked the NGB again.'])).toEqual([
      ['National Grain Board', 'National Grain Board', 'NGB', 'NGB'],
    ]);
  });

  it('include the first word of a company, unless it is an ordinary word', () => {
    expect(surfaces(['They sold Tessaly Aerodynamics.', 'They like Tessaly.', 'The Aerodynamics of it.'])).toEqual([
      ['Tessaly Aerodynamics', 'Tessaly Aerodynamics', 'Tessaly'],
    ]);
    expect(surfaces(['They joined the Silver Marsh Trust.', 'He likes silver.', 'Then Silver rose.'])).toEqual([
      ['Silver Marsh Trust', 'Silver Marsh Trust'],
    ]);
  });

  it('include those in a headline where every word is capitalised', () => {
    expect(surfaces([['title', 'Storms Batter Howard Lutnick and His Friends'], 'They met Howard Lutnick.'])).toEqual([
      ['Howard Lutnick', 'Howard Lutnick', 'Howard Lutnick'],
    ]);
  });

  it('refer to the block by its number, not by its order', () => {
    const story: Story = {
      day: null,
      title: '',
      blocks: [
        { id: 70, text: 'It rained.', role: 'body' },
        { id: 31, text: 'They met Howard Lutnick.', role: 'body' },
      ],
      memory: null,
    };
    const [name] = findUnknownNames([smallPack], story, []);
    expect(name?.places).toEqual([{ block: 31, start: 9, end: 23 }]);
    expect(name?.says[0]?.block).toBe(31);
  });
});

describe('the quotation about an unknown name', () => {
  it.each([
    ['Howard Lutnick, the commerce secretary, left.', 'apposition: the commerce secretary'],
    [
      'They met Ruvik Kalant, a 34-year-old farmer from Brannock, there.',
      'apposition: a 34-year-old farmer from Brannock',
    ],
    ['Ruvik Kalant, who runs a mill, left.', 'apposition: who runs a mill'],
    ['They met Ruvik Kalant, 34, a nurse from Karsk, there.', 'apposition: a nurse from Karsk'],
    ['They met Ruvik Kalant (Greens) there.', 'apposition: Greens'],
    ['They met Ruvik Kalant, chief executive of Zendrix, there.', 'apposition: chief executive of Zendrix'],
    ['They met Ruvik Kalant, a singer known for "Salt," there.', 'apposition: a singer known for "Salt,"'],
    ['"No," said Ruvik Kalant, the head of the bank.', 'apposition: the head of the bank'],
    ['They met Commerce Secretary Howard Lutnick there.', 'title: Commerce Secretary'],
    ['It was striker Ruvik Kalant again.', 'title: striker'],
    ['It was said by the Norlandic drone maker Zendrix.', 'title: Norlandic drone maker'],
    ['It lies near the village of Brannock today.', 'title: village'],
    ['Its spokeswoman, Ruvik Kalant, left.', 'title: Its spokeswoman'],
    ['A teacher from Karsk, Ruvik Kalant, left.', 'title: A teacher from Karsk'],
    ['The ferry, the Nordlys Queen, sank.', 'title: The ferry'],
    ["Town's manager, Ruvik Kalant, left.", "title: Town's manager"],
    ['The owner of the mill, Ruvik Kalant, left.', 'title: The owner of the mill'],
    ['They bowed before Maj. Gen. Ruvik Kalant there.', 'title: Maj. Gen.'],
    ['They met Ruvik Kalant on the road.', 'sentence: They met Ruvik Kalant on the road.'],
  ])('is: %s', (text, expected) => {
    expect(told(text)).toEqual([expected]);
  });

  it.each([
    ['another subject behind a clause', 'When he met Ruvik Kalant, the striker laughed.'],
    ['another subject behind a preposition', 'With Ruvik Kalant, the mayor said, it was easy.'],
    ['a noun that only the next name has', 'They met Ruvik Kalant, Moss Mountain, and a friend.'],
    ['what lies behind a preposition', 'They liked Ruvik Kalant, a run along the lake, and tea.'],
    ['the next of a list', 'They met Ruvik Kalant, Tom Lehman, and a friend.'],
    ['what goes on with a verb', 'According to Ruvik Kalant, a detective in the town was sent away.'],
    ['a noun that a verb parts from it', 'The club beat Ruvik Kalant there.'],
    ['of whom the possessor is', 'It was the famous Ruvik Kalant author again.'],
    ['where a picture shows it', 'They met Ruvik Kalant (left) there.'],
  ])('is never %s', (_, text) => {
    expect(told(text)).toEqual([`sentence: ${text}`]);
  });

  it('is the most informative first, three at most, none within another', () => {
    const [name] = names([
      'They met striker Ruvik Kalant there.',
      'Ruvik Kalant, the Brannock striker, left.',
      'Ruvik Kalant, who keeps bees, left.',
      'Ruvik Kalant, a father of nine, left.',
      'Captain Ruvik Kalant left.',
    ]);
    expect(name?.says.map(({ text }) => text)).toEqual(['the Brannock striker', 'a father of nine', 'Captain']);
  });

  it('may be a sentence in a caption', () => {
    expect(told([['caption', 'They met Ruvik Kalant on the road.']])).toEqual([
      'sentence: They met Ruvik Kalant on the road.',
    ]);
  });

  it('gives no role of somebody related', () => {
    expect(names('Then Ruvik Kalant, whose grandfather cleared the land, left.')[0]?.roles).toEqual([]);
  });

  it('gives “which” to the company, if a person has the surname', () => {
    const [person] = names(['They met Howard Zendrix, a baker.', 'They sold Zendrix, which makes pumps.']);
    expect(person?.places).toHaveLength(1);
    expect(person?.says.map(({ text }) => text)).toEqual(['a baker']);
  });

  it('between two names belongs to neither', () => {
    expect(told('Ten died in Ruvik Kalant, the governor, Moss Tarrant, said.')).toEqual([
      'sentence: Ten died in Ruvik Kalant, the governor, Moss Tarrant, said.',
    ]);
  });

  it('has its head nouns as roles', () => {
    expect(names('They met Commerce Secretary Howard Lutnick there.')[0]?.roles).toEqual([
      'commerce secretary',
      'secretary',
    ]);
    expect(names('It was said by the Norlandic drone maker Zendrix.')[0]?.roles).toEqual(['drone maker', 'maker']);
    expect(names('They met Ruvik Kalant, a 34-year-old farmer from Karsk, there.')[0]?.roles).toContain('farmer');
  });
});

describe('the kind of an unknown name', () => {
  it.each([
    ['They met Mr. Ruvik Kalant there.', 'person'],
    ['They met Howard Lutnick there.', 'person'],
    ['They met Ruvik Kalant, 34, there.', 'person'],
    ['Then Ruvik Kalant, who keeps bees, left.', 'person'],
    ['Then Ruvik Kalant said so.', 'person'],
    ['They sold Zendrix Holdings then.', 'body'],
    ['They sold Zendrix Rumble, which makes pumps.', 'body'],
    ['The National Grain Board (NGB) met.', 'body'],
    ['They bought the company Zendrix then.', 'body'],
    ['They went to the town of Brannock then.', 'place'],
    ['In Brannock, a village on the coast, it rained.', 'place'],
    ['They stood in Gasworks Avenue then.', 'place'],
    ['They went to Fort Brannock then.', 'place'],
    ['They cheered Brannock Town, a club of the north, there.', 'body'],
    ['They met the Duchess of Brannock there.', 'person'],
    ['They saw Rob Holding there.', null],
    ['They saw Ruvik Kalant there.', null],
    ['They won the Howard Lutnick Cup there.', null],
  ] as const)('of %s is %s', (text, kind) => {
    expect(kindOf(text)).toBe(kind);
  });
});

describe('unknown names in German, where every noun has a capital', () => {
  it.each([
    ['Dann kam Martin Kesselbrink aus dem Haus.', ['Martin Kesselbrink']],
    ['Dann sprach Staatsanwalt Jörk Hinrichs im Saal.', ['Jörk Hinrichs']],
    ['Dann fiel die Firma Solwerk zusammen.', ['Solwerk']],
    ['Am Ende des Jahres stieg der Umsatz Anfang Mai auf zwei Millionen Euro.', []],
    ['Die Anleger wollen Geld und Zinsen vom Unternehmen.', []],
    ['Dann kam Klaus-Dieter Wahrendorf aus dem Haus.', ['Klaus-Dieter Wahrendorf']],
  ])('are recognised: %s', (text, expected) => {
    expect(called(text, 'de')).toEqual(expected);
  });

  it('have their apposition and title quoted', () => {
    expect(told('Dann kam Martin Kesselbrink, ein Landwirt aus Torgau, aus dem Haus.', 'de')).toEqual([
      'apposition: ein Landwirt aus Torgau',
    ]);
    expect(told('Dann kam die frühere Richterin Sabine Achterrath aus dem Haus.', 'de')).toEqual([
      'title: frühere Richterin',
    ]);
  });

  it('have no verb quoted, and the title before a comma', () => {
    expect(told('Bei dem Spiel erzielte Stürmer Emre Yildirim das Tor.', 'de')).toEqual(['title: Stürmer']);
    expect(told('Das bestätigte Landrat Emre Yildirim.', 'de')).toEqual(['title: Landrat']);
    expect(told('Der Sprecher des Amtes, Torben Willerding, lachte.', 'de')).toEqual(['title: Der Sprecher des Amtes']);
  });

  it('have the genitive ending removed', () => {
    const [name] = names(['Dann kam Sabine Achterrath.', 'Das war Sabine Achterraths Haus.'], 'de');
    expect(name?.name).toBe('Sabine Achterrath');
    expect(name?.places).toHaveLength(2);
  });
});

describe('an unknown name in a language without a folder', () => {
  it('has two or more words that never occur in lower case, and its whole sentence is quoted', () => {
    expect(told('Ils ont vu Ruvik Kalant, le patron de la banque, hier.', 'fr')).toEqual([
      'sentence: Ils ont vu Ruvik Kalant, le patron de la banque, hier.',
    ]);
    expect(called('Ils ont vu Haute Couture hier. La haute couture est belle.', 'fr')).toEqual([]);
    expect(called('Ils ont vu Kalant hier.', 'fr')).toEqual([]);
    expect(called('Selon Marie-Claude Deschazeaux, il pleut.', 'fr')).toEqual(['Marie-Claude Deschazeaux']);
  });
});

describe('a team in a match result', () => {
  const cup = (text: string) => names(text).map(({ name, kind, roles }) => `${name}: ${kind} ${roles.join(', ')}`);

  it.each([
    ['of two words', 'On Saturday Lower Karsko drew 0-0 with Upper Brannock.', ['Lower Karsko', 'Upper Brannock']],
    ['of one word, which no title tells', 'On Saturday they beat Karskomouth 2-1 at home.', ['Karskomouth']],
    ['before its points', 'On Saturday it was Lower Karsko 3, and nobody else scored 2-1.', ['Lower Karsko']],
    ['that comes back', 'Lower Karsko came from behind on Saturday to beat them 2-1.', ['Lower Karsko']],
    ['that loses', 'On Saturday Lower Karsko lost 4-0 at home.', ['Lower Karsko']],
  ])('is recognised: %s', (_, text, teams) => {
    expect(cup(text)).toEqual(teams.map((name) => `${name}: body team`));
  });

  it('is not assumed without a result, or for a person’s name', () => {
    expect(cup('On Saturday they beat Karskomouth at home.')).toEqual([]);
    expect(cup('On Saturday they went to Lower Karsko and lost.')).toEqual(['Lower Karsko: null ']);
    expect(cup('On Saturday Howard Lutnick beat Jane Karsko 6-4.').join()).not.toContain('team');
    expect(cup('The striker Lower Karsko won 2-1 on Saturday. They say Karsko won 2-1 again.')).toEqual([
      'Lower Karsko: person striker',
    ]);
  });
});

describe('a town in a dateline', () => {
  const told = (...texts: string[]) =>
    names(texts).map(({ name, kind, places }) => `${name}: ${kind}, ${places.length}`);

  it('is a place, wherever it occurs', () => {
    expect(told('KARSKOWATER (AP) — It rained.', 'They said it had rained in Karskowater before.')).toEqual([
      'Karskowater: place, 1',
    ]);
    expect(told('PORT KARSKO, Maine — It rained.', 'They met in Port Karsko.')).toEqual(['Port Karsko: place, 1']);
  });

  it('is not listed if the text does not name it', () => {
    expect(told('KARSKOWATER — It rained.', 'They said it had rained.')).toEqual([]);
  });
});

describe('the owner of a shorter form', () => {
  const placesOf = (text: string) =>
    Object.fromEntries(
      names(text).map(({ name, places }) => [name, places.map(({ start, end }) => text.slice(start, end))]),
    );

  it.each([
    ['Oklahoma City', 'They went from Karsko City to the east, and Karsko said so.', 'Karsko City'],
    ['a square', 'They met in Karsko Dahl Square, where Karsko Dahl is known.', 'Karsko Dahl Square'],
    ['a council', 'They asked the Karsko City Council about Karsko City.', 'Karsko City Council'],
    [
      'an airport',
      'They landed at Karsko International Airport and drove to Karsko then.',
      'Karsko International Airport',
    ],
  ])('is not something named after it: %s', (_, text, longer) => {
    expect(placesOf(text)[longer]).toEqual([longer]);
  });

  it('may be a company or a person', () => {
    expect(placesOf('They asked Tessaly Aerodynamics, and Tessaly said no.')).toEqual({
      'Tessaly Aerodynamics': ['Tessaly Aerodynamics', 'Tessaly'],
    });
    expect(placesOf('They asked Howard Lutnick, and Lutnick said no.')).toEqual({
      'Howard Lutnick': ['Howard Lutnick', 'Lutnick'],
    });
  });
});

describe('a description beside a name', () => {
  it.each([
    ['who is the last of two', 'The boss is a great-grandson of its founder, Willem Karsko.', ['title: its founder']],
    ['the article of the possessor', "The museum's director, Jane Karsko, left.", ["title: The museum's director"]],
  ])('is quoted %s', (_, text, says) => {
    expect(told(text).slice(0, 1)).toEqual(says);
  });

  it('with “who” does not make a body a person', () => {
    expect(kindOf('They met Professor Howard Lutnick of the Karsko Hospital, who was no part of it.')).toBe('person');
    const [, house] = names('They met Professor Howard Lutnick of the Karsko Hospital, who was no part of it.');
    expect(house).toMatchObject({ name: 'Karsko Hospital', kind: 'body' });
  });

  it('for a company may describe people, too', () => {
    expect(kindOf('They asked Karsko Asset Management, a London fund manager, about it.')).toBe('body');
    expect(kindOf('They asked Howard Management, a London fund manager, about it.')).toBe('person');
  });

  it('with “said” counts as a role', () => {
    expect(names('They said no. "It rained," said Simon Karsko.')[0]?.roles).toEqual(['said']);
    expect(names('They met Simon Karsko, the striker, there.')[0]?.roles).toEqual(['striker']);
  });
});

it.each([
  ['letters behind it', 'They asked Evelyn Karsko KC about it.', ['Evelyn Karsko']],
  ['what many own', "On Monday the Bargehands' Union called a strike.", ["Bargehands' Union"]],
  ['and not what one owns', "On Monday they left Karsko's Union then.", []],
  ['a syllable at the head of a sentence', 'Han Do-yun, for the one side, was there.', ['Han Do-yun']],
  ['and not words that are joined', 'Long Half-baked plans were there.', []],
])('a name has %s', (_, text, expected) => {
  expect(called(text)).toEqual(expected);
});
