import { type ArenaWords, arenaWords } from '../arenas';

/** Hyphenated parts are written as one word; a word in several lists counts for the last. */
export const arenas: ArenaWords = arenaWords({
  screen: {
    proper: `
      actor actors actress actresses bestseller biopic bookshop boxoffice cinema cinemas filmmaker hollywood novel novelist novels
      oscar oscars playwright premiere publisher screenplay screenwriter sequel sitcom sitcoms trilogy`,
    common: `
      album artist artists author authors comedian comedy comic concert director drama episode episodes exhibition fiction film
      filmed films gallery literature movie movies museum music musical painted painter painting paintings photographer poem
      poems poet poetry published sang sculptor sculpture sculptures singer singers song songs starred starring studios television
      theater theatre tv viewers writer writers`,
  },
  power: {
    proper: `
      ambassador ballot ballots bipartisan cabinet caucus chancellor coalition congress congressional congressman congresswoman
      constituency democrat democratic democrats deputy diplomat diplomatic diplomats electorate embassy filibuster governor
      governors impeach impeached impeachment lawmaker lawmakers legislation legislator legislators legislature mayor mayors
      minister ministers ministry parliament parliamentary premier presidency president presidential presidents referendum
      republican republicans senate senator senators speaker turnout veto`,
    common: `
      administration amendment army attorney bill campaign campaigned candidate candidates ceasefire chief commander
      commission commissioner committee conservative conservatives council councillor country court crown defence defense delegates
      elected election elections envoy federal foreign forces former general government governments governor justice king labor labour
      law leader leaders liberal liberals military mp mps nation national officials opposition parties party peace policy
      political politician politicians politics poll polls prince protest protesters queen race rebels resign resigned royal rule
      ruled ruling sanctions secretary seat seats security soldiers state states summit talks tax term treaty troops
      union vote voted voter voters votes voting war white`,
  },
  game: {
    proper: `
      allrounder backcourt backhand batsman batsmen batter batters bowled bowler bowlers bullpen centreback crossbar dugout
      dunked equalised equaliser equalizer extratime fielder fielders flyhalf forehand freekick fullback fumble fumbled
      goalkeeper goalkeepers goalkeeping goalless goalscorer goaltender halfback halftime hattrick homered infielder
      inning innings kickoff lbw knockout linebacker linebackers lineout lineouts midfield midfielder midfielders offside outfielder
      overtime playoff playoffs postseason preseason puck quarterback quarterbacks quarterfinal quarterfinals
      quarterfinalist quarterfinalists rebounds referee rightback leftback scoreless scrum scrums scrumhalf seamer semifinal semifinals
      semifinalist semifinalists shortstop shutout stoppagetime threepointer threepointers tiebreak tiebreaker touchdown
      touchdowns touchline umpire umpires varsity wicket wickets wicketkeeper winger wingers`,
    common: `
      athlete athletes athletics baseball basketball batting bowling bronze captain champions championship coach coached coaches cricket cup defeats
      defenders draw drew fans fielding final finals fixture fixtures football forwards game goal goals handball header hitter
      hitting hockey jersey kicked league marathon match matches matchday medal medallist medallists medals olympian olympians olympic olympics opener opponents penalties penalty pitcher pitchers points polo
      qualifier qualifiers qualifying rally relegated relegation roster rugby runs scored scorer scores scoring
      season seasons selector selectors sevens soccer spinner sprinter sprinters swimmer swimmers squad stadium strike striker strikers substitute substituted supporters tackle
      tackles team teammate teammates teams tennis test tournament trailed tries unbeaten undefeated unseeded win winless
      wins won yards`,
  },
  stage: {
    proper: `
      bassist drummer drummers encore encores frontman frontmen frontwoman gig gigs guitarist guitarists keyboardist
      keyboards setlist singalong songwriter vocalist`,
    common: `
      album albums amplifier audience band bands bass chords chorus concert concerts crowd drums festival guitar guitars hits
      hit lyrics microphone music musicians nostalgia opened performed played promoter rock sang sing singer song songs
      stage tour touring tune tunes venue violin vocals`,
  },
  turf: {
    proper: `
      colt colts filly fillies furlong furlongs gelding geldings jockey jockeys racecourse racegoers steeplechase
      steeplechaser stewards thoroughbred thoroughbreds trainer`,
    common: `
      bets bookmaker bookmakers chase drawn evens favourite flat gallop going ground handicap hurdle hurdles lengths mare
      meeting mile nap odds outsider paddock race racing runner runners saddle stable stables stakes trained winner`,
  },
});
