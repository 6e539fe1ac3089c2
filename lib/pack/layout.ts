/**
 * The binary layout of a knowledge pack, little-endian, shared by writer and reader. A pack has two parts: what a scan
 * needs, read whole at the birth of a worker, and behind it the cards, read one block at a time.
 *
 *   0  magic, 8 bytes         24  number of sections      40  edition, packed date
 *   8  format version         28  checksum of the head    44  number of check blocks
 *  12  flags (0 so far)       32  entity count            48  reserved (0)
 *  16  length of the pack     36  form count
 *  20  length of the scan part
 *  64  section table: id, offset, length, each 4 bytes
 *      check table: checksum (word-sum.ts) of each CHECK_BLOCK bytes from the end of the head to the end of the scan part
 *
 * Header and both tables are the head; its own checksum is taken with that field as 0, and checked at opening. A check
 * block is checked when something in it is first read. A block of cards has its CRC-32 in `cardBlocks`.
 * Invariants: the head and all sections end at multiples of 64; sections stand in the order of their ids; a section of
 * n-byte numbers has a length that is a multiple of n. Breaking any of this needs a new `FORMAT_VERSION`.
 */
export const MAGIC = 'BACKSTRY';
export const FORMAT_VERSION = 3;
export const HEADER_LENGTH = 64;
export const SECTION_ENTRY_LENGTH = 12;
/** A cache line. */
export const ALIGNMENT = 64;
/** A scan reads a thousand rows from anywhere: with 4,096 it took 30 ms more in a worker just born. Smaller ones make a larger table. */
export const CHECK_BLOCK = 512;
/** No honest pack comes near; the reader of a larger file would only wait for the word that it is none. */
export const LARGEST_PACK = 96_000_000;

export const HEADER = {
  version: 8,
  flags: 12,
  byteLength: 16,
  scanLength: 20,
  sectionCount: 24,
  checksum: 28,
  entityCount: 32,
  formCount: 36,
  edition: 40,
  checkCount: 44,
} as const;

/** Every section and the width of its numbers in bytes. Numbers stand for file ids: append, never renumber. */
export const SECTIONS = {
  /** the name of the pack, UTF-8 */
  name: { id: 1, width: 1 },

  /** where each head begins, and where the last ends; rows in the order of their keys */
  headOffsets: { id: 2, width: 4 },
  /** what a scan needs of each entity (see read-heads.ts) */
  heads: { id: 3, width: 1 },
  /** beginnings of the titles of offices: offsets, then texts */
  titleOffsets: { id: 4, width: 4 },
  titles: { id: 5, width: 1 },
  /** former keys of entities in their order, one that was split once for each heir: offsets, then one key each */
  formerOffsets: { id: 6, width: 4 },
  formers: { id: 7, width: 1 },
  /** row of the entity that each of them leads to, ascending for one key */
  formerEntities: { id: 8, width: 4 },
  /** ascending hashes of all stems: heads hold places in this list, of two bytes in place of three (25 bytes an entity) */
  stems: { id: 19, width: 4 },

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

  /** CARD_BLOCK_FIELDS u32 a block of cards, and a last one that closes it */
  cardBlocks: { id: 20, width: 4 },
  /** sources of rows: offsets, then name, address, licence and day of each */
  sourceOffsets: { id: 21, width: 4 },
  sources: { id: 22, width: 1 },
  /** where the names for a search lie (see below); a pack without any was written before there were some */
  search: { id: 23, width: 4 },
} as const;
export type SectionName = keyof typeof SECTIONS;

/** `offset` counts from the end of the scan part; a block ends where the next begins. */
export const CARD_BLOCK = { offset: 0, firstRow: 1, rawLength: 2, checksum: 3 } as const;
export const CARD_BLOCK_FIELDS = 4;
/** A block is closed when it has this many raw bytes: one read costs about a millisecond. */
export const CARD_BLOCK_TARGET = 16_384;
/** No honest block is larger, however long one card is. */
export const CARD_BLOCK_LIMIT = 1_048_576;

/**
 * What a search reads lies behind the blocks of cards, in further blocks of the same list, which come after the last row:
 * who reads cards alone never meets them. `search` holds the number of the first, then the first row of each block of
 * written names, and at last the number of entities.
 *
 *   first      all names, folded, as one text; not deflated, since a search waits for it. A sign before each says what it is
 *   second     qualifiers, countries, sets of countries; then SEARCH_ROW bytes for each row, read where they lie; not deflated
 *   the rest   names as they are written, for each row; deflated
 */
export const SEARCH_BLOCKS = { names: 0, rows: 1, written: 2 } as const;
/** Kind, prominence, then the numbers of a qualifier and of a set of countries, three bytes each. */
export const SEARCH_ROW = { kind: 0, prominence: 1, qualifier: 2, countries: 5, length: 8 } as const;
/** Begins a row, and stands before its printed name. */
export const ROW_SIGN = '\n';
/** Before another name that stands for the entity by itself. */
export const NAME_SIGN = '\t';
/** Before a form that needs something beside it: a surname, an adjective. */
export const FORM_SIGN = '\v';
/** Before the skeleton of a transliterated name. */
export const SKELETON_SIGN = '\f';

export const CONDITION = { candidate: 0, company: 1, companyCount: 2, from: 3, to: 4, language: 5 } as const;
export const CONDITION_FIELDS = 6;

/** Bits of a candidate's second byte. */
export const CANDIDATE_USE = 0x07;
export const CANDIDATE_CASE_SHIFT = 3;
export const CANDIDATE_CASE = 0x03;
export const CANDIDATE_CONDITION = 0x20;
/** The last candidate of its form. */
export const CANDIDATE_LAST = 0x40;

/** The number of a fact is that of its property times FACT_FLAGS, and these bits. */
export const FACT_FLAGS = 4;
/** Read from the side of its value. */
export const FACT_TOLD = 1;
/** Free words follow. */
export const FACT_WORDS = 2;
/** Coordinates are whole numbers from the south pole and the antimeridian on, in parts of a degree: about a metre. */
export const COORDINATE_UNIT = 100_000;

/** Instead of a title, an id or an end: the same as the name, the key or the start. */
export const SAME = 1;

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
