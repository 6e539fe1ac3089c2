import { wordList } from '../word-list';

/** Nouns beside a name that say what it is; for people, those that no trade, title, rank or ending tells (roles.ts). */
export const personNouns = wordList(`
  anchorman barman boatman cavalryman clergyman craftsman doorman filmmaker policymaker dressmaker shoemaker
  watchmaker foreman freshman frontman groundsman guardsman hangman henchman horseman infantryman layman linesman
  marksman middleman midshipman milkman nobleman oarsman repairman rifleman seaman serviceman showman sportsman
  strongman swordsman tradesman tribesman watchman workman yachtsman adventurer adviser advisor advocate aide aides
  analyst anchor announcer archer architect assassin assistant astronaut astronomer athlete auctioneer aviator banker
  baritone barrister baseman batsman batter biographer blogger bodyguard bookseller boss bowler boxer brewer
  broadcaster broker businessman campaigner champion chieftain citizen cleric clerk climber colleague collector
  comedian comic commentator composer conductor consultant contractor convict coordinator cornerback correspondent
  counsel counsellor counselor critic curator dancer dealer defendant defender deputy designer detainee developer
  dictator diplomat dissident diver doctor doyen drummer driver editor educator engineer entertainer entrepreneur
  expert explorer farmer fiance fiancee fighter figurehead financier fireman firefighter flanker footballer forester
  forward founder fugitive fullback goalie goalkeeper goaltender golfer graduate grandson granddaughter grandchild
  guard guide gunman gymnast hacker halfback head headmaster headteacher heir heiress hero historian hooker host
  hostage hunter hurdler illustrator incumbent infielder influencer inmate inventor investigator investor jeweller
  jockey juror keeper killer landlord landowner lawyer lecturer legend legislator linebacker magnate maestro manager
  master marathoner mastermind medic member mentor merchant midfielder militant missionary model moderator mogul
  monarch monk mountaineer mufti native negotiator nephew newcomer newsreader nun official oligarch ombudsman opener
  operative opponent orator organiser organizer outfielder owner painter paratrooper partner passenger patient
  patriarch patron performer philosopher pilot pitcher playboy player playwright poet policeman pollster presenter
  priest prime prisoner producer programmer promoter prop prosecutor protege protester publisher pundit pupil
  quarterback racer rancher ranger rapper realtor rebel receiver recruiter referee refugee regent reporter researcher
  restaurateur reviewer rider rival rower ruler runner scholar schoolteacher screenwriter sculptor shipowner shortstop
  skater skier skipper smuggler sniper socialite soldier songwriter soprano spinner spy sprinter star statesman
  stepbrother stepdaughter stepfather stepmother stepson striker stuntman subcontractor suffragette supervisor
  supporter surgeon surveyor survivor suspect swimmer tackle teacher teammate tenor theologian trader trainer
  traveller trustee tutor twin tycoon umpire vet veteran viceroy victim visitor volunteer warden warlord warrior
  whistleblower widow widower winger winner witness worker wrestler writer youngster youth youtuber cameraman man
  woman boy girl child mum mom dad grandmother grandfather granny baby infant husband wife spouse girlfriend boyfriend
  son daughter`);

export const bodyNouns = wordList(`
  employer 
  academy agency airline alliance army arm assembly association authority automaker automakers bakery band bank
  boutique branch brand brewery brigade broadcaster brokerage bureau business cabinet
  campaign carmaker carrier cartel caucus chain channel charity chipmaker church clinic club coalition
  collective college commission committee company conglomerate consortium consultancy cooperative
  council court daily department developer distributor division duo enterprise exchange faction federation firm
  foundation fund gallery gang garrison group guild hospital institute institution insurer junta
  label laboratory lab league lender magazine maker manufacturer marketplace media medium militia ministry mosque
  movement museum network newspaper ngo nonprofit office orchestra organisation organization outfit outlet
  parent paper partnership party petition platform portal producer provider publication publisher quartet quango refiner
  regulator retailer school secretariat seminary service shipbuilder side society spinoff startup station
  steelmaker store studio subsidiary supermarket supplier syndicate team theatre theater thinktank tank tabloid trio
  troupe trust union unit university utility venture vendor watchdog website weekly wholesaler wing workshop site app
  press restaurant cafe bar pub bookshop shop hotel choir ensemble bloc lobby initiative project programme`);

export const placeNouns = wordList(`
  area avenue base bay beach border borough bridge canyon capital castle cathedral cemetery city coast commune community
  compound county crossing dam desert district enclave estate farm field forest ground hamlet harbor harbour hill hills
  hilltop hometown island islet isle jail lake mountain municipality neighborhood neighbourhood oasis outpost palace
  park peak peninsula place port prefecture prison province quarter ranch region reserve reservoir resort river road
  seaport settlement shantytown slum stadium state street strip stronghold suburb summit territory town township valley
  venue village volcano water waterway wilderness airport airfield airbase arena`);

/** Persons or companies. */
export const eitherNouns = wordList(`
  center centre developer publisher producer distributor broker rival competitor opponent partner successor predecessor
  contractor operator seller heir winner champion giant star favourite favorite`);

/** Neither a person nor a body nor a place. */
export const thingNouns = wordList(`
  ship vessel frigate tanker destroyer submarine trawler cruiser warship yacht ferry freighter icebreaker carrier
  spacecraft satellite rocket missile film movie documentary sitcom series musical opera ballet novel book memoir album
  song game play painting podcast newsletter hurricane typhoon cyclone storm wildfire horse racehorse dog law bill
  statute treaty operation drug vaccine virus variant bacterium software chatbot model festival award prize tournament
  race trophy`);
