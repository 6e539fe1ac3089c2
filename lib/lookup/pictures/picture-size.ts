/**
 * The type and size of a picture, from its bytes alone: its sender's claims are ignored, and no decoder runs before it
 * is known that it will not expand a tiny file into a huge picture.
 */
import type { PictureSize } from './types';

/** px per side, and in total: a thumbnail of 250 px has a tenth of that. */
const LONGEST_SIDE = 2_000;
const MOST_PIXELS = 1_500_000;

/** Null: not a type that is shown (SVG is a document and never is), truncated, or too large. */
export function pictureSize(bytes: Uint8Array): PictureSize | null {
  const size = pngSize(bytes) ?? gifSize(bytes) ?? webpSize(bytes) ?? jpegSize(bytes);
  if (!size) return null;
  const { width, height } = size;
  const isFit = width > 0 && height > 0 && Math.max(width, height) <= LONGEST_SIDE && width * height <= MOST_PIXELS;
  return isFit && hasEnd(bytes, size.type) ? size : null;
}

/** Bytes after the end of a JPEG, which some cameras and programs add. */
const BEHIND = 1_024;

/** Half a picture would be stored for weeks. */
function hasEnd(bytes: Uint8Array, type: PictureSize['type']): boolean {
  switch (type) {
    case 'image/png':
      return says(bytes, bytes.length - 8, 'IEND\xae\x42\x60\x82');
    case 'image/gif':
      return bytes.at(-1) === 0x3b;
    case 'image/webp':
      return bytes.length >= 8 + new DataView(bytes.buffer, bytes.byteOffset, 8).getUint32(4, true);
    case 'image/jpeg':
      return bytes.subarray(-BEHIND).some((one, at, all) => one === 0xff && all[at + 1] === 0xd9);
  }
}

const PNG = '\x89PNG\r\n\x1a\n';

function pngSize(bytes: Uint8Array): PictureSize | null {
  if (!says(bytes, 0, PNG) || !says(bytes, 12, 'IHDR')) return null;
  return sized('image/png', bytes, 24, (view) => [view.getUint32(16), view.getUint32(20)]);
}

function gifSize(bytes: Uint8Array): PictureSize | null {
  if (!says(bytes, 0, 'GIF87a') && !says(bytes, 0, 'GIF89a')) return null;
  return sized('image/gif', bytes, 10, (view) => [view.getUint16(6, true), view.getUint16(8, true)]);
}

/** Source: RFC 9649, the WebP container and its three types of first chunk. */
function webpSize(bytes: Uint8Array): PictureSize | null {
  if (!says(bytes, 0, 'RIFF') || !says(bytes, 8, 'WEBP')) return null;
  if (says(bytes, 12, 'VP8X')) {
    return sized('image/webp', bytes, 30, (view) => [
      1 + (view.getUint32(24, true) & 0xffffff),
      1 + (view.getUint32(26, true) >>> 8),
    ]);
  }
  if (says(bytes, 12, 'VP8L') && bytes[20] === 0x2f) {
    return sized('image/webp', bytes, 25, (view) => {
      const bits = view.getUint32(21, true);
      return [1 + (bits & 0x3fff), 1 + ((bits >>> 14) & 0x3fff)];
    });
  }
  if (!says(bytes, 12, 'VP8 ') || !says(bytes, 23, '\x9d\x01\x2a')) return null;
  return sized('image/webp', bytes, 30, (view) => [
    view.getUint16(26, true) & 0x3fff,
    view.getUint16(28, true) & 0x3fff,
  ]);
}

/** Frame markers (SOF); 4, 8 and 12 are something else. Source: ITU T.81, table B.1. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

function jpegSize(bytes: Uint8Array): PictureSize | null {
  if (!says(bytes, 0, '\xff\xd8\xff')) return null;
  for (let at = 2; at + 4 <= bytes.length; ) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1]!;
    // Padding bytes.
    if (marker === 0xff) {
      at++;
      continue;
    }
    if (isFrame(marker)) {
      return sized('image/jpeg', bytes, at + 9, (view) => [view.getUint16(at + 7), view.getUint16(at + 5)]);
    }
    // The image data begins without a size having been given.
    if (marker === 0xda || marker === 0xd9) return null;
    at += 2 + bytes[at + 2]! * 256 + bytes[at + 3]!;
  }
  return null;
}

function sized(
  type: PictureSize['type'],
  bytes: Uint8Array,
  needs: number,
  read: (view: DataView) => readonly [width: number, height: number],
): PictureSize | null {
  if (bytes.length < needs) return null;
  const [width, height] = read(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  return { type, width, height };
}

const says = (bytes: Uint8Array, at: number, text: string): boolean =>
  bytes.length >= at + text.length && [...text].every((sign, place) => bytes[at + place] === sign.charCodeAt(0));
