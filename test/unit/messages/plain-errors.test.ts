import { expect, it } from 'vitest';
import { CallError, toCallError } from '../../../lib/messages';
import { deserializeError, serializeError } from '../../../lib/messages/plain-errors';

const cross = (thrown: Error) => deserializeError(JSON.parse(JSON.stringify(serializeError(thrown))));

it('keeps the code and the words of an error, and tells nothing of where it was thrown', () => {
  const damaged = new CallError('pack-damaged', 'checksum');
  expect(cross(damaged)).toBeInstanceOf(Error);
  expect(toCallError(cross(damaged))).toEqual(damaged);
  expect(JSON.stringify(serializeError(damaged))).not.toContain('plain-errors');
  expect(toCallError(cross(new TypeError('no such day')))).toMatchObject({ code: 'failed', message: 'no such day' });
});

it('keeps an error of the library as it is', () => {
  expect(toCallError(deserializeError(new Error('No response')))).toMatchObject({ code: 'no-receiver' });
});
