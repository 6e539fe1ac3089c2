/** What stands there, as its name says: "temple" of "Dakshineswar Kali Temple", "museum" of "Musée Rodin". */
const WORDS =
  /\b(Museum|Musée|Museo|Gallery|Palace|Palazzo|Castle|Schloss|Burg|Château|Temple|Church|Cathedral|Basilica|Chapel|Abbey|Monastery|Priory|Convent|Mosque|Synagogue|Shrine|Stupa|Pagoda|Mausoleum|Tomb|Cemetery|Bridge|Viaduct|Aqueduct|Tunnel|Tower|Lighthouse|Stadium|Arena|Theatre|Theater|Opera House|Library|Monument|Memorial|Statue|Fort|Fortress|Citadel|Dam|Hotel|Hospital|Observatory|Zoo|Botanical Garden|Amphitheatre|National Park|Concentration camp|Concentration Camp|Railway Station|Airport|Power Plant|Skyscraper)\b/;
const SPELT: Readonly<Record<string, string>> = {
  musée: 'museum',
  museo: 'museum',
  palazzo: 'palace',
  schloss: 'castle',
  burg: 'castle',
  château: 'castle',
  theater: 'theatre',
  fort: 'fortress',
};

/** Null where the name does not say it, or says two things: "Church Street Bridge" is a bridge, "Tower of the Castle" anything. */
export function buildingNoun(name: string): string | null {
  const bare = name.replace(/ \(.*\)$|, .*$/, '');
  const last = new RegExp(`${WORDS.source}$`).exec(bare) ?? WORDS.exec(bare.replace(/ of .*$/, ''));
  const noun = last?.[1]?.toLowerCase();
  return noun === undefined ? null : (SPELT[noun] ?? noun);
}
