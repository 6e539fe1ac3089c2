/**
 * Notes whose keys change: a slug gets an id, two entities turn out to be one, an id proves wrong. Long
 * because each is tried with notes on one side, on both, and on devices that do not know of it yet.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createIdentityKeeper, createSightings, type NoteQuery, type WholeNote } from '../../../lib/notes';
import { bring, createDevice, type Device } from './device';

/** Former key → keys of today. */
type Knowledge = Readonly<Record<string, readonly string[]>>;
const OLD: Knowledge = {};
const JOINED: Knowledge = { opec: ['q5'], 'opec-plus': ['q5'] };
const SPLIT: Knowledge = { opec: ['q6'], 'opec-plus': ['q7'], q5: ['q6', 'q7'] };

const opec = { entity: 'opec', name: 'OPEC', kind: 'group' } as const;
const plus = { entity: 'opec-plus', name: 'OPEC Plus', kind: 'group' } as const;
const byId = { entity: 'q5', name: 'OPEC', kind: 'group' } as const;

/** A device with packs that say so, until it gets others. */
function deviceWith(knowledge: Knowledge) {
  const device = createDevice();
  let known = knowledge;
  const keeper = createIdentityKeeper({
    database: device.database,
    edition: async () => JSON.stringify(known),
    heirs: async () => (key) => known[key] ?? [key],
  });
  const learn = async (other: Knowledge) => {
    known = other;
    await keeper.keep();
  };
  return { ...device, learn, keep: () => keeper.keep() };
}
type Knowing = ReturnType<typeof deviceWith>;

async function sync(...devices: readonly Knowing[]) {
  for (let round = 0; round < 2; round++)
    for (const from of devices) for (const to of devices) if (from !== to) await bring(from as Device, to as Device);
  for (const device of devices) await device.keep();
}

const ALL: NoteQuery = { words: '', tag: null, order: 'name', kept: true, offset: 0, limit: 50 };
const texts = (note: WholeNote | null) => note?.parts.map(({ text }) => text);
const rows = async ({ store }: Knowing, query: Partial<NoteQuery> = {}) => {
  const { notes, total } = await store.list({ ...ALL, ...query });
  expect(total).toBe(notes.length);
  return notes.map((note) => [note.today, ...(texts(note) ?? [])]);
};

describe('a slug that is replaced by an id', () => {
  it('keeps its note, under whichever key it is looked up', async () => {
    const device = deviceWith(OLD);
    await device.type(opec, 'Meets in Vienna');
    await device.learn(JOINED);
    for (const key of ['opec', 'opec-plus', 'q5']) {
      if (key === 'opec-plus') continue; // nothing lies under it: only packs know it
      expect(await device.store.whole(key)).toMatchObject({ today: 'q5', entity: 'opec', text: 'Meets in Vienna' });
    }
    expect(await device.store.noted(['opec', 'q5', 'x'])).toEqual(['q5']);
    expect(await rows(device)).toEqual([['q5', 'Meets in Vienna']]);
  });

  it('keeps its stories and the notes that name it', async () => {
    const device = deviceWith(OLD);
    const { database, clock, store } = device;
    const sightings = createSightings({ database, now: () => clock.at++, history: async () => true });
    const story = { url: 'https://news.example/1', title: 'One', day: null };
    await sightings.note({ ...story, entity: 'opec' });
    await device.type({ entity: 'ana', name: 'Ana', kind: 'person' }, 'of OPEC');
    await store.relink(async () => ['opec'], 10);
    await device.learn(JOINED);
    await sightings.note({ ...story, entity: 'q5' });
    await sightings.note({ ...story, url: 'https://news.example/2', entity: 'q5' });
    expect((await sightings.of('q5')).map(({ url }) => url)).toEqual([
      'https://news.example/2',
      'https://news.example/1',
    ]);
    expect((await store.linksTo('q5')).map(({ entity }) => entity)).toEqual(['ana']);
    await store.relink(async () => ['q5'], 10); // due again, since the packs are others
    expect((await database.notes.get('ana'))?.links).toEqual(['q5']);
    expect((await store.linksTo('opec')).map(({ entity }) => entity)).toEqual(['ana']);
  });

  it('has one note even for a device that does not know the id yet, and both can write on', async () => {
    const [fresh, stale] = [deviceWith(JOINED), deviceWith(OLD)];
    await stale.type(opec, 'Meets in Vienna');
    await sync(fresh, stale);
    // The editor of the card of today writes into the document that is there.
    const whole = await fresh.store.whole('q5');
    await fresh.type({ ...byId, entity: whole?.entity ?? '' }, 'Meets in Vienna, twice a year');
    await stale.type(opec, 'Meets in Vienna.');
    await sync(fresh, stale);
    const text = (await fresh.store.whole('q5'))?.text;
    expect(text).toBe((await stale.store.whole('opec'))?.text);
    expect([await rows(fresh), await rows(stale)]).toEqual([[['q5', text]], [['opec', text]]]);
    await stale.learn(JOINED);
    expect(await rows(stale)).toEqual([['q5', text]]);
  });
});

