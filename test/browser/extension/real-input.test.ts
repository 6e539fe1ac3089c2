import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { restOn } from '../../tools/point-at';
import { readCard } from '../../tools/read-card';
import { entityNames } from './entity-names';
import { dismiss, hasSeed, hover, openSession, type Session, spot, tinted, until } from './session';

/** The names that Backstory was asked for, hovered one by one on the built extension. */

const names = entityNames();

/** Words of the seed story, in brackets what is pointed at, and whose card is right. */
const SEED: readonly (readonly [words: string, ...keys: string[]])[] = [
  ['said [President Trump] considered', 'donald-trump'],
  ['both [Trump] and', 'donald-trump'],
  ['told The Washington Post that [President Trump]', 'donald-trump'],
  ['With [Joe Biden] expected', 'joe-biden'],
  ['for [Biden] to rejoin', 'joe-biden'],
  ['Gen. [Qasem Soleimani]', 'qasem-soleimani'],
  ['killed [Soleimani] also', 'qasem-soleimani'],
  ['[Abu Mahdi al-Mohandes]', 'abu-mahdi-al-muhandis'],
  ['[Kataib Hezbollah]', 'kataib-hezbollah'],
  ['that [ISIS] could', 'islamic-state'],
  ['[Popular Mobilization Force] (', 'popular-mobilization-forces'],
  ['([PMF])', 'popular-mobilization-forces'],
  ['[Trump administration] is', 'first-trump-administration'],
  ['state-sponsored [militias] formed', 'popular-mobilization-forces', 'iran-backed-militias-in-iraq'],
  ['spooked [Iran].', 'iran'],
  ['[Iraq] served', 'iraq'],
  ['tensions with the [US].', 'united-states'],
  ['support from [Tehran]', 'tehran', 'iran'],
  ['Shia [Baghdad] is', 'baghdad', 'iraq'],
  ['base in [Kirkuk]', 'kirkuk'],
  ['benefiting [Europe] far', 'europe'],
  ['from [The New York Times] that', 'the-new-york-times'],
  ['The [Times] report', 'the-new-york-times'],
  ['told [The Associated Press]', 'associated-press'],
  ['told [The Washington Post]', 'the-washington-post'],
  ['in [Antiwar] is', 'antiwar-com'],
  ['the [2015 nuclear deal]', 'jcpoa'],
  ['“[maximum pressure]” campaign', 'maximum-pressure'],
  ['by a [rocket attack] on', 'k-1-air-base-attack-2019'],
  ['The [drone strike] that', 'assassination-of-qasem-soleimani'],
  ['the [Korean War] never', 'korean-war'],
  ['inaugurated on [January 20th],', 'inauguration-of-joe-biden'],
  ['the [Shia] militia', 'shia-islam'],
  ['U.S.-Iran [proxy war]', 'proxy-war'],
  ['than [MIC] looting', 'military-industrial-complex'],
  ['[Lord of the Flies]', 'lord-of-the-flies'],
  ['the [Forever Wars]', 'forever-wars'],
];
const SEED_NOTHING = [
  '[Home]',
  '[World]',
  '[Opinion]',
  '[Comments]',
  '[leftist] anti',
  '[orange man]',
  '[Anti war] surprises',
  '[Some] groups',
  '[With] all',
  '[Participation] in',
];

