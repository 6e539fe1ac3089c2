/** The sort of land or water that the name itself says: "Lake Victoria", "Zagros Mountains", "Hebei Province". */
const FIRST =
  /^(Lake|Mount|Cape|Gulf|Strait|Isle|Sea|Bay|Valley|River|Province|Canton|Governorate|Department|Republic|Kingdom|Duchy|Emirate|Sultanate|Subprefecture) (?:of (?:the )?)?\p{Lu}/u;
const LAST =
  /\b(Islands?|Isles?|Archipelago|River|Lakes?|Sea|Ocean|Bay|Gulf|Strait|Channel|Canal|Mountains?|Alps|Range|Peak|Hills?|Volcano|Peninsula|Cape|Desert|Plateau|Plain|Basin|Valley|Canyon|Gorge|Glacier|Ice Shelf|Falls|Waterfall|Reef|Trench|Ridge|Forest|Cave|Delta|Isthmus|Fjord|Sound|Lagoon|Reservoir|Dam|National Park|Province|Region|State|Division|Territory|Republic|County|Prefecture|Governorate|Oblast|Krai|Voivodeship|Department|District|Empire|Caliphate|Sultanate|Dynasty)$/u;
const SPELT: Readonly<Record<string, string>> = {
  mount: 'mountain',
  isle: 'island',
  isles: 'islands',
  alps: 'mountains',
  range: 'mountain range',
  dynasty: 'former state',
  empire: 'empire',
};

/** Null where the name does not say it. */
export function landNoun(title: string): string | null {
  const name = title.replace(/ \(.*\)$|, .*$/, '');
  const bracketed = /\((island|river|mountain|lake|volcano|strait|peninsula|province|state|region)\)$/.exec(title)?.[1];
  const noun = (bracketed ?? FIRST.exec(name)?.[1] ?? LAST.exec(name)?.[1])?.toLowerCase();
  return noun === undefined ? null : (SPELT[noun] ?? noun);
}
