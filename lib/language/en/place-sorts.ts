import { sortsByWord } from '../place-sorts';

const SORTS = sortsByWord({
  settlement: `
    city town village municipality settlement commune suburb borough hamlet capital seaport resort township parish
    neighborhood neighbourhood slum kibbutz`,
  region: 'state province country republic county',
  water: 'river lake sea bay strait canal reservoir waterway gulf fjord stream creek',
  land: 'island islet isle peninsula mountain volcano hill hills valley desert forest archipelago park canyon plateau cape',
  building: `
    stadium ground arena theatre theater bridge dam airport airfield airbase prison jail house hotel church cathedral castle
    palace hospital museum tunnel tower venue cemetery building skyscraper mosque library cinema`,
});

export const sortOfPlace = (noun: string) => SORTS.get(noun) ?? null;