describe('two entities that turn out to be one', () => {
  async function joined() {
    const [fresh, stale] = [deviceWith(JOINED), deviceWith(OLD)];
    await stale.type(opec, 'Founded in 1960');
    await stale.store.addTag(opec, 'oil');
    stale.clock.at += 1000;
    await stale.type(plus, 'With Russia');
    await stale.store.addTag(plus, 'Oil');
    await fresh.type(byId, 'Cuts its output');
    await sync(fresh, stale);
    return { fresh, stale };
  }
  const ONE = ['q5', 'Cuts its output', 'Founded in 1960', 'With Russia'];

  it('share one note with both texts, once, on each device that knows it', async () => {
    const { fresh, stale } = await joined();
    expect(await rows(fresh)).toEqual([ONE]);
    expect(await rows(fresh, { order: 'changed' })).toEqual([ONE]);
    expect(await fresh.store.count()).toBe(1);
    expect(await fresh.store.tags()).toEqual([[expect.stringMatching(/^oil$/i), 1]]);
    expect(await rows(fresh, { tag: 'oil' })).toEqual([ONE]);
    expect(await rows(fresh, { words: 'russia 1960 output' })).toEqual([ONE]);
    expect(await rows(fresh, { words: 'russia 1961' })).toEqual([]);
    expect((await rows(stale)).map(([key]) => key)).toEqual(['opec', 'q5', 'opec-plus']);
    await stale.type(plus, 'With Russia, since 2016');
    await sync(fresh, stale);
    await stale.learn(JOINED);
    expect(await rows(stale)).toEqual(await rows(fresh));
    expect(await rows(stale)).toEqual([['q5', 'Cuts its output', 'Founded in 1960', 'With Russia, since 2016']]);
    expect((await stale.ledger.digest()).digest).toBe((await fresh.ledger.digest()).digest);
  });

  it('can be separated and joined again, on every device', async () => {
    const { fresh, stale } = await joined();
    const digest = async () => (await fresh.ledger.digest()).digest;
    const before = await digest();
    await fresh.store.putIn('opec-plus', 'opec-plus');
    expect(await digest()).not.toBe(before);
    const told = fresh.committed.length;
    await fresh.store.putIn('opec-plus', 'opec-plus');
    await fresh.store.putIn('nobody', 'opec');
    expect(fresh.committed).toHaveLength(told);
    expect(await rows(fresh)).toEqual([
      ['q5', 'Cuts its output', 'Founded in 1960'],
      ['opec-plus', 'With Russia'],
    ]);
    expect((await fresh.store.apart('q5')).map(({ entity }) => entity)).toEqual(['opec-plus']);
    expect(texts(await fresh.store.whole('opec-plus'))).toEqual(['With Russia']);
    expect((await fresh.store.whole('opec-plus'))?.isApart).toBe(true);
    expect((await fresh.store.whole('q5'))?.isApart).toBe(false);
    // Of packs that know nothing of it, there is nothing to keep it apart from.
    await fresh.learn(OLD);
    expect((await fresh.store.whole('opec-plus'))?.isApart).toBe(false);
    await fresh.learn(JOINED);
    await sync(fresh, stale);
    await stale.learn(JOINED);
    expect(await rows(stale)).toEqual(await rows(fresh));
    await stale.store.putIn('opec-plus', null);
    await sync(fresh, stale);
    expect([await rows(fresh), await rows(stale)]).toEqual([[ONE], [ONE]]);
    expect(await fresh.store.apart('q5')).toEqual([]);
  });

  it('have parts that are deleted and restored one by one', async () => {
    const { fresh } = await joined();
    await fresh.store.remove('q5');
    expect(await rows(fresh)).toEqual([['q5', 'Founded in 1960', 'With Russia']]);
    expect(texts(await fresh.store.whole('q5'))).toEqual(['Founded in 1960', 'With Russia']);
    await fresh.store.remove('opec');
    await fresh.store.remove('opec-plus');
    expect(await rows(fresh)).toEqual([]);
    expect(await fresh.store.whole('q5')).toMatchObject({ kept: 0, entity: 'q5' });
    await fresh.store.takeBack('opec-plus');
    expect(await rows(fresh)).toEqual([['q5', 'With Russia']]);
  });

  it('name other notes once, and not themselves', async () => {
    const { fresh } = await joined();
    await fresh.store.relink(async () => ['ana', 'q5'], 10);
    expect((await fresh.store.linksTo('ana')).map(({ entity }) => entity)).toEqual(['opec-plus']);
    expect(await fresh.store.linksTo('q5')).toEqual([]);
    expect(await fresh.store.linksTo('opec')).toEqual([]);
  });

  it('a deletion made without knowing the choice is kept', async () => {
    const { fresh, stale } = await joined();
    await fresh.store.putIn('opec-plus', 'opec-plus');
    await stale.store.remove('opec-plus');
    await sync(fresh, stale);
    expect((await fresh.store.read('opec-plus'))?.kept).toBe(0);
  });
});

