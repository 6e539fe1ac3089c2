import { describe, expect, it } from 'vitest';
import type { Kind } from '../../../../lib/facts';
import {
  claimsQuery,
  imageInfoQuery,
  picturePropertiesOf,
  pictureSize,
  readImageInfo,
  readPictureFile,
} from '../../../../lib/lookup';
import { plainCredit } from '../../../../lib/lookup/pictures/plain-credit';
import { SAMPLES } from '../../../tools/open-world/sample-pictures';

describe('the picture of an entity', () => {
  it('is a portrait for a person, a flag for a country, a logo for a company; a deal has none', () => {
    const asked = (kind: Kind) => picturePropertiesOf(kind).map(({ property, shows }) => `${property} ${shows}`);
    expect(asked('person')).toEqual(['P18 portrait']);
    expect(asked('place')).toEqual(['P41 flag', 'P18 picture']);
    expect(asked('group')).toEqual(['P154 logo', 'P41 flag']);
    expect(asked('company')).toEqual(['P154 logo']);
    expect(asked('deal')).toEqual([]);
    expect(asked('office')).toEqual([]);
  });

  it('is requested with the id of the entity and one property', () => {
    const { action, entity, property } = claimsQuery('q7825', 'P154');
    expect({ action, entity, property }).toEqual({ action: 'wbgetclaims', entity: 'Q7825', property: 'P154' });
  });

  const claim = (value: unknown, rank = 'normal', snaktype = 'value') => ({
    mainsnak: { snaktype, property: 'P18', datavalue: { value, type: 'string' }, datatype: 'commonsMedia' },
    type: 'statement',
    rank,
  });
  const read = (...claims: unknown[]) => readPictureFile({ claims: { P18: claims } }, 'P18');

  it('is the preferred one, or else the first that is not deprecated', () => {
    expect(read(claim('A.jpg'), claim('B.jpg', 'preferred'))).toBe('B.jpg');
    expect(read(claim('Old.jpg', 'deprecated'), claim('A.jpg'), claim('B.jpg'))).toBe('A.jpg');
    expect(read(claim('Old.jpg', 'deprecated'))).toBeNull();
  });

  it('is missing if there is none, however that is written', () => {
    expect(readPictureFile({ claims: {} }, 'P18')).toBeNull();
    expect(readPictureFile({ claims: [] }, 'P18')).toBeNull();
    expect(readPictureFile({ claims: { P41: [claim('Flag.svg')] } }, 'P18')).toBeNull();
    expect(read({ ...claim('A.jpg'), mainsnak: { snaktype: 'somevalue' } }, claim('', 'preferred'))).toBeNull();
  });

  it.each(['File|Other.jpg', 'A[1].jpg', 'a<b>.jpg', 'x#y.jpg', 'two\nlines.jpg', 'L'.repeat(300), 7, null])(
    'cannot be %j, which is not a file name',
    (name) => expect(read(claim(name), claim('Good.jpg'))).toBe('Good.jpg'),
  );

  it('is rejected in an invalid answer', () => {
    expect(() => readPictureFile({ claims: 'many' }, 'P18')).toThrow();
    expect(() => readPictureFile({}, 'P18')).toThrow();
    expect(() => readPictureFile(null, 'P18')).toThrow();
  });
});