const OWN: readonly (readonly [words: string, ...keys: string[]])[] = [
  ['President [Trump] had asked', 'donald-trump'],
  ['[Joe Biden] is to be', 'joe-biden'],
  ['Gen. [Qassem Suleimani]', 'qasem-soleimani'],
  ['of [Suleimani] and', 'qasem-soleimani'],
  ['car sat [Abu Mahdi al-Mohandes]', 'abu-mahdi-al-muhandis'],
  ['with [Mohandes] gone', 'abu-mahdi-al-muhandis'],
  ['held [Kataeb Hezbollah]', 'kataib-hezbollah'],
  ['against [ISIS].', 'islamic-state'],
  ['the [Popular Mobilisation Forces] (', 'popular-mobilization-forces'],
  ['officer of the [PMF],', 'popular-mobilization-forces'],
  ['The [Trump administration] sees', 'first-trump-administration'],
  ['for the [US] forces', 'united-states-armed-forces-group'],
  ['In [Europe],', 'europe'],
  ['article in [The New York Times]', 'the-new-york-times'],
  ['on the [Times] article', 'the-new-york-times'],
  ['by [The Associated Press]', 'associated-press'],
  ['told [The Washington Post]', 'the-washington-post'],
  ['but [Antiwar] had', 'antiwar-com'],
  ['to the [nuclear deal] if', 'jcpoa'],
  ['"[maximum pressure]"', 'maximum-pressure'],
  ['a [rocket attack] on', 'k-1-air-base-attack-2019'],
  ['[drone strike] outside', 'assassination-of-qasem-soleimani'],
  ['the [Korean War],', 'korean-war'],
  ['in on [January 20th].', 'inauguration-of-joe-biden'],
  ['mostly [Shia] units', 'shia-islam'],
  ['a [proxy war] fought', 'proxy-war'],
  ['is the [MIC] that', 'military-industrial-complex'],
  ['[Lord of the Flies]', 'lord-of-the-flies'],
  ['collect [forever wars]', 'forever-wars'],
];
const OWN_NOTHING = [
  '[leftist] and',
  '[orange man]',
  '[Anti war] folks',
  '[Home] by',
  '[Opinion] is',
  '[World] keeps',
  '[Since] then',
  '[Others] only',
];

const cases = [
  { title: 'the seed story', path: '/seed-story.html', wanted: SEED, nothing: SEED_NOTHING, there: hasSeed },
  { title: 'our own story', path: '/stories/iran-allies-calm.html', wanted: OWN, nothing: OWN_NOTHING, there: true },
];

describe.each(cases)('$title', ({ path, wanted, nothing, there }) => {
  let session: Session;
  beforeAll(async () => {
    if (!there) return console.info('../shared/stories/seed-story.html is not there: skipped');
    session = await openSession();
    // No dwell: it has tests of its own.
    await session.set({ restMs: 0 });
    await session.open(path);
  });
  afterAll(() => session?.close());

  it.skipIf(!there)('opens the right card on each name', async () => {
    const wrong: string[] = [];
    for (const [words, ...keys] of wanted) {
      const { page } = session;
      const found = await spot(page, words);
      await restOn(page, found);
      const right = keys.map((key) => `Backstory: ${names.get(key) ?? `(no entity ${key})`}`);
      // On a busy machine the pointer may rest on another name on its way.
      let label: string | null = null;
      const isRight = async () => {
        label = (await readCard(page))?.label ?? null;
        return right.includes(label ?? '');
      };
      await until(isRight, '', 10_000).catch(() => {});
      if (!right.includes(label ?? '')) wrong.push(`${words} → ${label ?? 'no card'}, not ${right.join(' or ')}`);
      await dismiss(page);
    }
    expect(wrong).toEqual([]);
  });

  it.skipIf(!there)('offers nothing on words that are not names', async () => {
    const { page } = session;
    for (const words of nothing) {
      await restOn(page, await spot(page, words));
      // A busy machine rests on other names on its way.
      await expect.poll(() => tinted(page), { message: words }).toEqual([]);
    }
  });

  it.skipIf(!there)('shows what was true on the day, and later events as later', async () => {
    const { page } = session;
    const biden = await hover(page, wanted.find(([, key]) => key === 'joe-biden')?.[0] ?? '', 'Joe Biden');
    const since = biden.lines.indexOf('Since this story');
    expect(since).toBeGreaterThan(0);
    const day = biden.lines.slice(0, since).join('\n');
    expect(day).toMatch(/On (20 November|November 20,) 2020/);
    expect(day).toMatch(/president-elect/i);
    expect(day).not.toMatch(/^President of the United States/m);
    expect(biden.lines.slice(since).join('\n')).toMatch(/President of the United States/);
    await dismiss(page);

    const words = wanted.find(([, key]) => key === 'abu-mahdi-al-muhandis')?.[0] ?? '';
    const muhandis = await hover(page, words, 'Abu Mahdi al-Muhandis');
    expect(muhandis.lines.join('\n')).toMatch(/killed[^\n]*\n?[^\n]*(3 January|January 3,) 2020/i);
    expect(muhandis.lines.join('\n')).toContain('Mohandes');
    await dismiss(page);
  });
});
