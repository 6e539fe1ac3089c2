import { describe, expect, it } from 'vitest';
import { folderAbove, likelyFolders, readWebDavAddress } from '../../../../lib/sync/remotes/webdav-address';

const read = (text: string) => {
  const address = readWebDavAddress(text);
  return address.ok ? address.address : address.problem;
};

describe('the address of a WebDAV folder', () => {
  it.each([
    ['https://cloud.example/remote.php/dav/files/ada/', 'https://cloud.example/remote.php/dav/files/ada/'],
    ['  https://cloud.example/remote.php/dav/files/ada \n', 'https://cloud.example/remote.php/dav/files/ada/'],
    ['cloud.example', 'https://cloud.example/'],
    ['cloud.example:8443/nextcloud', 'https://cloud.example:8443/nextcloud/'],
    ['https://cloud.example/index.php/apps/files/?dir=/&fileid=7', 'https://cloud.example/'],
    ['https://example.org/nextcloud/apps/dashboard/', 'https://example.org/nextcloud/'],
    ['https://cloud.example/login', 'https://cloud.example/'],
    ['davs://cloud.example/remote.php/webdav/', 'https://cloud.example/remote.php/webdav/'],
    ['https://ada:secret@cloud.example/dav#x', 'https://cloud.example/dav/'],
    ['https://nas.example/a b/Söhne', 'https://nas.example/a%20b/S%C3%B6hne/'],
    ['https://nas.example/100%/50%25/5%2', 'https://nas.example/100%25/50%25/5%252/'],
    ['http://127.0.0.1:8080/dav', 'http://127.0.0.1:8080/dav/'],
    ['http://localhost/', 'http://localhost/'],
    ['http://[::1]:81/', 'http://[::1]:81/'],
  ])('%s is read as %s', (text, expected) => expect(read(text)).toBe(expected));

  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['not an address', 'no-address'],
    ['https://', 'no-address'],
    ['ftp://cloud.example/', 'no-address'],
    ['file:///etc/passwd', 'no-address'],
    ['http://cloud.example/', 'not-secure'],
    ['dav://cloud.example/', 'not-secure'],
    ['http://127.0.0.1.evil.example/', 'not-secure'],
    ['http://localhost.evil.example/', 'not-secure'],
    ['http://192.168.0.7/', 'not-secure'],
  ])('“%s” is refused: %s', (text, problem) => expect(read(text)).toBe(problem));

  it('takes name and password out of an address that contains them', () => {
    expect(readWebDavAddress('https://ada:p%40ss@cloud.example/')).toEqual({
      ok: true,
      address: 'https://cloud.example/',
      user: 'ada',
      password: 'p@ss',
    });
  });

  it('knows where cloud services keep files when only the server is given', () => {
    expect(likelyFolders('https://cloud.example/', 'ada@example.org')).toEqual([
      'https://cloud.example/',
      'https://cloud.example/remote.php/dav/files/ada%40example.org/',
      'https://cloud.example/remote.php/webdav/',
    ]);
    expect(likelyFolders('https://cloud.example/remote.php/dav/files/ada/', 'ada')).toHaveLength(1);
    expect(likelyFolders('https://nas.example:5006/home/', '')).toHaveLength(2);
  });

  it('climbs up to the root and no further', () => {
    expect(folderAbove('https://nas.example/a/b/')).toBe('https://nas.example/a/');
    expect(folderAbove('https://nas.example/')).toBeNull();
  });
});
