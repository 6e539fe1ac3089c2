import { sortsByWord } from '../place-sorts';

const SORTS = sortsByWord({
  settlement: 'stadt dorf gemeinde ort ortschaft stadtteil hauptstadt vorort weiler siedlung',
  region: 'staat bundesland provinz landkreis kanton republik',
  water: 'fluss see meer bucht meerenge kanal stausee bach strom talsperre',
  land: 'insel halbinsel berg vulkan tal wald gebirge wuste hugel park',
  building: `
    stadion halle brucke damm flughafen gefangnis haus hotel kirche dom schloss burg palast krankenhaus klinik museum tunnel
    turm friedhof theater kino bibliothek moschee`,
});
/** Used to recognise compounds: "Kleinstadt", "Nebenfluss", "Fußballstadion". */
const ENDS = [...SORTS.keys()].filter(({ length }) => length > 3).sort((one, other) => other.length - one.length);

export const sortOfPlace = (noun: string) => {
  const end = ENDS.find((known) => noun.endsWith(known));
  return SORTS.get(noun) ?? (end === undefined ? null : (SORTS.get(end) ?? null));
};
