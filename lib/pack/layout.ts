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
/** One cache line. */
export const ALIGNMENT = 64;
/**
 * A scan reads a thousand rows from anywhere: with 4,096 it took 30 ms longer in a fresh worker. Smaller blocks need a
 * larger table.
 */
export const CHECK_BLOCK = 512;
/** No real pack comes close; a larger file is refused at once. */
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

/** Every section with the width of its numbers in bytes. Ids are part of the file format: append, never renumber. */
export const SECTIONS = {
  /** the pack's name, UTF-8 */
  name: { id: 1, width: 1 },

  /** where each head begins, plus the end of the last; rows in key order */
  headOffsets: { id: 2, width: 4 },
  /** what a scan needs about each entity (see read-heads.ts) */
  heads: { id: 3, width: 1 },
  /** beginnings of office titles: offsets, then texts */
  titleOffsets: { id: 4, width: 4 },
  titles: { id: 5, width: 1 },
  /** former keys in order, a split one once per heir: offsets, then one key each */
  formerOffsets: { id: 6, width: 4 },
  formers: { id: 7, width: 1 },
  /** the row of the entity that each leads to, ascending for one key */
  formerEntities: { id: 8, width: 4 },
  /**
   * ascending hashes of all stems: heads store indices into this list, two bytes instead of three (25 bytes an entity)
   */
  stems: { id: 19, width: 4 },

  /** four bits for each word that is first or second in any form (see form-hash.ts) */
  words: { id: 10, width: 4 },
  /** bits for the first two words of each form, and for every sequence of two or more words that continues */
  prefixes: { id: 11, width: 4 },
  /** blocks of 16 numbers: the block's first candidate, then its forms: 30 bits fingerprint, 2 case code; 0: free */
  forms: { id: 12, width: 4 },
  /** row of each candidate's entity, in form order */
  candidateEntities: { id: 14, width: 4 },
  /** per candidate: prior in 1/255, then CANDIDATE_* bits */
  candidateTraits: { id: 15, width: 1 },
  /** CONDITION_FIELDS u32 each, ascending by candidate */
  conditions: { id: 16, width: 4 },
  /** rows of the entities that conditions ask for */
  company: { id: 17, width: 4 },
  /** ascending hashes of transliteration skeletons, then as many candidates */
  skeletons: { id: 18, width: 4 },

  /** CARD_BLOCK_FIELDS u32 per block of cards, plus a final entry */
  cardBlocks: { id: 20, width: 4 },
  /** sources of rows: offsets, then name, address, licence and day of each */
  sourceOffsets: { id: 21, width: 4 },
  sources: { id: 22, width: 1 },
  /** where the names for searching lie (see below); absent in packs from before search */
  search: { id: 23, width: 4 },
} as const;
export type SectionName = keyof typeof SECTIONS;

/** `offset` is relative to the end of the scan part; a block ends where the next begins. */
export const CARD_BLOCK = { offset: 0, firstRow: 1, rawLength: 2, checksum: 3 } as const;
export const CARD_BLOCK_FIELDS = 4;
/** A block is closed once it has this many raw bytes: one read costs about a millisecond. */
export const CARD_BLOCK_TARGET = 16_384;
/** No real block is larger, however long one card is. */
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
/** Kind, prominence, then a qualifier's number and a country set's number in three bytes each. */
export const SEARCH_ROW = { kind: 0, prominence: 1, qualifier: 2, countries: 5, length: 8 } as const;
/** Starts a row, in front of its printed name. */
export const ROW_SIGN = '\n';
/** In front of another name that stands for the entity on its own. */
export const NAME_SIGN = '\t';
/** In front of a form that needs context: a surname, an adjective. */
export const FORM_SIGN = '\v';
/** In front of the skeleton of a transliterated name. */
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

/** The number stored for a fact is its property's number times FACT_FLAGS, plus these bits. */
export const FACT_FLAGS = 4;
/** Read from the side of its value. */
export const FACT_TOLD = 1;
/** Free words follow. */
export const FACT_WORDS = 2;
/**
 * Coordinates are integers counted from the south pole and the antimeridian in this fraction of a degree: about a
 * metre.
 */
export const COORDINATE_UNIT = 100_000;

/** In place of a title, id or end: same as the name, key or start. */
export const SAME = 1;

/** The case code's bits in a fingerprint. */
export const CASE_CODE = 0x03;

/** Numbers in a block of forms: one cache line, so that a look-up waits for memory once. */
export const FORM_BLOCK = 16;
/** Forms per block on average; if its block is full, a form goes into the next one with room. */
export const FORMS_PER_BLOCK = 11;
/** The writer adds blocks rather than put a form farther from its own than this. */
export const FARTHEST_BLOCK = 32;
/** The writer refuses forms with more words. */
export const WORDS_LIMIT = 16;
