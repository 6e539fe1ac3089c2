/** Which of a device's own files count as lost, and what is done about them. */
import { describe, expect, it } from 'vitest';
import { audit } from '../../../lib/sync/device-files/audit';
import { bytesOf, type FakeVisit, fakeVisit, HERE, type Laid, lay, OTHER, refuse, rowOf } from './fake-visit';

const one = lay(HERE, 1, 'first file');
const two = lay(HERE, 2, 'second file');
const keyring = lay(HERE, 3, 'the keys', 'keyring', 'sealed');
const docs = ['note:ana', 'note:opec'];
const torn = ({ name }: Laid, cargo = bytesOf('torn')): Laid => ({ name, cargo });
const accuse = (...names: string[]) => ({ heard: { [OTHER]: { seq: 1, name: 'its report', unreadable: names } } });

async function audited(given: FakeVisit) {
  const fake = await fakeVisit(given);
  await fake.look();
  return { ...fake, torn: await audit(fake.visit) };
}

describe('files of this device', () => {
  it('that are all there as written cost nothing, not even a read', async () => {
    const { done, torn } = await audited({ laid: [one, two], known: [rowOf(one, docs), rowOf(two, docs)] });
    expect([done, torn]).toEqual([[], []]);
  });

  it('that are missing have their documents written again, once each, before their rows are forgotten', async () => {
    const { did, visit } = await audited({ known: [rowOf(one, docs), rowOf(two, ['note:ana', 'note:iran'])] });
    expect(did('enqueue', 'settle')).toEqual([
      'enqueue note:ana note:opec note:iran',
      `settle -${one.name} -${two.name}`,
    ]);
    expect([...visit.known.keys()]).toEqual([]);
  });

  it('that carried only a report are forgotten when missing, and nothing is written again', async () => {
    expect((await audited({ known: [rowOf(one)] })).did('enqueue', 'settle')).toEqual([`settle -${one.name}`]);
  });

  it('that held the keys are forgotten when missing: the run writes the keys anew', async () => {
    const { did } = await audited({ laid: [one], known: [rowOf(one, docs), rowOf(keyring)] });
    expect(did('enqueue', 'settle')).toEqual([`settle -${keyring.name}`]);
  });

  it('that only the listing lacks do not count as missing, and the remote is noted as withholding files', async () => {
    const fake = await fakeVisit({ laid: [one, two], known: [rowOf(one, docs), rowOf(two, docs), rowOf(keyring)] });
    // It has looked, and heard of nothing.
    expect(await audit(fake.visit)).toEqual([]);
    expect(fake.did('enqueue', 'settle')).toEqual([]);
    expect([...fake.visit.withheld]).toEqual([one.name]);
    // None is missed any more in this visit, of either kind.
    expect([...fake.visit.there.keys()]).toEqual([one.name, two.name, keyring.name]);
    expect(fake.did('read')).toEqual([`read ${one.name}`]);
  });

  it('that have another size are read, and written again only if they are torn', async () => {
    const { torn: found, did } = await audited({
      laid: [torn(one), two],
      known: [rowOf(one, docs), { ...rowOf(two, ['note:iran']), bytes: 5 }],
    });
    expect(found).toEqual([one.name]);
    expect(did('enqueue')).toEqual(['enqueue note:ana note:opec']);
    // The other one was whole, whatever size the server tells.
    expect(did('read')).toContain(`read ${two.name}`);
    expect(did('settle')).toEqual([]);
  });

  it('that another device could not read are read, even if their size is right', async () => {
    const rotten = torn(one, bytesOf('fir5t file'));
    const { torn: found, did } = await audited({
      laid: [rotten, two],
      known: [rowOf(one, docs), rowOf(two, ['note:iran'])],
      memory: accuse(one.name, two.name),
    });
    expect(found).toEqual([one.name]);
    expect(did('enqueue')).toEqual(['enqueue note:ana note:opec']);
  });

  it('are trusted where the remote does not tell sizes', async () => {
    const fake = await fakeVisit({ laid: [torn(one)], known: [rowOf(one, docs)] });
    await fake.look();
    const entry = fake.visit.there.get(one.name);
    if (entry) fake.visit.there.set(one.name, { ...entry, bytes: null });
    expect(await audit(fake.visit)).toEqual([]);
    expect(fake.did('read')).toEqual([]);
  });

  it('that the remote does not hand out are written again, without counting as an error', async () => {
    const { torn: found, visit } = await audited({
      laid: [torn(one)],
      known: [rowOf(one, docs)],
      before: (call) => call === 'read' && refuse('forbidden'),
    });
    expect(found).toEqual([one.name]);
    expect([...visit.withheld]).toEqual([one.name]);
  });
});

describe('files written by an earlier copy of this profile', () => {
  const given = (cargo: Laid, memory: object): FakeVisit => ({ laid: [cargo], known: [rowOf(one, docs, 0)], memory });

  it('are taken over if another device reports them as damaged', async () => {
    const { torn: found, did } = await audited(given(torn(one, bytesOf('fir5t file')), accuse(one.name)));
    expect(found).toEqual([one.name]);
    expect(did('enqueue')).toEqual(['enqueue note:ana note:opec']);
  });

  it.each([
    ['nobody has accused', torn(one, bytesOf('fir5t file')), accuse()],
    ['are whole', one, accuse(one.name)],
    ['came short, perhaps on the way only', torn(one, bytesOf('')), accuse(one.name)],
  ])('that %s are left alone', async (_what, cargo, memory) => {
    const fake = await fakeVisit(given(cargo, memory));
    await fake.look();
    const entry = fake.visit.there.get(one.name);
    // The listing tells the size that it was written with.
    if (entry) fake.visit.there.set(one.name, { ...entry, bytes: one.cargo.length });
    expect(await audit(fake.visit)).toEqual([]);
    expect(fake.did('enqueue')).toEqual([]);
  });

  it('belonging to other devices are not taken over', async () => {
    const theirs = lay(OTHER, 1, 'their file');
    const { torn: found } = await audited({
      laid: [torn(theirs, bytesOf('thei5 file'))],
      known: [rowOf(theirs, docs, 0)],
      memory: accuse(theirs.name),
    });
    expect(found).toEqual([]);
  });
});

it('also names torn files that were met while reading', async () => {
  const fake = await fakeVisit();
  fake.visit.torn.add('a half file');
  expect(await audit(fake.visit)).toEqual(['a half file']);
});
