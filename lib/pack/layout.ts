/**
 * The binary layout of a knowledge pack, little-endian, shared by writer and reader.
 *
 *   0  magic, 8 bytes        24  number of sections
 *   8  format version        28  CRC-32 of the header and the section table, this field taken as 0
 *  12  flags (0 so far)      32  entity count          40  edition, packed date
 *  16  length of the pack    36  form count            44  name of the pack (offset in `strings`)
 *  20  reserved (0)          48  section table: id, offset, length, CRC-32 of the section, each 4 bytes
 *
 * Invariants: sections begin at multiples of 64, in the order of their ids; a section of n-byte numbers has a length
 * that is a multiple of n; a string is referred to by its offset in `strings`, where a varint length precedes UTF-8.
 * Breaking any of this needs a new `FORMAT_VERSION`.
 */
export const MAGIC = 'BACKSTRY';
export const FORMAT_VERSION = 1;
export const HEADER_LENGTH = 48;
export const SECTION_ENTRY_LENGTH = 16;
/** A cache line. */
export const ALIGNMENT = 64;

export const HEADER = {
  version: 8,
  flags: 12,
  byteLength: 16,
  sectionCount: 24,
  checksum: 28,
  entityCount: 32,
  formCount: 36,
  edition: 40,
  name: 44,
} as const;

/** Every section and the width of its numbers in bytes. Numbers stand for file ids: append, never renumber. */
export const SECTIONS = {
  strings: { id: 1, width: 1 },

  /** ENTITY_FIELDS u32 a row, rows in the order of their keys */
  entities: { id: 2, width: 4 },
  /** per row: kind, prominence */
  entityTraits: { id: 3, width: 1 },
  /** string offsets of the names worth printing, by `also` of the row */
  also: { id: 4, width: 4 },

  /** four bits a word that is first or second in any form (see form-hash.ts) */
  words: { id: 10, width: 4 },
  /** bits of the first two words of each form, and of every two or more words that go on */
  prefixes: { id: 11, width: 4 },
  /** blocks of 16 numbers: the first candidate of the block, then its forms: 30 bits fingerprint, 2 case code; 0: free */
  forms: { id: 12, width: 4 },
  /** row of the entity, in the order of the forms */
  candidateEntities: { id: 14, width: 4 },
  /** per candidate: prior in 1/255, then CANDIDATE_* bits */
  candidateTraits: { id: 15, width: 1 },
  /** CONDITION_FIELDS u32 each, ascending by candidate */
  conditions: { id: 16, width: 4 },
  /** rows of the entities that conditions ask for */
  company: { id: 17, width: 4 },
  /** ascending hashes of transliteration skeletons, then as many candidates */
  skeletons: { id: 18, width: 4 },

  /** FACT_FIELDS u32 a fact, by `facts` of the row */
  facts: { id: 20, width: 4 },
  /** RELATION_FIELDS u32 a tie as seen from the row, ascending by the other row */
  relations: { id: 21, width: 4 },
  /** ascending hashes, by `stems` of the row */
  stems: { id: 22, width: 4 },
  /** SOURCE_FIELDS u32 a source */
  sources: { id: 23, width: 4 },

  /** TEXT_FIELDS u32 a background */
  texts: { id: 30, width: 4 },
  /** BLOCK_FIELDS u32 a block of texts */
  blocks: { id: 31, width: 4 },
  /** the blocks, each raw deflate */
  blockBytes: { id: 32, width: 1 },
} as const;
export type SectionName = keyof typeof SECTIONS;

/** Fields of an entity row; those that name a list hold its first index, the next row's holds the end. */
export const ENTITY = {
  key: 0,
  name: 1,
  qualifier: 2,
  gloss: 3,
  wikipedia: 4, // 0: none, else string offset + 1
  wikidata: 5, // 0: none, else the number behind the Q
  also: 6,
  facts: 7,
  relations: 8,
  stems: 9,
  text: 10, // 0: none, else index + 1
  source: 11,
} as const;
/** One row more than entities closes the lists. */
export const ENTITY_FIELDS = 12;

export const FACT = { text: 0, kind: 1, start: 2, end: 3, source: 4 } as const; // kind: | FACT_ENDS
export const FACT_FIELDS = 5;
export const FACT_ENDS = 0x100;

export const RELATION = { other: 0, text: 1, start: 2, end: 3, source: 4 } as const;
export const RELATION_FIELDS = 5;

export const SOURCE = { name: 0, url: 1, licence: 2, asOf: 3 } as const; // url, licence: 0 none, else + 1
export const SOURCE_FIELDS = 4;

export const TEXT = { block: 0, offset: 1, length: 2, source: 3 } as const;
export const TEXT_FIELDS = 4;

export const BLOCK = { offset: 0, length: 1, rawLength: 2 } as const;
export const BLOCK_FIELDS = 3;
/** A block is closed when it has this many raw bytes: one read costs well under a millisecond. */
export const BLOCK_TARGET = 32_768;
/** No honest block is larger, however long one background is. */
export const BLOCK_LIMIT = 1_048_576;

export const CONDITION = { candidate: 0, company: 1, companyCount: 2, from: 3, to: 4 } as const;
export const CONDITION_FIELDS = 5;

/** Bits of a candidate's second byte. */
export const CANDIDATE_USE = 0x07;
export const CANDIDATE_CASE_SHIFT = 3;
export const CANDIDATE_CASE = 0x03;
export const CANDIDATE_CONDITION = 0x20;
/** The last candidate of its form. */
export const CANDIDATE_LAST = 0x40;

/** The bits of a fingerprint that are its case code. */
export const CASE_CODE = 0x03;

/** Numbers of a block of forms: one cache line, so that a look-up waits for memory once. */
export const FORM_BLOCK = 16;
/** Forms of a block on average; a form whose block is full stands in the next that is not. */
export const FORMS_PER_BLOCK = 11;
/** The writer takes more blocks before a form stands farther from its own than this. */
export const FARTHEST_BLOCK = 32;
/** No form has more words; a longer one is refused by the writer. */
export const WORDS_LIMIT = 16;
