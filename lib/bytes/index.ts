export { fromBase64, toBase64 } from './base64';
export { crc32 } from './crc32';
