/**
 * Tests of a second and more, which would each be run some hundred times. All are run by `npm test`, and here quicker ones
 * look at the same code; so the score says less than is true, never more.
 */
import { beforeEach } from 'vitest';

const SLOW = [
  // poisoned-documents
  'whatever bytes have turned in an update, the note opens afterwards as it is shown, and can be written',
  'takes the sound documents out of a file with unsound ones, tells of it, and goes on writing',
  // many-places
  'reads so many bytes in a run, delivers, says so, and goes on with the next one',
  'files that unpack to too much are set aside one by one, told, and not asked for again; the rest goes on',
  'a note beyond its size is left out of a file, told, and the others in it are taken',
  'asks for so many files in a run, and comes to the last one though none before it can be read',
  // held-back
  'lets the reader delete also what cannot be read',
  // device-files
  'is a handful of files after 150 deliveries',
  // bad-places
  'takes in all but the one file of many that is a newer one’s, and asks for that only once',
  // note-items
  'converge after any scramble, and come to rest',
  'does not forget how often it wrote',
  'is never more than 512 items in firefox',
  'is never more than 512 items in chromium',
  'is filled to the brim in firefox without one refusal',
  'is filled to the brim in chromium without one refusal',
  'at any call of the account lose nothing',
  // note-items-over-one-another, -sealed, -layout
  'a note that has room plain and none sealed does not stay there plain',
  'seals also an account that is full, without room for old and new beside one another',
  'survives a death at any call of the rewriting',
  'takes just the room that was foretold',
];

beforeEach(({ task, skip }) => {
  if (SLOW.includes(task.name)) skip();
});
