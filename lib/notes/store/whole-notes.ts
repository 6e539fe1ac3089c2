/** Reads the notes on an entity, under whatever keys. */
import type { BackstoryDatabase } from '../../database';
import type { EntityKey } from '../../facts';
import type { NoteStore, WholeNote } from '../types';
import { heirsOf, keysOf, notesUnder, ownersOf } from './identities';
import { isLiving } from './is-empty';
import { askingNote, partsInOrder, wholeOf } from './whole-note';

export function createWholeNotes(database: BackstoryDatabase): Pick<NoteStore, 'whole' | 'asking' | 'apart' | 'noted'> {
  const { notes, identities } = database;

  async function wholeUnder(owner: EntityKey): Promise<WholeNote | null> {
    const under = await notesUnder(database, await keysOf(database, owner));
    const of = await ownersOf(database, under);
    const whole = wholeOf(
      under.filter((one) => of(one).length === 1 && of(one)[0] === owner),
      owner,
    );
    if (whole?.place !== owner || whole.entity !== owner) return whole;
    const [heir, second] = await heirsOf(database, owner);
    return { ...whole, isApart: heir !== owner || second !== undefined };
  }

  return {
    async whole(key) {
      const [heir = key, other] = await heirsOf(database, key);
      // A current key means its own entity first, even if the reader put the note written under it elsewhere.
      const today = heir === key && other === undefined ? await wholeUnder(key) : null;
      if (today) return today;
      const note = await notes.get(key);
      if (!note) return other === undefined && heir !== key ? wholeUnder(heir) : null;
      const owners = (await ownersOf(database, [note]))(note);
      const [owner = key, second] = owners;
      return second === undefined ? wholeUnder(owner) : askingNote(note, owners);
    },

    async asking(entity) {
      const under = (await notesUnder(database, await keysOf(database, entity))).filter(isLiving);
      const of = await ownersOf(database, under);
      const asking = under.filter((note) => of(note).length > 1 && of(note).includes(entity));
      return partsInOrder(asking, entity).map((note) => askingNote(note, of(note)));
    },

    async apart(entity) {
      const keys = (await keysOf(database, entity)).filter((key) => key !== entity);
      const under = (await notes.bulkGet([...keys])).filter((note) => note !== undefined);
      return partsInOrder(
        under.filter((note) => note.place === note.entity && isLiving(note)),
        entity,
      );
    },

    async noted(entities) {
      const moved = await identities.where('heirs').anyOf(entities).primaryKeys();
      const under = (await notesUnder(database, [...new Set([...entities, ...moved])])).filter(isLiving);
      const of = await ownersOf(database, under);
      const owners = new Set(under.flatMap(of));
      return entities.filter((entity) => owners.has(entity));
    },
  };
}
