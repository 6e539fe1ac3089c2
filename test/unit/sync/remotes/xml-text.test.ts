import { expect, it } from 'vitest';
import { xmlText } from '../../../../lib/sync/remotes/xml-text';

const declared = (encoding: string) => `<?xml version="1.0" encoding="${encoding}"?><a>Größe</a>`;
const utf16 = (text: string, swap = false) => {
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le');
  return swap ? bytes.swap16() : bytes;
};

it.each([
  ['nothing said', Buffer.from(declared('utf-8').replace(/^.*\?>/, '')), ''],
  ['UTF-8 by the header', Buffer.from(declared('iso-8859-1')), 'text/xml; charset="UTF-8"'],
  ['a mark of UTF-8', Buffer.from(`\uFEFF${declared('utf-8')}`), 'text/xml'],
  ['Latin by the header', Buffer.from(declared('utf-8'), 'latin1'), 'text/xml;charset=ISO-8859-1'],
  ['Latin by the declaration', Buffer.from(declared('iso-8859-1'), 'latin1'), 'text/xml'],
  ['UTF-16 by its mark', utf16(declared('utf-16')), 'text/xml'],
  ['UTF-16 by its mark, the other way about', utf16(declared('utf-16'), true), 'text/xml; charset=utf-8'],
  ['a charset that nobody knows', Buffer.from(declared('x-none')), 'text/xml; charset=x-none'],
])('the text of an answer with %s', (_, bytes, type) => {
  expect(xmlText(bytes, type)).toMatch(/<a>Größe<\/a>$/);
});