describe('an id that turns out to be wrong', () => {
  async function split() {
    const [one, two] = [deviceWith(JOINED), deviceWith(JOINED)];
    await one.type(opec, 'Founded in 1960');
    await one.type(byId, 'Cuts its output');
    await one.store.addTag(byId, 'oil');
    await sync(one, two);
    await one.learn(SPLIT);
    await two.learn(SPLIT);
    return { one, two };
  }

  it('returns each note that was written before it, and asks whose the others are', async () => {
    const { one } = await split();
    expect(await rows(one)).toEqual([
      ['q6', 'Founded in 1960'],
      ['q5', 'Cuts its output'],
    ]);
    expect(await one.store.whole('q5')).toMatchObject({ today: 'q5', asks: ['q6', 'q7'], text: 'Cuts its output' });
    for (const key of ['q6', 'q7']) expect(await one.store.asking(key)).toMatchObject([{ entity: 'q5' }]);
    expect(await one.store.asking('q5')).toEqual([]);
    expect(await one.store.noted(['q6', 'q7', 'q8'])).toEqual(['q6', 'q7']);
  });

  it('accepts the answer, and lets it be undone', async () => {
    const { one, two } = await split();
    await one.store.putIn('q5', 'q6');
    expect(await rows(one)).toEqual([['q6', 'Founded in 1960', 'Cuts its output']]);
    expect(await one.store.asking('q7')).toEqual([]);
    expect(texts(await one.store.whole('q5'))).toEqual(['Founded in 1960', 'Cuts its output']);
    await sync(one, two);
    expect(await rows(two)).toEqual(await rows(one));
    await two.store.putIn('q5', null);
    await sync(one, two);
    expect(await one.store.asking('q7')).toMatchObject([{ entity: 'q5' }]);
    await two.store.putIn('q5', 'q7');
    expect(await rows(two)).toEqual([
      ['q6', 'Founded in 1960'],
      ['q7', 'Cuts its output'],
    ]);
  });

  it('two simultaneous answers converge on both devices, and no text is lost', async () => {
    const { one, two } = await split();
    await one.store.putIn('q5', 'q6');
    await two.store.putIn('q5', 'q7');
    await two.type(byId, 'Cuts its output again');
    await sync(one, two);
    expect(await rows(one)).toEqual(await rows(two));
    expect((await rows(one)).flat().sort()).toEqual(
      expect.arrayContaining(['Cuts its output again', 'Founded in 1960']),
    );
    expect((await one.store.whole('q5'))?.asks).toEqual([]);
  });

  it('an answer is followed when its key changes in turn', async () => {
    const { one } = await split();
    await one.store.putIn('q5', 'q6');
    const later: Knowledge = { ...SPLIT, opec: ['q60'], q6: ['q60'], q7: ['q70'] };
    await one.learn(later);
    expect(await rows(one)).toEqual([['q60', 'Founded in 1960', 'Cuts its output']]);
    // Nothing lies under the key of the answer itself.
    await one.store.putIn('q5', 'q7');
    await one.keep();
    expect(await rows(one)).toEqual([
      ['q60', 'Founded in 1960'],
      ['q70', 'Cuts its output'],
    ]);
  });
});

