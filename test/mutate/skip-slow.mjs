/**
 * Tests of a second and more, each of which would be run some hundred times. All are run by `npm test`, and here
 * quicker ones cover the same code; so the score may be too low, never too high.
 */
import { beforeEach } from 'vitest';

const SLOW = [
  // poisoned-documents
  'whatever bytes of an update are corrupted, the note afterwards opens as shown, and can be edited',
  'takes the intact documents out of a file that also holds broken ones, reports it, and goes on writing',
  // many-places
  'a run reads up to its byte limit, delivers, says that more is left, and the next run continues',
  'files that unpack to too much are set aside one by one, reported, and not requested again; the rest is read',
  'a note that is too large is left out of a file and reported, and the others in it are taken in',
  'a run requests a limited number of files, and later runs reach the last one even if none before it can be read',
  // held-back
  'lets the reader delete files that cannot be read',
  // device-files
  'is a handful of files after 150 deliveries',
  // bad-places
  'takes in all files but the one written by a newer version, and asks for that one only once',
  // note-items
  'converge after any interleaving, and stop writing',
  'do not reset the count of writes',
  'leave at most 512 items in firefox',
  'leave at most 512 items in chromium',
  'leave an account that is filled to the limit in firefox without one refusal',
  'leave an account that is filled to the limit in chromium without one refusal',
  'at any call to the account lose nothing',
  // note-items-over-one-another, -sealed, -layout
  'a note that fits plain but not sealed does not stay there plain',
  'seals a full account without room for old and new values side by side',
  'can be set even if the worker dies at any call of the rewriting',
  'takes exactly the predicted room',
];

beforeEach(({ task, skip }) => {
  if (SLOW.includes(task.name)) skip();
});
