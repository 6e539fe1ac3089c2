import { type ArenaWords, arenaWords } from '../arenas';

export const arenas: ArenaWords = arenaWords({
  screen: {
    proper:
      'drehbuch film filme fernsehserie kino regie regisseur regisseurin roman romane schauspieler schauspielerin serie',
    common:
      'album ausstellung autor autorin buch bucher fernsehen kunstler museum musik sanger schriftsteller theater verlag zuschauer',
  },
  power: {
    proper:
      'abgeordnete abgeordneten bundestag kanzler koalition landtag minister ministerin parlament partei prasident wahl wahlen',
    common:
      'armee general gericht gesetz krieg kandidat konig land opposition politik politiker regierung staat streit truppen',
  },
  game: {
    proper: `
      abpfiff abseits abstiegskampf achtelfinale anpfiff anschlusstreffer aufsteiger auswartsspiel bundesliga dribbling eckball
      elfmeter elfmeterschiessen foulspiel freistoss halbfinale halbzeit heimspiel hinspiel hinrunde kapitan kopfball
      linienrichter mittelfeld mittelfeldspieler mitspieler nachspielzeit platzverweis ruckrunde ruckspiel schiedsrichter
      spieltag strafraum sturmer torhuter torjager torlos torschuss torwart treffer unentschieden viertelfinale`,
    common: `
      ausgleich auswechslung fans finale fussball gastgeber gegner gruppe handball innenverteidiger kader liga mannschaft
      meister meisterschaft niederlage partie pokal punkte qualifikation remis saison sieg siege spiel spiele spieler
      stadion tabelle team tor tore trainer turnier verlangerung verteidiger`,
  },
  stage: {
    proper: 'bassist gitarrist keyboarder konzert konzerte sanger sangerin schlagzeuger zugabe zugaben',
    common: 'album band buhne festival gitarre hit hits lied lieder musik publikum refrain song songs tour tournee',
  },
  turf: {
    proper: 'galopper galopprennbahn hengst jockey rennbahn stute trabrennen wallach',
    common: 'boden galopp hurde hurden lange langen pferd pferde quote quoten rennen sattel stall',
  },
});