describe('what Commons says about a file', () => {
  const value = (text: string) => ({ value: text, source: 'commons-desc-page' });
  const metadata = {
    LicenseShortName: value('CC BY-SA 4.0'),
    LicenseUrl: value('https://creativecommons.org/licenses/by-sa/4.0'),
    Artist: value('<a href="//commons.wikimedia.org/wiki/User:Ann">Ann</a>'),
  };
  const info = (more: object = {}) => ({
    thumburl: 'https://upload.wikimedia.org/thumb/a/ab/A.jpg/250px-A.jpg',
    descriptionurl: 'https://commons.wikimedia.org/wiki/File:A.jpg',
    extmetadata: metadata,
    ...more,
  });
  const answer = (one: unknown) => ({ query: { pages: [{ title: 'File:A.jpg', imageinfo: [one] }] } });

  it('is requested with the file name, for a small version and its credit', () => {
    const { titles, prop, iiprop, iiurlwidth } = imageInfoQuery('A b.jpg');
    expect({ titles, prop, iiprop }).toEqual({
      titles: 'File:A b.jpg',
      prop: 'imageinfo',
      iiprop: 'url|size|mime|extmetadata',
    });
    expect(Number(iiurlwidth)).toBeLessThanOrEqual(250);
  });

  it('includes the address of a small version, the author and the licence', () => {
    expect(readImageInfo(answer(info()))).toEqual({
      address: 'https://upload.wikimedia.org/thumb/a/ab/A.jpg/250px-A.jpg',
      page: 'https://commons.wikimedia.org/wiki/File:A.jpg',
      artist: 'Ann',
      licence: 'CC BY-SA 4.0',
      licenceUrl: 'https://creativecommons.org/licenses/by-sa/4.0',
    });
  });

  it('is nothing without a licence, or with one that is not free', () => {
    const { LicenseShortName: _, ...unlicensed } = metadata;
    expect(readImageInfo(answer(info({ extmetadata: unlicensed })))).toBeNull();
    expect(
      readImageInfo(answer(info({ extmetadata: { ...metadata, LicenseShortName: value('<b> </b>') } }))),
    ).toBeNull();
    expect(readImageInfo(answer(info({ extmetadata: { ...metadata, NonFree: value('true') } })))).toBeNull();
    expect(readImageInfo(answer(info({ extmetadata: [] })))).toBeNull();
  });

  it('is nothing for a file that does not exist, or has no small version', () => {
    expect(readImageInfo({ query: { pages: [{ title: 'File:A.jpg', missing: true }] } })).toBeNull();
    expect(readImageInfo({ query: { pages: [] } })).toBeNull();
    expect(readImageInfo(answer({ ...info(), thumburl: undefined }))).toBeNull();
    expect(readImageInfo(answer(info({ thumburl: `https://upload.example/${'x'.repeat(3_000)}` })))).toBeNull();
    expect(() => readImageInfo({ error: {} })).toThrow();
  });

  it('names nobody if nobody is named, and links only web addresses', () => {
    const read = (more: object) => readImageInfo(answer(info({ extmetadata: { ...metadata, ...more } })));
    expect(read({ Artist: undefined })?.artist).toBe('');
    expect(read({ LicenseUrl: undefined })?.licenceUrl).toBeNull();
    expect(read({ LicenseUrl: value('javascript:alert(1)') })?.licenceUrl).toBeNull();
    expect(read({ LicenseUrl: value('https://a.example/"onclick') })?.licenceUrl).toBeNull();
    expect(read({ LicenseUrl: value('//creativecommons.org/x') })?.licenceUrl).toBe('https://creativecommons.org/x');
  });
});

describe('the credit of a picture', () => {
  it.each([
    ['<a href="//commons.wikimedia.org/wiki/User:Ann" title="x>y">Ann</a>', 'Ann'],
    ['<bdi><a rel="nofollow" href="https://a.example">Bo &amp; Sons</a></bdi>', 'Bo & Sons'],
    ['Gage <b>S</b>kidmore from Surprise, AZ', 'Gage Skidmore from Surprise, AZ'],
    ['<div>One</div><div>Two<br>Three</div>', 'One Two Three'],
    ['Unknown author<span style="display: none;">Unknown author</span>', 'Unknown author'],
    ['<style data-mw="x">.a{color:red}</style>Ann<script>alert(1)</script>', 'Ann'],
    ['Ann<!-- <b>secret</b> -->', 'Ann'],
    ['&#65;nn &#x42;o &nbsp; C&eacute;', 'Ann Bo C&eacute;'],
    ['&lt;img src=x onerror=alert(1)&gt;Ann', 'Ann'],
    ['Ann\u202e\u2066evil\u0000', 'Annevil'],
    ['<a href="x', ''],
    ['<script>alert(1)', ''],
    ['<i title="x', ''],
    ['', ''],
    ['a < b', 'a b'],
  ])('%s is shown as %s', (html, told) => expect(plainCredit(html)).toBe(told));

  it('is short, and no more than its beginning is read', () => {
    expect(plainCredit('word '.repeat(500)).length).toBeLessThanOrEqual(100);
    for (const part of ['<', '<a ', '<b>', '<span style="display:none">', '<a display:none ', '&#', '<!--', '<style>'])
      expect(plainCredit(`${part.repeat(1e6)}>--></span></style>Anna Hill`)).not.toContain('Anna');
  });
});

