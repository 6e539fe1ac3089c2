/**
 * Opens the header of a pack and lays typed-array views over its sections. Nothing is parsed or copied, so that a
 * service worker can do it again at any start. After this, every section is known to lie within the bytes and to
 * have a sensible length; what stands in it is checked when it is read, and by `verifyPack`.
 */
import { crc32 } from './crc32';
import {
  ALIGNMENT,
  BLOCK_FIELDS,
  CONDITION_FIELDS,
  ENTITY_FIELDS,
  FACT_FIELDS,
  FORM_BLOCK,
  FORMAT_VERSION,
  HEADER,
  HEADER_LENGTH,
  MAGIC,
  RELATION_FIELDS,
  SECTION_ENTRY_LENGTH,
  SECTIONS,
  type SectionName,
  SOURCE_FIELDS,
  TEXT_FIELDS,
} from './layout';
import { PackError } from './pack-error';

const MOST_SECTIONS = 256;
/** Bytes; what views of 32-bit numbers need. */
const VIEW_ALIGNMENT = 4;

type View<Name extends SectionName> = (typeof SECTIONS)[Name]['width'] extends 1 ? Uint8Array : Uint32Array;
export type Views = { readonly [Name in SectionName]: View<Name> };

export interface OpenedPack {
  readonly bytes: Uint8Array;
  readonly views: Views;
  readonly checksums: ReadonlyMap<SectionName, number>;
  readonly formatVersion: number;
  readonly entityCount: number;
  readonly formCount: number;
  readonly edition: number;
  readonly name: number;
}

export const damaged = (what: string): PackError => new PackError('damaged', what);

export function openSections(input: ArrayBuffer | Uint8Array): OpenedPack {
  // A plain Uint8Array in any case: the `slice` of a Node Buffer would share its memory.
  const given =
    input instanceof Uint8Array
      ? new Uint8Array(input.buffer, input.byteOffset, input.byteLength)
      : new Uint8Array(input);
  checkMagic(given);
  if (given.length < HEADER_LENGTH) throw new PackError('truncated', `${given.length} bytes are less than a header`);
  // Views of 32-bit numbers need an aligned start; only bytes cut out of something larger have none.
  const bytes = given.byteOffset % VIEW_ALIGNMENT === 0 ? given : given.slice();
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const header = (field: keyof typeof HEADER): number => data.getUint32(HEADER[field], true);

  const formatVersion = header('version');
  if (formatVersion > FORMAT_VERSION) throw new PackError('newer', `format version ${formatVersion}`);
  if (formatVersion < 1) throw damaged('format version 0');
  if (header('byteLength') > bytes.length) {
    throw new PackError('truncated', `${bytes.length} of ${header('byteLength')} bytes`);
  }
  if (header('byteLength') < bytes.length) throw damaged('bytes behind the end');
  const count = header('sectionCount');
  const headerEnd = HEADER_LENGTH + count * SECTION_ENTRY_LENGTH;
  if (count > MOST_SECTIONS || headerEnd > bytes.length) throw damaged(`${count} sections`);
  const head = bytes.slice(0, headerEnd);
  new DataView(head.buffer).setUint32(HEADER.checksum, 0, true);
  if (crc32(head) !== header('checksum')) throw damaged('header checksum');

  const views: Partial<Record<SectionName, Uint8Array | Uint32Array>> = {};
  const checksums = new Map<SectionName, number>();
  for (let index = 0; index < count; index++) {
    const entry = HEADER_LENGTH + index * SECTION_ENTRY_LENGTH;
    const [id, offset, length, checksum] = [0, 4, 8, 12].map((at) => data.getUint32(entry + at, true)) as [
      number,
      number,
      number,
      number,
    ];
    const name = nameOf(id);
    if (name === null) continue; // from a later edition of this version; not needed
    const { width } = SECTIONS[name];
    if (offset % ALIGNMENT !== 0 || offset < headerEnd || offset + length > bytes.length || length % width !== 0) {
      throw damaged(`section ${name} at ${offset}, ${length} bytes`);
    }
    if (views[name]) throw damaged(`section ${name} stands twice`);
    const start = bytes.byteOffset + offset;
    views[name] =
      width === 1 ? new Uint8Array(bytes.buffer, start, length) : new Uint32Array(bytes.buffer, start, length / 4);
    checksums.set(name, checksum);
  }
  const opened: OpenedPack = {
    bytes,
    views: complete(views),
    checksums,
    formatVersion,
    entityCount: header('entityCount'),
    formCount: header('formCount'),
    edition: header('edition'),
    name: header('name'),
  };
  checkLengths(opened);
  return opened;
}

function checkMagic(bytes: Uint8Array): void {
  for (let at = 0; at < MAGIC.length; at++) {
    if (at >= bytes.length) throw new PackError('truncated', `${bytes.length} bytes`);
    if (bytes[at] !== MAGIC.charCodeAt(at)) throw new PackError('not-a-pack', 'no magic');
  }
}

function nameOf(id: number): SectionName | null {
  for (const name of Object.keys(SECTIONS) as SectionName[]) if (SECTIONS[name].id === id) return name;
  return null;
}

function complete(views: Partial<Record<SectionName, Uint8Array | Uint32Array>>): Views {
  for (const name of Object.keys(SECTIONS) as SectionName[])
    if (!views[name]) throw damaged(`section ${name} is missing`);
  return views as unknown as Views;
}

function checkLengths({ views, entityCount, formCount }: OpenedPack): void {
  const must = (holds: boolean, section: SectionName): void => {
    if (!holds) throw damaged(`length of ${section}`);
  };
  const rowsOf = (section: SectionName, fields: number): void => must(views[section].length % fields === 0, section);
  must(views.entities.length === (entityCount + 1) * ENTITY_FIELDS, 'entities');
  must(views.entityTraits.length === entityCount * 2, 'entityTraits');
  must(Number.isInteger(Math.log2(views.words.length)), 'words');
  must(views.prefixes.length > 0, 'prefixes');
  must(views.forms.length > 0 && views.forms.length % FORM_BLOCK === 0, 'forms');
  must(formCount <= views.forms.length, 'forms');
  must(views.candidateTraits.length === views.candidateEntities.length * 2, 'candidateTraits');
  rowsOf('conditions', CONDITION_FIELDS);
  rowsOf('skeletons', 2);
  rowsOf('facts', FACT_FIELDS);
  rowsOf('relations', RELATION_FIELDS);
  rowsOf('sources', SOURCE_FIELDS);
  rowsOf('texts', TEXT_FIELDS);
  rowsOf('blocks', BLOCK_FIELDS);
}

/** A number that must be there; beyond the end of its section the pack is damaged. */
export function numberAt(view: Uint8Array | Uint32Array, index: number): number {
  const value = view[index];
  if (value === undefined) throw damaged(`number ${index} of ${view.length}`);
  return value;
}
