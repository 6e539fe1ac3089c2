/** Pictures: what `pageimages` and `imageinfo` say of them, and their bytes. */
import { crc32, deflateSync } from 'node:zlib';
import type { Picture } from './record';
import type { World } from './world';

const WIDTH = 600;
const HEIGHT = 800;

const nameOf = (file: string): string => encodeURIComponent(file.replaceAll(' ', '_'));

/** As wide as was asked, and never wider than it is. */
export function thumbnailOf(
  { file, licence }: Picture,
  row: Record<string, unknown>,
  parameters: Readonly<Record<string, string>>,
  pictures: string,
): void {
  const free = !/all rights|fair use/i.test(licence);
  if (!free && parameters.pilicense !== 'any') return;
  const wanted = (parameters.piprop ?? 'thumbnail|name').split('|');
  if (wanted.includes('thumbnail')) row.thumbnail = sized(file, Number(parameters.pithumbsize ?? 50), pictures);
  if (wanted.includes('original')) row.original = { source: original(file, pictures), width: WIDTH, height: HEIGHT };
  if (wanted.includes('name')) row.pageimage = file.replaceAll(' ', '_');
}

/** A file that lies at Commons is missing in the wiki, and known to it. */
export function imageInfo(
  world: World,
  file: string,
  row: Record<string, unknown>,
  parameters: Readonly<Record<string, string>>,
  pictures: string,
): void {
  const picture = world.pictures.get(file.replaceAll('_', ' '));
  if (!picture) {
    row.imagerepository = '';
    return;
  }
  const wanted = (parameters.iiprop ?? 'timestamp|user').split('|');
  const width = Number(parameters.iiurlwidth ?? 0);
  const thumb = sized(file, width, pictures);
  const value = (text: string) => ({ value: text, source: 'commons-desc-page', hidden: '' });
  Object.assign(row, {
    known: true,
    imagerepository: 'shared',
    imageinfo: [
      {
        ...(wanted.includes('size') && { size: 180_000, width: WIDTH, height: HEIGHT }),
        ...(wanted.includes('url') &&
          width > 0 && { thumburl: thumb.source, thumbwidth: thumb.width, thumbheight: thumb.height }),
        ...(wanted.includes('url') && {
          url: original(file, pictures),
          descriptionurl: `${pictures}/wiki/File:${nameOf(file)}`,
          descriptionshorturl: `${pictures}/w/index.php?curid=1`,
        }),
        ...(wanted.includes('mime') && { mime: 'image/png' }),
        ...(wanted.includes('extmetadata') && {
          extmetadata: {
            LicenseShortName: value(picture.licence),
            LicenseUrl: value(picture.licenceUrl),
            // A name comes as a link, as at Commons.
            Artist: value(
              `<a href="//commons.wikimedia.org/wiki/User:${nameOf(picture.artist)}">${picture.artist}</a>`,
            ),
            Credit: value('<span class="int-own-work" lang="en">Own work</span>'),
          },
        }),
      },
    ],
  });
}

const original = (file: string, pictures: string): string => `${pictures}/wikipedia/commons/a/ab/${nameOf(file)}`;

function sized(file: string, asked: number, pictures: string) {
  const width = Math.min(asked, WIDTH);
  const name = nameOf(file);
  const source = `${pictures}/wikipedia/commons/thumb/a/ab/${name}/${width}px-${name}`;
  return { source, width, height: Math.round((width * HEIGHT) / WIDTH) };
}

/** The bytes behind such an address: a PNG of that width, in a colour of its own. Null where there is no such picture. */
export function pictureAt(world: World, path: string): Buffer | null {
  const [, thumb, name, width] =
    /^\/wikipedia\/commons\/(thumb\/)?a\/ab\/([^/]+?)(?:\/(\d+)px-[^/]+)?$/.exec(path) ?? [];
  if (name === undefined || (thumb === undefined) !== (width === undefined)) return null;
  const file = decodeURIComponent(name).replaceAll('_', ' ');
  if (!world.pictures.has(file)) return null;
  const wide = Math.min(Number(width ?? WIDTH), WIDTH);
  return png(wide, Math.round((wide * HEIGHT) / WIDTH), crc32(file));
}

function png(width: number, height: number, colour: number): Buffer {
  const row = Buffer.alloc(1 + width * 3);
  for (let at = 1; at < row.length; at++) row[at] = ((colour >>> (8 * (at % 3))) & 0x7f) + 0x40;
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  // Eight bits a sample, red green blue.
  head.set([8, 2, 0, 0, 0], 8);
  const pixels = deflateSync(Buffer.concat(Array.from({ length: height }, () => row)));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}