describe('the bytes of a picture', () => {
  const size = (bytes: Uint8Array) => {
    const found = pictureSize(bytes);
    return found && `${found.type} ${found.width}×${found.height}`;
  };
  const png = (width: number, height: number) => {
    const bytes = Buffer.alloc(45);
    bytes.write('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1');
    bytes.write('\0\0\0\0IEND\xae\x42\x60\x82', 33, 'latin1');
    bytes.writeUInt32BE(width, 16);
    bytes.writeUInt32BE(height, 20);
    return new Uint8Array(bytes);
  };

  it('reveal its type and size', () => {
    expect(size(SAMPLES.jpeg)).toBe('image/jpeg 250×333');
    expect(size(SAMPLES.webp)).toBe('image/webp 60×40');
    expect(size(SAMPLES.losslessWebp)).toBe('image/webp 60×40');
    expect(size(SAMPLES.clearWebp)).toBe('image/webp 60×40');
    expect(size(SAMPLES.gif)).toBe('image/gif 3×2');
    expect(size(png(250, 300))).toBe('image/png 250×300');
  });

  it('are parsed at any offset in their buffer', () => {
    const moved = new Uint8Array(SAMPLES.jpeg.length + 7);
    moved.set(SAMPLES.jpeg, 7);
    expect(size(moved.subarray(7))).toBe('image/jpeg 250×333');
  });

  it('may be a JPEG whose frame comes after other segments and padding', () => {
    const head = [0xff, 0xd8, 0xff, 0xfe, 0, 4, 1, 2, 0xff, 0xff, 0xff, 0xc4, 0, 3, 9];
    const frame = [0xff, 0xc2, 0, 17, 8, 0, 40, 0, 60, 3, 0xff, 0xd9];
    expect(size(Uint8Array.from([...head, ...frame]))).toBe('image/jpeg 60×40');
    // A length that leads nowhere, an end before the frame.
    expect(size(Uint8Array.from([0xff, 0xd8, 0xff, 0xfe, 0, 0, ...frame]))).toBeNull();
    expect(size(Uint8Array.from([0xff, 0xd8, 0xff, 0xd9, ...frame]))).toBeNull();
    expect(size(Uint8Array.from([0xff, 0xd8, 0xff, 0xda, 0, 2, ...frame]))).toBeNull();
  });

  it.each([
    ['a page', '<!doctype html><html>'],
    ['a drawing with a script', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
    ['a drawing behind a mark of order', '\ufeff<?xml version="1.0"?><svg/>'],
    ['a document', '%PDF-1.7 and more of it that goes on for a while'],
    ['a bitmap', 'BM and more of it that goes on for a while'],
    ['a film in the clothes of a picture', '\0\0\0 ftypavif\0\0\0\0avifmif1miaf'],
    ['nothing', ''],
  ])('are rejected if they are %s', (_, text) => expect(size(new TextEncoder().encode(text))).toBeNull());

  it('are rejected if truncated, wherever that is', () => {
    for (const sample of [...Object.values(SAMPLES), png(9, 9)]) {
      expect(size(sample)).not.toBeNull();
      for (let end = 0; end < sample.length; end++) expect(size(sample.subarray(0, end)), `${end}`).toBeNull();
    }
  });

  it('are rejected if a small file would unpack to a huge picture', () => {
    expect(size(png(2_000, 750))).not.toBeNull();
    for (const [width, height] of [
      [2_001, 10],
      [10, 2_001],
      [2_000, 751],
      [0, 10],
      [10, 0],
      [65_000, 65_000],
      [2 ** 31, 1],
    ]) {
      expect(size(png(width!, height!)), `${width}×${height}`).toBeNull();
    }
  });
});
