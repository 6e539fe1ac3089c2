/**
 * What a thing is, read out of a short description ("Italian football club", "city in Texas, USA") or out of a title
 * ("2020 California wildfires"). Only what is listed here is told; the words themselves are never carried over.
 */
import type { Kind } from '../../../lib/facts';

export interface KindOfWords {
  readonly kind: Kind;
  readonly what: string;
}

/** By the words at which a description stops before "in", "of", "from": one to three of them. */
const SAID: Readonly<Partial<Record<Kind, string>>> = {
  person: `
    sound engineer, audio engineer, recording engineer,
    actor, actress, politician, singer, rapper, musician, singer-songwriter, songwriter, composer, guitarist,
    drummer, pianist, conductor, comedian, writer, author, novelist, poet, playwright, screenwriter, journalist,
    historian, philosopher, economist, lawyer, jurist, judge, diplomat, film director, film producer,
    record producer, director, producer, television producer, television presenter, presenter, broadcaster, model,
    dancer, choreographer, cinematographer, film editor, photographer, painter, artist, sculptor, architect,
    cartoonist, scientist, physicist, chemist, biologist, mathematician, engineer, inventor, astronaut,
    businessman, businesswoman, businessperson, entrepreneur, investor, activist, theologian, footballer,
    basketball player, baseball player, tennis player, golfer, boxer, wrestler, professional wrestler,
    racing driver, cyclist, swimmer, athlete, sprinter, cricketer, football player, ice hockey player,
    figure skater, general, military officer, voice actor, voice actress, statesman, monarch, pope, cardinal,
    psychologist, physician, filmmaker, animator, entertainer, lyricist, librettist, television host, radio host,
    television personality, radio personality, comedienne, saxophonist, violinist, cellist, trumpeter, bassist,
    industrialist, statistician, anthropologist, sociologist, astronomer, explorer, admiral, bishop, rabbi,
    costume designer, production designer, set decorator`,
  place: `
    city, town, village, county, province, state, region, district, municipality, borough, neighborhood,
    neighbourhood, suburb, island, archipelago, peninsula, lake, river, mountain, mountain range, desert, sea, bay,
    strait, prefecture, canton, department, commune, comune, county seat, country, sovereign state,
    continent, airport, international airport, national park, stadium, autonomous community, oblast, voivodeship,
    metropolitan area, historic county, cemetery, seaport, planet, palace, bridge, canal, volcano, glacier,
    mountain pass, council area, metropolitan borough, township, island nation`,
  company: `
    company, corporation, bank, airline, record label, film studio, production company, car manufacturer,
    automaker, retailer, brand, insurance company, energy company, oil company, telecommunications company,
    technology company, supermarket chain, restaurant chain, retail chain, hotel chain, pharmacy chain,
    fashion brand, clothing retailer, commercial bank, utility company, transport company, railway company,
    holding company, multinational corporation, conglomerate, coffeehouse chain, bookstore chain, fast food chain,
    electronics retailer, video game developer, video game publisher, investment bank, clothing brand,
    department store, oil and gas company, postal service, animation studio, movie studio, shipyard, shipbuilder,
    stock exchange, aerospace company, pharmaceutical company, software company, car rental company, publisher,
    publishing company, record company, trading company, mining company, steel company, biotechnology company`,
  media: `
    newspaper, magazine, television channel, television network, tv channel, radio station, news agency,
    broadcaster company, public broadcaster, daily newspaper, weekly newspaper, news website, website,
    broadcasting company, radio network, television station, cable channel, cable television channel,
    cable network, cable television network, news channel, satellite television channel, newspaper company,
    broadcasting network, news magazine`,
  group: `
    university, college, school, political party, trade union, government agency, agency, ministry, rock band,
    band, girl group, boy band, metal band, pop group, musical group, law enforcement agency, organization,
    organisation, international organization, nonprofit organization, charity, police force, government department,
    ethnic group, liberal arts college, public university, private university, research university, sports league,
    football league, ice hockey league, church, religious order, armed forces, army, navy,
    public research university, business school, law school, medical school, academy, museum, government ministry,
    regulatory agency, hospital, think tank, law firm, intelligence agency, terrorist organization, militant group,
    governing body, upper house, lower house, parliament, legislature, supreme court, central bank, labor union,
    research institute, research university, private university, university system, seminary, advocacy group,
    federal agency, space agency, marine corps, air force, coast guard, national guard, foundation,
    global airline alliance, airline alliance`,
  team: `
    football club, football team, basketball team, baseball team, ice hockey team, soccer team, sports club,
    national football team, national team, american football team, soccer club, association football club,
    rugby club`,
  event: `
    war, battle, world war, civil war, music festival, film festival, election, presidential election,
    sporting event, olympic games, award ceremony, military conflict, revolution, genocide, earthquake, hurricane`,
  work: `
    film, movie, television series, tv series, television program, sitcom, album, novel, book, musical, video game,
    animated film, animated series, animated television series, comic book, opera, play, song, miniseries,
    television miniseries, tv miniseries, game show, talk show, anime, manga, drama series, reality series,
    documentary, documentary film, soap opera, talent show, media franchise, comic strip`,
  concept: `
    award, literary award, music award, film award, annual award, prize, military decoration, medal,
    operating system, spacecraft, space probe, rocket, aircraft, fighter aircraft, stock market index, language,
    programming language, religion, folk religion, holiday, cartoon character, fictional character, web browser,
    software, video game console`,
};
/** Said in other words, or in more than a reader needs. */
const SAID_OTHERWISE: readonly (readonly [kind: Kind, what: string, words: readonly string[]])[] = [
  ['person', 'football player', ['association footballer', 'soccer player', 'football manager']],
  ['place', 'city', ['capital city', 'state capital', 'port city', 'city and county', 'million city']],
  ['place', 'county', ['metropolitan county', 'ceremonial county', 'non-metropolitan county']],
  ['company', 'chain of shops', ['store chain', 'shop chain', 'chain store']],
  ['company', 'chain of restaurants', ['food chain', 'pizza chain']],
  ['team', 'ice hockey team', ['hockey team', 'hockey club']],
  ['team', 'national football team', ['national association football team', 'national soccer team']],
  ['group', 'church', ['religious denomination', 'christian denomination', 'christian church']],
  ['group', 'people', ['ethnoreligious group', 'indigenous people', 'native american people']],
  ['group', 'branch of the armed forces', ['service branch', 'army branch']],
];

