/** Pictures: what `pageimages` and `imageinfo` say of them, and their bytes. */
import { crc32, deflateSync } from 'node:zlib';
import type { Picture } from './record';
import { SAMPLES } from './sample-pictures';
import type { World } from './world';

const WIDTH = 600;
/** Portraits are upright, drawings lie. */
const heightOf = (file: string): number => (/\.svg$/.test(file) ? 400 : 800);
const typeOf = (file: string): string =>
  /\.svg$/.test(file) ? 'image/svg+xml' : /\.jpg$/.test(file) ? 'image/jpeg' : 'image/png';

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
  if (wanted.includes('original'))
    row.original = { source: original(file, pictures), width: WIDTH, height: heightOf(file) };
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
        ...(wanted.includes('size') && { size: 180_000, width: WIDTH, height: heightOf(file) }),
        ...(wanted.includes('url') &&
          width > 0 && { thumburl: thumb.source, thumbwidth: thumb.width, thumbheight: thumb.height }),
        ...(wanted.includes('url') && {
          url: original(file, pictures),
          descriptionurl: `${pictures}/wiki/File:${nameOf(file)}`,
          descriptionshorturl: `${pictures}/w/index.php?curid=1`,
        }),
        ...(wanted.includes('mime') && { mime: typeOf(file) }),
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

/** `action=query` with `prop=imageinfo` of one file, as Commons itself answers in format 2. */
export function commonsQuery(
  world: World,
  parameters: Readonly<Record<string, string>>,
  { origin, pictures }: { readonly origin: string; readonly pictures: string },
): unknown {
  const asked = parameters.titles ?? '';
  const title = asked.replaceAll('_', ' ');
  const normalized = asked === title ? {} : { normalized: [{ fromencoded: false, from: asked, to: title }] };
  const file = title.replace(/^File:/, '');
  const row: Record<string, unknown> = { ns: 6, title };
  if (!world.pictures.has(file)) {
    Object.assign(row, { missing: true, imagerepository: '' });
  } else {
    imageInfo(world, file, row, parameters, pictures);
    delete row.known;
    const [info] = row.imageinfo as Record<string, unknown>[];
    if (info?.descriptionurl) info.descriptionurl = `${origin}/wiki/File:${nameOf(file)}`;
    Object.assign(row, { pageid: 1_000 + file.length, imagerepository: 'local' });
  }
  return { batchcomplete: true, query: { ...normalized, pages: [row] } };
}

const original = (file: string, pictures: string): string => `${pictures}/wikipedia/commons/a/ab/${nameOf(file)}`;

function sized(file: string, asked: number, pictures: string) {
  const width = Math.min(asked, WIDTH);
  const name = nameOf(file);
  // What is drawn by lines is handed out as points.
  const drawn = /\.svg$/.test(file) ? '.png' : '';
  const source = `${pictures}/wikipedia/commons/thumb/a/ab/${name}/${width}px-${name}${drawn}`;
  return { source, width, height: Math.round((width * heightOf(file)) / WIDTH) };
}

/** The bytes behind such an address: a picture of that width, in a colour of its own. Null where there is no such picture. */
export function pictureAt(world: World, path: string): Buffer | null {
  const [, thumb, name, width] =
    /^\/wikipedia\/commons\/(thumb\/)?a\/ab\/([^/]+?)(?:\/(\d+)px-[^/]+)?$/.exec(path) ?? [];
  if (name === undefined || (thumb === undefined) !== (width === undefined)) return null;
  const file = decodeURIComponent(name).replaceAll('_', ' ');
  if (!world.pictures.has(file)) return null;
  if (/\.jpg$/.test(file)) return SAMPLES.jpeg;
  const wide = Math.min(Number(width ?? WIDTH), WIDTH);
  return png(wide, Math.round((wide * heightOf(file)) / WIDTH), colourOf(file));
}

/** The colour of a file's picture: red, green, blue. */
export function colourOf(file: string): readonly [number, number, number] {
  const sum = crc32(file);
  return [0, 8, 16].map((bits) => ((sum >>> bits) & 0x7f) + 0x40) as unknown as [number, number, number];
}

/** In that colour, with something round and white in its upper half. */
function png(width: number, height: number, colour: readonly [number, number, number]): Buffer {
  const rows = Array.from({ length: height }, (_, y) => {
    const row = Buffer.alloc(1 + width * 3);
    for (let x = 0; x < width; x++) {
      const isRound = Math.hypot(x - width / 2, y - height / 3) < Math.min(width, height) / 5;
      row.set(isRound ? [255, 255, 255] : colour, 1 + x * 3);
    }
    return row;
  });
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  // Eight bits a sample, red green blue.
  head.set([8, 2, 0, 0, 0], 8);
  const pixels = deflateSync(Buffer.concat(rows));
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
