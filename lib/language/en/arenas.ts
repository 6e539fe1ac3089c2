import { type ArenaWords, arenaWords } from '../arenas';

/** Parts that a hyphen joins stand as one word. */
export const arenas: ArenaWords = arenaWords({
  game: {
    proper: `
      allrounder backcourt backhand batsman batsmen batter batters bowled bowler bowlers bullpen centreback crossbar dugout
      dunked equalised equaliser equalizer extratime fielder fielders flyhalf forehand freekick fullback fumble fumbled
      goalkeeper goalkeepers goalkeeping goalless goalscorer goaltender halfback halftime hattrick homered infielder
      inning innings kickoff lbw linebacker linebackers lineout lineouts midfield midfielder midfielders offside outfielder
      overtime playoff playoffs postseason preseason puck quarterback quarterbacks quarterfinal quarterfinals
      quarterfinalist quarterfinalists rebounds referee rightback leftback scoreless scrum scrums scrumhalf seamer semifinal semifinals
      semifinalist semifinalists shortstop shutout stoppagetime threepointer threepointers tiebreak tiebreaker touchdown
      touchdowns touchline umpire umpires varsity wicket wickets wicketkeeper winger wingers`,
    common: `
      baseball basketball batting bowling captain champions championship coach coached coaches cricket cup defeats
      defenders drew fans fielding final finals fixture fixtures football forwards game goal goals handball header hitter
      hitting hockey jersey kicked league match matches matchday opener opponents penalties penalty pitcher pitchers points
      qualifier qualifiers qualifying rally relegated relegation roster rugby runs scored scorer scores scoring
      season seasons selector selectors soccer spinner squad stadium strike striker strikers substitute substituted supporters tackle
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
