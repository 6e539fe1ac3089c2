import { wordList } from '../word-list';

/**
 * Things named after a place that no longer have anything to do with it: "Brussels sprouts", "Stockholm syndrome". Not
 * what any place may have: there are cafes, doors and knives in London.
 */
export const compoundHeads = wordList(`
  sprout sprouts mule mules sling slings iced nut nuts delight pastry pastries doughnut doughnuts donut donuts artichoke
  artichokes sausage sausages hat hats worm worms toast chard roulette terrier terriers spaniel spaniels retriever
  retrievers wolfhound mastiff poodle shorts muffin muffins waffle waffles omelette omelet meatballs chowder rarebit
  encephalitis measles fever syndrome broil cheesecake pox mange roll rolls magazine`);

/** More of them, only behind an adjective of a country: "French fries", "Persian cat", "Dutch elm". */
export const adjectiveHeads = wordList(`
  fry fries dressing bath baths shepherd shepherds setter setters bulldog bulldogs hound cat cats pony ponies mustard
  salad stew coffee punch bean beans cress leather linen lace doll dolls window windows horn horns knotweed elm oak pine
  ivy lily poppy rose flu disease measles muffin standoff summer whispers leave oven courage uncle press
  letter letters manicure candle candles steps twist braid braids terrier goose`);

/** Fixed names of dishes, drinks, animals and things, and idioms, that contain a name without meaning it; folded. */
export const setPhrases: ReadonlySet<string> = new Set(
  `chicken kiev,chicken kyiv,baked alaska,white russian,black russian,plaster of paris,manhattan transfer,guinea pig,
  guinea pigs,guinea fowl,peking duck,bombay duck,canada goose,canada geese,texas holdem,hong kong flu,cape gooseberry,
  berlin doughnut,jersey cow,jersey cows,tasmanian devil,madras curry,swiss cheese,swiss army,vienna roll,vienna rolls,
  vienna bread,vienna loaf,london broil,boston cream,chelsea bun,chelsea buns,chelsea boots,bath bun,bath buns,
  oxford shirt,oxford shirts,bermuda triangle,french kiss,french kisses,french press,french bulldog,dutch oven,dutch uncle,
  venetian blind,venetian blinds,chinese walls,chinese wall,mexican wave,mexican standoff,indian summer,irish goodbye,
  kentucky windage,turkey shoot,turkey sandwich,roast turkey,cold turkey,china cabinet,bone china,fine china,
  java script,cologne water,eau de cologne,jersey shirt,fed up,delta variant,target practice,shell company,shell companies,
  visa application,visa applications,zoom lens,oracle bone,oracle bones,uber alles,gap year,gap years,square one,
  year treasury,worcester sauce,jersey cream,cuba libre,long island iced,buffalo wing,buffalo wings,
  waldorf salad,yorkshire pudding,yorkshire puddings,lancashire hotpot,bakewell tart,bakewell tarts,dundee cake,
  kendal mint,philadelphia cheesesteak,philadelphia cheesesteaks,philly cheesesteak,new york strip,kansas city strip,
  key lime,mississippi mud,manhattan clam,nashville hot,jordan almonds,bombay mix,bombay sapphire,frankfurt crown,
  jersey royals,jersey potatoes,parma ham,bayonne ham,york ham,melton mowbray,bordeaux mixture,prussian blue,
  ice train,ice trains,ice hockey,ice storm,ice storms,ice rink,ice rinks,ice cream,ice age,ice sheet,ice sheets,
  ice shelf,ice cap,ice caps,ice cube,ice cubes,ice bath,ice baths,ice skating,ice dance,ice road,ice roads`
    .split(',')
    .map((phrase) => phrase.trim()),
);
