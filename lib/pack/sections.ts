/**
 * Opens a pack's head and puts typed-array views over the sections of its scan part. Nothing is parsed or copied, so
 * that a new worker can do it cheaply. Afterwards every section is known to lie within the bytes and to have a sensible
 * length; its content is checked block by block on first use.
 */
import { damaged } from './damaged';
import {
  ALIGNMENT,
  CARD_BLOCK_FIELDS,
  CHECK_BLOCK,
  CONDITION_FIELDS,
  FORM_BLOCK,
  HEADER,
  HEADER_LENGTH,
  SECTION_ENTRY_LENGTH,
  SECTIONS,
  type SectionName,
} from './layout';
import { PackError } from './pack-error';
import { readHeader } from './read-header';
import { openSection, type Section } from './section';
import { wordSum } from './word-sum';

const MOST_SECTIONS = 256;
/** Bytes of a 32-bit number, and the alignment its views need. */
const WORD = 4;

type View<Name extends SectionName> = (typeof SECTIONS)[Name]['width'] extends 1 ? Uint8Array : Uint32Array;
export type Sections = { readonly [Name in SectionName]: Section<View<Name>> };

export interface OpenedPack {
  /** At least the scan part. */
  readonly bytes: Uint8Array;
  readonly sections: Sections;
  /** Checks the whole scan part. */
  readonly checkAll: () => void;
  readonly byteLength: number;
  readonly scanLength: number;
  readonly formatVersion: number;
  readonly entityCount: number;
  readonly formCount: number;
  readonly edition: number;
}

/** `input` is a whole pack, or with `scanOnly` at least its scan part. */
export function openSections(input: ArrayBuffer | Uint8Array, scanOnly = false): OpenedPack {
  // Always a plain Uint8Array: `slice` on a Node Buffer would share memory.
  const given =
    input instanceof Uint8Array
      ? new Uint8Array(input.buffer, input.byteOffset, input.byteLength)
      : new Uint8Array(input);
  const { formatVersion, byteLength } = readHeader(given);
  // Views of 32-bit numbers need an aligned start, which only a slice of something larger may lack.
  const bytes = given.byteOffset % WORD === 0 ? given : given.slice();
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const header = (field: keyof typeof HEADER): number => data.getUint32(HEADER[field], true);

  const scanLength = header('scanLength');
  if (scanLength > byteLength || scanLength % ALIGNMENT !== 0) throw damaged(`scan part of ${scanLength} bytes`);
  if (bytes.length < (scanOnly ? scanLength : byteLength)) {
    throw new PackError('truncated', `${bytes.length} of ${byteLength} bytes`);
  }
  if (bytes.length > byteLength) throw damaged('bytes behind the end');
  const [count, checkCount] = [header('sectionCount'), header('checkCount')];
  const tablesEnd = HEADER_LENGTH + count * SECTION_ENTRY_LENGTH + checkCount * 4;
  const headEnd = Math.ceil(tablesEnd / ALIGNMENT) * ALIGNMENT;
  if (count > MOST_SECTIONS || headEnd > scanLength) throw damaged(`${count} sections, ${checkCount} checks`);
  if (checkCount !== Math.ceil((scanLength - headEnd) / CHECK_BLOCK)) throw damaged(`${checkCount} checks`);
  const head = new Uint32Array(bytes.slice(0, headEnd).buffer);
  head[HEADER.checksum / WORD] = 0;
  if (wordSum(head, 0, head.length) !== header('checksum')) throw damaged('checksum of the head');

  const check = blockChecker(new Uint32Array(bytes.buffer, bytes.byteOffset, scanLength / WORD), headEnd, (block) =>
    data.getUint32(HEADER_LENGTH + count * SECTION_ENTRY_LENGTH + block * 4, true),
  );
  const found: Partial<Record<SectionName, Section<Uint8Array | Uint32Array>>> = {};
  for (let index = 0; index < count; index++) {
    const entry = HEADER_LENGTH + index * SECTION_ENTRY_LENGTH;
    const [id, offset, length] = [0, 4, 8].map((at) => data.getUint32(entry + at, true)) as [number, number, number];
    const name = nameOf(id);
    if (name === null) continue; // from a later edition of this version; not needed
    const { width } = SECTIONS[name];
    if (offset % ALIGNMENT !== 0 || offset < headEnd || offset + length > scanLength || length % width !== 0) {
      throw damaged(`section ${name} at ${offset}, ${length} bytes`);
    }
    if (found[name]) throw damaged(`section ${name} stands twice`);
    const start = bytes.byteOffset + offset;
    found[name] = openSection<Uint8Array | Uint32Array>(
      width === 1 ? new Uint8Array(bytes.buffer, start, length) : new Uint32Array(bytes.buffer, start, length / 4),
      offset,
      check,
    );
  }
  const opened: OpenedPack = {
    bytes,
    sections: complete({ search: openSection<Uint32Array>(new Uint32Array(0), 0, check), ...found }),
    checkAll: () => check(headEnd, scanLength),
    byteLength,
    scanLength,
    formatVersion,
    entityCount: header('entityCount'),
    formCount: header('formCount'),
    edition: header('edition'),
  };
  checkLengths(opened);
  return opened;
}