const HEADS: ReadonlyMap<string, KindOfWords> = new Map([
  ...Object.entries(SAID).flatMap(([kind, whats]) =>
    whats.split(/,\s+/).map((what) => [what.trim(), { kind: kind as Kind, what: what.trim() }] as const),
  ),
  ...SAID_OTHERWISE.flatMap(([kind, what, words]) => words.map((word) => [word, { kind, what }] as const)),
]);

/** Where a description stops saying what it is: "company based in", "player who". */
const STOPS =
  /\s(?:in|of|from|for|who|that|which|by|based|located|headquartered|founded|on|at|and|or|operating|to|with|serving|directed|produced|starring|written|near|owned|given|released|held|consisting|formed|awarded|published|created|presented|presenting|developed|featuring|under|between|about|set|adapted|whose|where|as|known|run|led|representing|spoken|native|broadcast(?= (?:on|by|in|from) )|broadcasting|responsible|established|specializing|specialising|providing|using)\s|[,;(/]/;

/** The same without the words that join two of a kind. */
const JOINED = new RegExp(STOPS.source.replace('and|or|', ''));

/** "American film and television actor" is no film. */
const ON_STAGE =
  /^[^(;]*?\b(?:film|stage|television|TV|theat(?:re|er)|radio|screen|voice)(?:(?:, and | and |, ?|\/)(?:film|stage|television|TV|theat(?:re|er)|radio|screen|voice))+,? (actor|actress|director|producer|writer|screenwriter|editor|composer|comedian|presenter)\b/i;

function kindOfEnd(words: readonly string[]): KindOfWords | null {
  for (const count of [4, 3, 2, 1]) {
    const found = HEADS.get(words.slice(-count).join(' '));
    if (found) return found;
  }
  return null;
}

export function kindOfDescription(description: string): KindOfWords | null {
  const before = (description.split(STOPS)[0] ?? '').toLowerCase().trim();
  // "American football player" is another game than a football player of America.
  if (
    /\bamerican (?:(?:former|retired|professional|college|canadian) )*football (?:player|coach|quarterback|team)\b/i.test(
      before,
    )
  )
    return before.endsWith('team')
      ? { kind: 'team', what: 'American football team' }
      : { kind: 'person', what: before.endsWith('coach') ? 'American football coach' : 'American football player' };
  const player = kindOfEnd([ON_STAGE.exec(description)?.[1]?.toLowerCase() ?? '']);
  if (player) return player;
  const found = kindOfEnd(before.split(/\s+/));
  if (found) return found;
  // "City and the county seat of …"
  const whole = HEADS.get(before);
  if (whole) return whole;
  // "American television and radio network": what stands before the "and" is half a word.
  const joined = description.split(JOINED)[0]?.toLowerCase().trim() ?? '';
  return joined === before ? null : kindOfEnd(joined.split(/\s+/));
}

const TITLES: readonly (readonly [RegExp, KindOfWords])[] = (
  [
    [/\bParalympics?\b/, 'event', 'Paralympic Games'],
    [/\b(?:Summer|Winter) Olympics\b|\bOlympic Games$/, 'event', 'Olympic Games'],
    [
      /\b(?:World Cup|Asian Cup|Nations Cup|Championships?|Grand Prix|Super Bowl|World Series|Masters|[A-Z]{2,4} Tour|Open|Tour de France|(?:Asian|African|Commonwealth|Mediterranean|Pan American|European|Invictus|Goodwill|Southeast Asian|Pacific|Maccabiah|World|Youth|Deaflympics|Universiade|Islamic Solidarity) Games)$/,
      'event',
      'sports competition',
    ],
    [
      /\b(?:presidential|general|parliamentary|legislative|local|federal|state|mayoral|gubernatorial|snap|regional)?\s*(?:elections?|by-election|referendum|primaries)(?: in .+)?$/i,
      'event',
      'vote',
    ],
    // What the last word alone would make a war, an attack or unrest.
    [
      /\b(?:presidential|election|electoral|senate|gubernatorial|mayoral|political|leadership) campaign\b/i,
      'event',
      'election campaign',
    ],
    [/\bcoup(?: d'état)?(?: attempts?)?(?: (?:in|of|against) .+)?$/i, 'event', 'coup'],
    [/\bgenocide(?: (?:in|of|against) .+)?$/i, 'event', 'genocide'],
    [/\bceasefire\b|\btruce\b|\barmistice\b/i, 'event', 'ceasefire'],
    [/\bhostage crisis\b/i, 'event', 'hostage-taking'],
    [/\bcrisis(?: (?:in|of|at) .+)?$/i, 'event', 'crisis'],
    [/\b(?:gas|oil|chemical|toxic|water) (?:pipeline )?leaks?\b/i, 'event', 'accident'],
    [/\bexplosions?(?: (?:in|of|at|on) .+)?$/i, 'event', 'explosion'],
    [/\bpoisonings?(?: (?:in|of|at) .+)?$/i, 'event', 'poisoning'],
    [
      /\b(?:missile|drone|rocket|air|military|retaliatory|cruise missile) strikes?\b|\bstrikes? (?:on|against) \p{Lu}/iu,
      'event',
      'attack',
    ],
    [/\b(?:tornado|storm|weather|wildfire|fire) outbreak\b/i, 'event', 'disaster'],
    [/\boutbreaks?(?: (?:in|of|at) .+)?$/i, 'event', 'outbreak of a disease'],
    [
      /\b(?:protests?|riots?|unrest|uprising|rebellion|insurgency|revolution|strike|march|demonstrations?)(?: (?:in|of|against) .+)?$/i,
      'event',
      'unrest',
    ],
    [
      /\b(?:wildfires?|floods?|flooding|earthquakes?|tsunami|hurricane season|typhoon season|heat wave|landslides?|eruption|drought|tornado(?:es)?|cyclone|storms?|avalanche|blizzard)(?: (?:in|of) .+)?$/i,
      'event',
      'disaster',
    ],
    [/^(?:Hurricane|Typhoon|Cyclone|Tropical Storm|Winter Storm|Storm) \p{Lu}/u, 'event', 'storm'],
    [/\b(?:epidemic|pandemic)(?: in .+)?$/i, 'event', 'epidemic'],
    [
      /\b(?:attacks?|bombings?|shootings?|massacre|stabbings?|assassination|kidnappings?|hijacking|siege|airstrikes?|raid|ambush|murders?|killings?)(?: (?:in|of|at|on) .+)?$/i,
      'event',
      'attack',
    ],
    [
      /^(?:Assassination|Killing|Murder|Death|Arrest|Trial|Disappearance|Impeachment|Shooting|Kidnapping|Execution) of \p{Lu}/u,
      'event',
      'case',
    ],
    [
      /\b(?:war|conflict|offensive|campaign|invasion|clashes|intervention|occupation)(?: (?:in|of|on|against) .+)?$/i,
      'event',
      'war',
    ],
    [/^(?:Battle|Siege|Invasion|Fall) of \p{Lu}|^Operation \p{Lu}/u, 'event', 'battle'],
    [
      /\b(?:crash|collapse|accident|disaster|derailment|fire|sinking|crush|stampede|spill|blackout|incident|collision)(?: (?:in|of|at) .+)?$/i,
      'event',
      'accident',
    ],
    [
      /\b(?:scandal|affair|controversy|leaks?|inquiry|investigation|trial|impeachment|crackdown|hearings)(?: (?:in|of|against) .+)?$/i,
      'event',
      'affair',
    ],
    [/\b(?:summit|conference|talks|negotiations|peace process)$/i, 'event', 'meeting'],
    [/\b(?:Treaty|Agreement|Accords?|Pact|Protocol)(?: of \p{Lu}.*| on .+)?$|\bConvention on\b/u, 'deal', 'agreement'],
    [/\b(?:Act|Bill)(?: of \d{4})?$/, 'law', 'law'],
    [/^University of \p{Lu}|\b(?:University|College)(?: of \p{Lu}.*|, \p{Lu}.*)?$/u, 'group', 'university'],
    [/^\d+(?:st|nd|rd|th) .*\b(?:Congress|Parliament|Knesset)$/, 'group', 'term of a parliament'],
    [/\bLibrary(?: of \p{Lu}.*)?$/u, 'group', 'library'],
    [/\bParty$|^Party of \p{Lu}/u, 'group', 'political party'],
    // One of every year is an evening, and no prize.
    [/^\d+(?:st|nd|rd|th) .*\bAwards$/, 'event', 'award ceremony'],
    [/\b(?:Prize|Awards?|Medal)(?: (?:in|for) .+)?$/, 'concept', 'award'],
    [
      /^(?!(?:Standard|Official|Sign|Body|National|Foreign|First|Second|Natural|Written|Spoken|Formal|Constructed|Endangered|Extinct|Literary|Artificial|Figurative|Whistled|Liturgical|Sacred|Assembly|Markup|Programming|Machine) ).* language$/,
      'concept',
      'language',
    ],
    [/\bFestival$/, 'concept', 'festival'],
    [/\b(?:Day|Eve|New Year)$/, 'concept', 'holiday'],
    [/\bChurch(?: of (?:the )?\p{Lu}.*)?$|^Church of \p{Lu}/u, 'group', 'church'],
    [/^(?:Book|Gospel|Acts|(?:(?:First|Second|Third) )?Epistle) (?:of|to) /, 'work', 'religious text'],
    [/ v\. /, 'law', 'court case'],
    [/^Constitution of \p{Lu}/u, 'law', 'constitution'],
    [/\b(?:Metro|Subway|Underground)$/, 'place', 'metro'],
    [
      /\b(?:Space Center|Center|Airport|Museum|Tower|Monument|Memorial|Fort|Wall|Basilica|Mosque|Bridge|Stadium|Palace|Dam|Canal|Cathedral|Square|National Park|Prison)$/,
      'place',
      'landmark',
    ],
    // The bank of a river is none.
    [
      /(?<!\b(?:West|East|Left|Right|South|North) )\bBank$|\b(?:Group|Corporation|Company|Inc\.?|Airlines|Airways|Motors|Holdings)$/,
      'company',
      'company',
    ],
    [/\b(?:F\.C\.|FC|A\.F\.C\.|C\.F\.)$|^(?:FC|AC|AS|CF|SC) \p{Lu}/u, 'team', 'football club'],
    [
      /\b(?:Ministry|Department|Agency|Commission|Council|Court|Parliament|Senate|Congress|Committee|Association|Federation|League|Union|Army|Navy|Force|Forces|Police|Service|Bureau|Institute|Foundation|Organization)(?: (?:of|for) (?:the )?\p{Lu}.*)?$/u,
      'group',
      'body',
    ],
  ] satisfies ReadonlyArray<readonly [RegExp, Kind, string]>
).map(([shape, kind, what]) => [shape, { kind, what }]);

/** About something, and not the thing: "Reactions to the …", "Ruritania at the 2020 Summer Olympics". */
const ABOUT =
  /^(?:\p{L}+ ){0,2}(?:impact|reactions?|aftermath|effects?|casualties|responses?|coverage|history|timeline|list|background|role|involvement|opposition|support|interference|enlargement)\b.* (?:of|to|in|for|during)\b| at the (?:\d{4}|\p{Lu})|-economic impact of\b|\b(?:response|misinformation|related) (?:related )?to the\b|\b(?:endorsements|violations|proposals?|lawsuits?|allegations|conspiracy theories|rivalries)\b|\brelations$| (?:and|during) (?:the|\d{4}) |^(?:economy|politics|demographics|geography|culture|education|religion|law|government|foreign policy|human rights|crime) (?:of|in)\b/iu;

export function kindOfTitle(title: string): KindOfWords | null {
  // "Diplomacy (game)": the brackets say that it is not the first thing of that name.
  const bare = title.replace(/ \(.*\)$/, '');
  // One word is a word of the language: "War", "Attack".
  if (!bare.includes(' ') || ABOUT.test(bare)) return null;
  return TITLES.find(([shape]) => shape.test(bare))?.[1] ?? null;
}
