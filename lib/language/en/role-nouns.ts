import { wordList } from '../word-list';

/** Nouns beside a name that say what it is. */
export const personNouns = wordList(`
  airman anchorman barman boatman cavalryman clergyman craftsman doorman filmmaker policymaker lawmaker dressmaker shoemaker watchmaker
  foreman freshman frontman groundsman guardsman handyman hangman henchman horseman infantryman layman linesman marksman
  middleman midshipman milkman nobleman oarsman postman repairman rifleman seaman serviceman showman sportsman strongman swordsman
  tradesman tribesman watchman workman yachtsman assemblyman
  accountant activist actor actress adventurer adviser advisor advocate aide aides ambassador analyst anchor announcer
  anthropologist apprentice archaeologist archbishop archer architect archivist artist assassin assistant astronaut
  astronomer athlete attorney auctioneer author aviator banker baritone baron baroness barrister baseman bassist batsman
  batter beekeeper biographer biologist bishop blogger bodyguard bookseller boss bowler boxer brewer broadcaster broker
  builder businessman businesswoman campaigner candidate captain cardinal carpenter cartoonist chair chairman chairwoman
  chairperson champion chancellor chef chemist chief chieftain choreographer cinematographer citizen cleric clerk
  climber coach cofounder colleague collector columnist comedian comic commander commentator commissioner composer
  comptroller conductor congressman congresswoman conservationist consultant contractor convict coordinator cornerback
  coroner correspondent councillor councilor councilman councilwoman counsel counsellor counselor courier critic curator
  cyclist dancer dealer dean defendant defender delegate dentist deputy designer detainee detective developer dictator
  diplomat director dissident diver doctor doorman doyen dramatist drummer driver economist editor educator electrician
  emir emperor engineer entertainer entrepreneur envoy epidemiologist executive expert explorer farmer father fiance
  fiancee fighter figurehead filmmaker financier fireman firefighter fisherman flanker footballer forester forward
  founder fugitive fullback gardener general geologist goalie goalkeeper goaltender golfer governor graduate grandson
  granddaughter grandchild guard guide guitarist gunman gymnast guru hacker halfback head headmaster headteacher heir
  heiress hero historian hooker host hostage hunter hurdler illustrator imam immunologist incumbent industrialist infielder
  influencer inmate inspector inventor investigator investor janitor jeweller jockey journalist judge jurist juror
  keeper keyboardist killer king labourer laborer landlord landowner lawmaker lawyer leader lecturer legend legislator
  librarian lieutenant linebacker linguist lobbyist lyricist magician magistrate magnate maestro manager master marathoner
  marshal mastermind mathematician mayor mechanic medic member mentor merchant meteorologist midfielder midwife militant
  miner minister missionary model moderator mogul monarch monk mother mountaineer mufti mullah musician nanny native
  negotiator nephew neurologist neuroscientist newcomer newsreader nominee novelist nun nurse officer official oligarch
  ombudsman opener operative opponent orator organiser organizer outfielder owner painter paramedic paratrooper partner
  passenger pastor patient patriarch patron pediatrician performer pharmacist philanthropist philosopher photographer
  photojournalist physician physicist pianist pilot pitcher playboy player playwright plumber poet policeman policewoman
  politician pollster pope premier presenter president priest prime primatologist prince princess principal prisoner
  producer professor programmer promoter prop prosecutor protege protester psychiatrist psychologist publicist publisher
  pundit pupil quarterback queen rabbi racer rancher ranger rapper realtor rebel receiver recruiter rector referee
  refugee regent reporter representative researcher resident restaurateur retiree reverend reviewer rider rival rower
  ruler runner sailor salesman saleswoman scholar schoolboy schoolgirl schoolteacher scientist screenwriter sculptor
  seaman seamstress secretary senator sergeant sheikh sheriff shipowner shopkeeper shortstop singer skater skier skipper
  smuggler sniper socialite sociologist soldier solicitor songwriter soprano speaker specialist spinner spokesman
  spokesperson spokeswoman spy sprinter star statesman statistician stepbrother stepdaughter stepfather stepmother
  stepson strategist striker student stuntman subcontractor suffragette sultan superintendent supervisor supporter
  surgeon surveyor survivor suspect swimmer tackle tailor teacher teammate technician teenager tenant tenor terrorist
  theologian theorist therapist trader trainer translator traveller treasurer trustee tutor twin tycoon umpire
  undersecretary vet veteran veterinarian vicar viceroy victim villager violinist virologist visitor vocalist volunteer
  waiter waitress warden warlord warrior watchmaker whistleblower widow widower winger winner witness worker wrestler
  writer youngster youth youtuber zoologist cameraman man woman boy girl child mum mom dad grandmother grandfather
  granny baby toddler infant husband wife spouse girlfriend boyfriend son daughter`);

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
