import { describe, expect, it } from 'vitest';
import { readListing } from '../../../../lib/sync/remotes/webdav-listing';

const file = (href: string, bytes: number | string, prefix = 'D') =>
  `<${prefix}:response><${prefix}:href>${href}</${prefix}:href><${prefix}:propstat><${prefix}:prop>` +
  `<${prefix}:resourcetype/><${prefix}:getcontentlength>${bytes}</${prefix}:getcontentlength></${prefix}:prop>` +
  `<${prefix}:status>HTTP/1.1 200 OK</${prefix}:status></${prefix}:propstat></${prefix}:response>`;
const folder = (href: string) =>
  `<D:response><D:href>${href}</D:href><D:propstat><D:prop><D:resourcetype><D:collection/></D:resourcetype></D:prop>` +
  '<D:status>HTTP/1.1 200 OK</D:status></D:propstat><D:propstat><D:prop><D:getcontentlength/></D:prop>' +
  '<D:status>HTTP/1.1 404 Not Found</D:status></D:propstat></D:response>';
const listing = (...answers: string[]) =>
  `<?xml version="1.0"?>\n<D:multistatus xmlns:D="DAV:">${answers.join('\n')}</D:multistatus>\n`;

describe('the listing of a WebDAV folder', () => {
  it('returns files with their sizes, without the folder itself or files of folders in it', async () => {
    const xml = listing(folder('/dav/'), file('/dav/one.age', 12), folder('/dav/inner/'), file('/dav/two.gz', 0));
    expect(await readListing(xml)).toEqual([
      { name: 'one.age', bytes: 12 },
      { name: 'two.gz', bytes: 0 },
    ]);
  });

  it('accepts full addresses, escapes, unusual prefixes and names that look like numbers', async () => {
    const xml = listing(
      file('https://cloud.example/dav/a%20b.gz', 1),
      file('/dav/a&amp;b.gz', 2),
      file('/dav/0123456789012345', 3),
      file('/dav/100%', 4),
    );
    expect(await readListing(xml)).toEqual([
      { name: 'a b.gz', bytes: 1 },
      { name: 'a&b.gz', bytes: 2 },
      { name: '0123456789012345', bytes: 3 },
    ]);
    const prefixed = listing(file('/dav/one', 7, 'd')).replace(/D:multistatus xmlns:D/, 'd:multistatus xmlns:d');
    expect(await readListing(prefixed.replace('</D:multistatus>', '</d:multistatus>'))).toEqual([
      { name: 'one', bytes: 7 },
    ]);
    expect(await readListing('<multistatus xmlns="DAV:"></multistatus>')).toEqual([]);
  });

  it('skips a response that is only a status; a file without a size is listed all the same', async () => {
    const gone = '<D:response><D:href>/dav/gone</D:href><D:status>HTTP/1.1 404 Not Found</D:status></D:response>';
    expect(
      await readListing(listing(gone, file('/dav/odd', ''), file('/dav/one', 5), file('/dav/two', '1e3'))),
    ).toEqual([
      { name: 'odd', bytes: null },
      { name: 'one', bytes: 5 },
      { name: 'two', bytes: null },
    ]);
  });

  it('takes a property from the group that has it, in whatever order the groups come', async () => {
    const group = (props: string, status: string) =>
      `<D:propstat><D:prop>${props}</D:prop><D:status>HTTP/1.1 ${status}</D:status></D:propstat>`;
    const size = '<D:getcontentlength>12</D:getcontentlength>';
    const groups = [
      group('<D:getetag/>', '404 Not Found'),
      group('<D:resourcetype/>', '200 OK'),
      group(size, '200 OK'),
    ];
    for (const order of [groups, groups.toReversed(), [groups[2], groups[0], groups[1]]]) {
      const xml = listing(`<D:response><D:href>/dav/one</D:href>${order.join('')}</D:response>`);
      expect(await readListing(xml)).toEqual([{ name: 'one', bytes: 12 }]);
    }
    const refused = listing(`<D:response><D:href>/dav/one</D:href>${group(size, '403 Forbidden')}</D:response>`);
    expect(await readListing(refused)).toEqual([{ name: 'one', bytes: null }]);
  });

  it('is read across chunk borders, to the last file', async () => {
    const names = Array.from({ length: 12_000 }, (_, i) => `n${i}.age`);
    const xml = listing(...names.map((name, i) => file(`/dav/${name}`, i)));
    expect(xml.length).toBeGreaterThan(2_000_000);
    expect(await readListing(xml)).toEqual(names.map((name, bytes) => ({ name, bytes })));
    await expect(readListing(xml.slice(0, 2_000_001))).rejects.toMatchObject({ code: 'server' });
  });

  it('refuses absurd nesting, and a listing inside another page', async () => {
    const deep = `${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}`;
    await expect(readListing(listing(deep))).rejects.toMatchObject({ code: 'server' });
    const inside = `<html><body>${listing(file('/dav/one', 1)).replace(/^.*\n/, '')}</body></html>`;
    await expect(readListing(inside)).rejects.toMatchObject({ code: 'server' });
  });

  it('expands no entities declared in the document', async () => {
    const bomb = `<!DOCTYPE x [<!ENTITY a "${'x'.repeat(50)}"><!ENTITY b "&a;&a;">]>${listing(file('/dav/&b;', 1)).replace(/^.*\n/, '')}`;
    expect(await readListing(bomb)).toEqual([{ name: '&b;', bytes: 1 }]);
  });

  it('reads thousands of files below a folder whose name needs escapes', async () => {
    const names = Array.from({ length: 5000 }, (_, i) => `n${i}.age`);
    const files = await readListing(listing(...names.map((name) => file(`/dav/R&amp;D &lt;1&gt;/${name}`, 9))));
    expect(files.map(({ name }) => name)).toEqual(names);
  });

  it('refuses a truncated listing: files would seem to be gone', async () => {
    const xml = listing(folder('/dav/'), file('/dav/one.age', 12), file('/dav/two.age', 13)).trimEnd();
    for (let length = 0; length < xml.length; length++) {
      await expect(readListing(xml.slice(0, length))).rejects.toMatchObject({ code: 'server' });
    }
  });

  it.each(['', '<!doctype html><title>Log in</title>', '{}', '<multistatus>'])(
    'refuses anything that is not a listing: %s',
    async (text) => {
      await expect(readListing(text)).rejects.toMatchObject({ code: 'server' });
    },
  );
});
