import type { PersonCues } from '../language';
import { wordList } from '../word-list';

export const persons: PersonCues = {
  trades: wordList(`
    sergeant sgt corporal cpl pvt pfc airman gunner constable detective trooper vicar reverend rev pastor
    accountant apprentice baker barber barista bartender beekeeper bookkeeper bricklayer builder butcher carer caretaker carpenter
    cashier chef cleaner cook courier decorator dentist dishwasher electrician farmhand fisherman fishmonger florist gamekeeper gardener
    glazier grocer hairdresser handyman homemaker housewife janitor joiner labourer laborer landscaper librarian lobsterman locksmith
    logger machinist
    mechanic midwife miner nanny nurse optician paramedic pensioner pharmacist plasterer plumber postman postwoman potter
    receptionist retiree roofer sailor salesman saleswoman schoolboy schoolgirl scaffolder resident neighbour neighbor bystander onlooker eyewitness motorist pedestrian homeowner tenant parishioner villager shopper commuter
    holidaymaker seamstress shopkeeper shrimper stonemason
    student tailor teenager toddler translator trucker typist upholsterer veterinarian waiter waitress warehouseman welder`),
  tradePairs: new Set(
    'bus,truck,lorry,taxi,cab,train,tram,delivery,van,coach,ambulance,minibus'
      .split(',')
      .map((what) => `${what} driver`)
      .concat(
        'shop assistant,shop steward,care worker,factory worker,office worker,construction worker,social worker,farm worker,school teacher,security guard,lollipop man,dinner lady,call handler,shop worker,postal worker,warehouse worker,dog walker,window cleaner,car salesman,shop owner,small-business owner'.split(
          ',',
        ),
      ),
  ),
  elder: wordList('elder older senior'),
  younger: wordList('younger junior'),
  livesIn: wordList('of'),
  introduced: /^,? (?:\d|\(|an? |of |from )/,
  means: wordList('means meant'),
  plural: wordList('are were have'),
  newsroom: wordList('reporter reporters journalist journalists correspondent correspondents columnist editor editors'),
  remembered: wordList('late as once'),
  unrelated: /^[^.!?]{0,40}\b(?:no relation|not related|unrelated)\b|^(?:,| \()[^.!?]{0,25}\bnot the \p{Ll}/u,
  livesBy:
    /^(?: of \p{Lu}\p{L}+)?, (?:who )?(?:(?:runs|keeps|owns|manages) (?:a|the|his|her) (?:\p{Ll}+ ){0,2}(?:store|shop|garage|bakery|farm|caf[eé]|salon|pub|diner|nursery|stall|kennels?|launderette|laundromat|barbershop|bookshop|ferry|campsite|guesthouse)\b|(?:clears|cleans|mends|fixes|bakes|delivers|sweeps|mows|stacks) \p{Ll})/u,
  standsFor: /^,? \([RDI](?:-[^)]{1,20})?\)/,
  has: /^, whose \p{Ll}/u,
  months: wordList('january march april may june august'),
  beforeMonths: wordList(
    'in until till by since during beyond through throughout early late mid last next this every between',
  ),
  bylines:
    /^(?:additional )?(?:(?:reporting|reported|writing|written|words|editing|edited|compiled|photographs?) )?by\s/i,
  negations: wordList('not never'),
  prepositions: wordList(
    'about against among at before behind by for from in into like near of on over to towards under with without',
  ),
};
