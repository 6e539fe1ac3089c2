/** Where a piece of evidence stops: each of these turns when one condition of it is left out. The hand-written tables alone. */
import { describe, expect, it } from 'vitest';
import { cachedPack } from '../../../assets/knowledge/cached-pack';
import { openPack } from '../../../lib/pack';
import { keyIn } from './gold-story';
import { whatOpens } from './what-opens';

const pack = openPack((await cachedPack(undefined, undefined, 'written')).bytes);

const opens = (marked: string, day: string) => whatOpens(pack, marked, day)?.entity ?? null;
const NORWAY = 'Norway votes in June. In Norway it rains. Norway waits, and Oslo sleeps. Oslo is wet.';
const LONG =
  'the men and women who count the votes by hand in the halls of the north and of the south, and who had slept little since the night before last, and who wanted nothing but tea and bread and a chair, heard that';

describe('a party of another country', () => {
  it('storyOfAnotherCountry: who is tied to a party counts for it twice', () => {
    const party = keyIn(pack, 'democratic-party');
    expect(opens(`Joe Biden of the [Democratic Party] spoke.|${NORWAY}`, '2018-02-03')).toBe(party);
    expect(opens(`A baker of the [Democratic Party] spoke.|${NORWAY}`, '2018-02-03')).toBe(null);
  });

  it('anotherCountrys: a country that begins a sentence is out of sight after forty words', () => {
    const day = '2018-02-03';
    const british = keyIn(pack, 'labour-party');
    const waits = 'Keir Starmer waited.';
    expect(opens(`In Ireland ${LONG} [Labour] had lost three seats.|${waits}`, day)).toBe(british);
    expect(opens(`In Ireland voters heard that [Labour] had lost three seats.|${waits}`, day)).not.toBe(british);
  });
});

describe('acronymFromElsewhere', () => {
  const fdp = keyIn(pack, 'fdp');
  const goat = 'A goat on the line held up a train before the [FDP] took it away.';

  it('leaves an acronym whose name stands in the story', () => {
    expect(opens(`OSLO — The Free Democratic Party waits.|${goat}`, '2022-03-17')).toBe(fdp);
    expect(opens(`OSLO — ${goat}`, '2022-03-17')).toBe(null);
  });

  it('leaves it where no place is named', () => {
    expect(opens(goat, '2022-03-17')).toBe(fdp);
  });
});

describe('what stands in a list', () => {
  it('otherState: towns with their states behind commas are no list of states', () => {
    const marked = 'The choir sang in [Athens], Georgia, Paris, Texas, and Rome, Italy.';
    expect(opens(marked, '2014-03-17')).toBe(null);
  });

  it('sameClassInList: what needs company is no proof of what stands beside it', () => {
    expect(opens('[Georgia] and Washington met.', '2020-03-04')).toBe(null);
    expect(opens('Texas, [Georgia] and Washington met.', '2020-03-04')).toBe(keyIn(pack, 'georgia-us-state'));
  });
});
