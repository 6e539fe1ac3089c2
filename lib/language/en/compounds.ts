import { wordList } from '../word-list';

/**
 * Things that are called after a place and have nothing to do with it any more: "Brussels sprouts", "Guinea worm". The
 * noun right behind a place or an adjective of one.
 */
export const compoundHeads = wordList(`
  sprout sprouts mule mules sling slings nut nuts delight pastry pastries doughnut doughnuts donut donuts artichoke
  artichokes sausage sausages hat hats pig pigs worm worms duck toast fries fry dressing chard roulette bath baths
  shepherd shepherds terrier terriers spaniel spaniels retriever retrievers setter setters wolfhound bulldog bulldogs
  mastiff poodle hound hounds cat cats pony ponies cress mustard muffin muffins waffle waffles omelette omelet
  meatballs sauce salad stew coffee tea punch iced bean beans pepper peppers plum plums fig figs pear pears apple apples
  leather lace linen doll dolls windows door doors horn horns knife knives blinds curtain cobra cobras python
  pythons tiger tigers eagle hamster hamsters lily lilies ivy oak elm elms pine pines spruce fern poppy poppies
  encephalitis measles fever flu itch foot disease syndrome cheese ham beef rub bake rarebit clam clams
  chowder roll rolls bun buns twist cocktail screwdriver manicure pedicure goose geese
  pox mange beetle beetles moth moths knotweed wax cement tan massage
  cuffs cuff collar collars`);

/** Fixed names of dishes, drinks and games that hold a place without meaning it, folded. */
export const setPhrases: ReadonlySet<string> = new Set([
  'chicken kiev',
  'chicken kyiv',
  'baked alaska',
  'white russian',
  'black russian',
  'plaster of paris',
  'manhattan transfer',
]);
