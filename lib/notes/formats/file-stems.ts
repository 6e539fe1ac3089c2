/**
 * File names without extension: as close to the entity's name as Windows, macOS, Linux, Obsidian and Logseq allow, and
 * distinct on file systems that ignore case and accents.
 */
import type { EntityKey } from '../../facts';

/** In bytes: leaves room for a suffix below the 143 of encrypted home folders, the tightest limit. */
const LONGEST = 100;

/** Not allowed in names, or syntax in `[[links]]` or in Logseq's name encoding. */
const FORBIDDEN = /[\p{Cc}\p{Cs}\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff<>:"/\\|?*#^[\]%]+/gu;
/** Windows device names, with any extension. */
const DEVICES = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$|clock\$)(\.|$)/i;

export function fileStems(
  entries: readonly { readonly entity: EntityKey; readonly name: string }[],
): ReadonlyMap<EntityKey, string> {
  const stems = new Map<EntityKey, string>();
  const taken = new Set<string>();
  // In a fixed order, so that a name does not depend on which note was changed last.
  for (const { entity, name } of [...entries].sort((a, b) => (a.entity < b.entity ? -1 : 1))) {
    const plain = clean(name) || clean(entity) || 'note';
    const long = `${plain} (${clean(entity) || 'note'})`;
    let stem = [plain, long].find((candidate) => !taken.has(fold(candidate)));
    for (let n = 2; stem === undefined; n++) {
      if (!taken.has(fold(`${long} ${n}`))) stem = `${long} ${n}`;
    }
    taken.add(fold(stem));
    stems.set(entity, stem);
  }
  return stems;
}

function clean(name: string): string {
  const words = name
    .normalize('NFC')
    .replace(FORBIDDEN, ' ')
    .replace(/_{3,}/g, '__') // folder separator in Logseq
    .replace(/\s+/gu, ' ');
  const stem = shorten(words.trim()).replace(/^[. ]+|[. ]+$/g, '');
  return DEVICES.test(stem) ? `_${stem}` : stem;
}

function shorten(name: string): string {
  let bytes = 0;
  let kept = '';
  for (const letter of name) {
    const code = letter.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (bytes > LONGEST) break;
    kept += letter;
  }
  return kept;
}

function fold(stem: string): string {
  return stem.normalize('NFKD').toUpperCase().toLowerCase().normalize('NFKD');
}