/** Checks the blocks containing bytes `from`…`to`, `to` excluded, each once. */
function blockChecker(
  scan: Uint32Array,
  headEnd: number,
  checksum: (block: number) => number,
): (from: number, to: number) => void {
  const sound = new Uint8Array(Math.ceil((scan.byteLength - headEnd) / CHECK_BLOCK));
  return (from, to) => {
    const last = Math.floor((to - 1 - headEnd) / CHECK_BLOCK);
    for (let block = Math.floor((from - headEnd) / CHECK_BLOCK); block <= last; block++) {
      if (sound[block] === 1) continue;
      const start = (headEnd + block * CHECK_BLOCK) / WORD;
      const end = Math.min(start + CHECK_BLOCK / WORD, scan.length);
      if (wordSum(scan, start, end) !== checksum(block)) throw damaged(`check block ${block}`);
      sound[block] = 1;
    }
  };
}

function nameOf(id: number): SectionName | null {
  for (const name of Object.keys(SECTIONS) as SectionName[]) if (SECTIONS[name].id === id) return name;
  return null;
}

function complete(found: Partial<Record<SectionName, Section<Uint8Array | Uint32Array>>>): Sections {
  for (const name of Object.keys(SECTIONS) as SectionName[])
    if (!found[name]) throw damaged(`section ${name} is missing`);
  return found as unknown as Sections;
}

function checkLengths({ sections, entityCount, formCount }: OpenedPack): void {
  const must = (holds: boolean, section: SectionName): void => {
    if (!holds) throw damaged(`length of ${section}`);
  };
  const rowsOf = (section: SectionName, fields: number): void => must(sections[section].length % fields === 0, section);
  must(sections.headOffsets.length === entityCount + 1, 'headOffsets');
  must(sections.titleOffsets.length > 0, 'titleOffsets');
  must(sections.formerOffsets.length === sections.formerEntities.length + 1, 'formerOffsets');
  must(sections.sourceOffsets.length > 0, 'sourceOffsets');
  must(Number.isInteger(Math.log2(sections.words.length)), 'words');
  must(sections.prefixes.length > 0, 'prefixes');
  must(sections.forms.length > 0 && sections.forms.length % FORM_BLOCK === 0, 'forms');
  must(formCount <= sections.forms.length, 'forms');
  must(sections.candidateTraits.length === sections.candidateEntities.length * 2, 'candidateTraits');
  rowsOf('conditions', CONDITION_FIELDS);
  rowsOf('skeletons', 2);
  rowsOf('cardBlocks', CARD_BLOCK_FIELDS);
  must(sections.cardBlocks.length > 0, 'cardBlocks');
  must(sections.search.length !== 1, 'search');
}
