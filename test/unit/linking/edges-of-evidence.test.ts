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

describe('evidence about parties', () => {
  it('storyOfAnotherCountry: somebody tied to the party counts twice for it', () => {
    const party = keyIn(pack, 'democratic-party');
    expect(opens(`Joe Biden of the [Democratic Party] spoke.|${NORWAY}`, '2018-02-03')).toBe(party);
    expect(opens(`A baker of the [Democratic Party] spoke.|${NORWAY}`, '2018-02-03')).toBe(null);
  });

  it('anotherCountrys: a country at the beginning of a sentence has no effect after forty words', () => {
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

  it('does not apply to an acronym whose full name is in the story', () => {
    expect(opens(`OSLO — The Free Democratic Party waits.|${goat}`, '2022-03-17')).toBe(fdp);
    expect(opens(`OSLO — ${goat}`, '2022-03-17')).toBe(null);
  });

  it('does not apply if no place is named', () => {
    expect(opens(goat, '2022-03-17')).toBe(fdp);
  });
});

describe('evidence from lists', () => {
  it('otherState: towns with their states after commas are not a list of states', () => {
    const marked = 'The choir sang in [Athens], Georgia, Paris, Texas, and Rome, Italy.';
    expect(opens(marked, '2014-03-17')).toBe(null);
  });

  it('sameClassInList: a form that needs context does not support its neighbour in a list', () => {
    expect(opens('[Georgia] and Washington met.', '2020-03-04')).toBe(null);
    expect(opens('Texas, [Georgia] and Washington met.', '2020-03-04')).toBe(keyIn(pack, 'georgia-us-state'));
  });
});
