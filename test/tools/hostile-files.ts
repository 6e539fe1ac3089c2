/**
 * Files made to keep their reader busy for ever, or to exhaust its memory. Each is a few kilobytes or cheap to make.
 */
import { strToU8, zipSync } from 'fflate';

export interface HostileFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Nested as deep as a head of a note can be long. */
export function deepHead(levels: number): HostileFile {
  const yaml = `a: ${'['.repeat(levels)}${']'.repeat(levels)}`;
  return { name: 'deep.md', bytes: strToU8(`---\n${yaml}\nbackstory: deep\nname: Deep\n---\nStill here.\n`) };
}

/** The back of a card that is one `piece` again and again. */
export function longCard(piece: string, times: number): HostileFile {
  const head = '#separator:tab\n#html:true\n#guid column:1\n';
  return { name: 'cards.txt', bytes: strToU8(`${head}backstory:cards\tCards\t${piece.repeat(times)}\n`) };
}

/** Many names for the same packed bytes: `times` notes out of one. */
export function overlappingArchive(content: Uint8Array, times: number): HostileFile {
  const single = zipSync({ 'a.md': content }, { level: 9 });
  const end = single.length - 22;
  const view = new DataView(single.buffer);
  const directory = view.getUint32(end + 16, true);
  const entry = single.subarray(directory, end);
  const bytes = new Uint8Array(directory + times * entry.length + 22);
  bytes.set(single.subarray(0, directory));
  for (let i = 0; i < times; i++) bytes.set(entry, directory + i * entry.length);
  bytes.set(single.subarray(end), bytes.length - 22);
  const record = new DataView(bytes.buffer, bytes.length - 22);
  for (const field of [8, 10]) record.setUint16(field, times, true);
  record.setUint32(12, times * entry.length, true);
  return { name: 'overlap.zip', bytes };
}

/** Harmless, but it takes a while to store. */
export function longTable(rows: number): HostileFile {
  const lines = Array.from({ length: rows }, (_, i) => `long-${i},Row ${i},Text of row ${i}.\n`);
  return { name: 'long.csv', bytes: strToU8(`entity,name,text\n${lines.join('')}`) };
}
