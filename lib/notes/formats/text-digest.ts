import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** Levels what programs change unintentionally: line ends, surrounding blanks, composed or decomposed accents. */
export function canonicalText(text: string): string {
  return text.replace(/\r\n?/g, '\n').normalize('NFC').trim();
}

/** 32 hex digits; equal for texts whose `canonicalText` is equal. */
export function textDigest(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalText(text)))).slice(0, 32);
}

/** A stable id for a passage typed into a file, so that a second import finds it again. */
export function passageId(text: string, url: string): string {
  return `x${bytesToHex(sha256(utf8ToBytes(JSON.stringify([canonicalText(text), url])))).slice(0, 15)}`;
}