describe('what is known about keys', () => {
  it('is asked of the packs for new keys only, until the packs change', async () => {
    const { database, type } = createDevice();
    const asked: string[] = [];
    let edition = 'first';
    const keeper = createIdentityKeeper({
      database,
      edition: async () => edition,
      heirs: async () => (key) => {
        asked.push(key);
        return JOINED[key] ?? [key];
      },
    });
    const keep = async () => {
      asked.length = 0;
      await keeper.keep();
      return [...asked].sort();
    };
    await type(opec, 'x');
    expect(await keep()).toEqual(['opec']);
    expect(await keep()).toEqual([]);
    await type(opec, 'xy');
    expect(await keep()).toEqual([]);
    await type(plus, 'z');
    expect(await keep()).toEqual(['opec-plus']);
    edition = 'second';
    expect(await keep()).toEqual(['opec', 'opec-plus']);
  });

  it('applies to stories read later, and is forgotten with the packs that said it', async () => {
    const device = deviceWith(JOINED);
    const { database, clock, store } = device;
    await device.keep();
    const sightings = createSightings({ database, now: () => clock.at++, history: async () => true });
    await sightings.note({ url: 'https://news.example/1', title: 'One', day: null, entity: 'opec' });
    await device.keep();
    expect(await sightings.of('q5')).toHaveLength(1);
    await device.type(byId, 'x');
    expect(await store.whole('opec')).not.toBeNull();
    await sightings.clear();
    await device.learn(OLD);
    expect(await store.whole('opec')).toBeNull();
  });

  it('waits for the previous call, and continues after one that failed', async () => {
    const { database, type } = createDevice();
    await type(opec, 'x');
    let broken = true;
    const keeper = createIdentityKeeper({
      database,
      edition: async () => 'one',
      heirs: async () => {
        if (broken) throw new Error('no pack');
        return (key) => JOINED[key] ?? [key];
      },
    });
    await expect(keeper.keep()).rejects.toThrow('no pack');
    await keeper.kept();
    broken = false;
    await keeper.keep();
    expect((await database.identities.get('opec'))?.heirs).toEqual(['q5']);
  });
});

describe('whatever devices know, write, decide and send', () => {
  const KEYS = ['opec', 'opec-plus', 'q5', 'q6', 'q7'];
  const device = fc.nat(1);
  const key = fc.constantFrom(...KEYS);
  const step = fc.oneof(
    { weight: 4, arbitrary: fc.record({ do: fc.constant('type' as const), device, key }) },
    {
      weight: 2,
      arbitrary: fc.record({ do: fc.constant('learn' as const), device, what: fc.constantFrom(OLD, JOINED, SPLIT) }),
    },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('put' as const), device, key, place: fc.option(key) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('remove' as const), device, key }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('send' as const), device }) },
  );

  it('all show the same in the end, with each kept text once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 14 }), fc.constantFrom(OLD, JOINED, SPLIT), async (steps, last) => {
        const devices = [deviceWith(OLD), deviceWith(OLD)] as const;
        let typed = 0;
        for (const one of steps) {
          const at = devices[one.device]!;
          at.clock.at += 60_000;
          if (one.do === 'learn') await at.learn(one.what);
          else if (one.do === 'send') await bring(at as Device, devices[1 - one.device]! as Device);
          else if (one.do === 'put') await at.store.putIn(one.key, one.place);
          else if (one.do === 'remove') await at.store.remove(one.key);
          else {
            // As a card does: into the note that is there, else under the key of the card.
            const whole = await at.store.whole(one.key);
            const subject = { entity: whole?.entity ?? one.key, name: one.key, kind: null };
            await at.type(subject, `${whole?.text ?? ''}<${++typed}>`);
          }
        }
        await sync(...devices);
        for (const one of devices) await one.learn(last);
        const shown = await Promise.all(devices.map((one) => rows(one)));
        expect(shown[0]).toEqual(shown[1]);
        for (const one of devices) {
          const kept = (await one.database.notes.toArray()).filter((note) => note.kept === 1);
          expect((await rows(one)).flatMap(([, ...all]) => all).sort()).toEqual(kept.map(({ text }) => text).sort());
          for (const [today = ''] of await rows(one)) {
            const row = (await rows(one)).find(([of]) => of === today);
            expect(texts(await one.store.whole(today)), today).toEqual(row?.slice(1));
          }
        }
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});
