/**
 * Guesses the code page of a text that is not UTF-8 and does not say, as spreadsheets on Windows write it: the one in
 * which most of its letters form words of one language, script and case. Null if none stands out, since a wrong letter
 * is worse than a refused file.
 */

/** Letters beyond ASCII by their frequency, the most frequent first. */
const RUSSIAN = 'оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё';
const UKRAINIAN = 'оанівитерскдлмупяьзгбчйхжїєшцщюфґ';
const WESTERN = [
  'éèàêçâîôùûëïœ', // French
  'üäöß', // German
  'óíáéñúü', // Spanish
  'ãçáéíóêõâúôà', // Portuguese
  'èàùòìé', // Italian
  'åäöøæé', // Danish, Norwegian, Swedish
  'íáóéðúýþæö', // Icelandic
  'ëéïèü', // Dutch
];

interface CodePage {
  readonly encoding: string;
  readonly languages: readonly string[];
  /** Letters mixed with ASCII ones; in other scripts a word has nothing else. */
  readonly latin: boolean;
  /** Set if there are too many letters to list: the listed ones are the commonest. */
  readonly rest: RegExp | null;
  /** By how much it must beat a more common one. */
  readonly rare: number;
}

function page(encoding: string, languages: readonly string[], rare = 0.05, rest: RegExp | null = null): CodePage {
  return { encoding, languages, latin: /\p{Script=Latin}/u.test(languages[0] ?? ''), rest, rare };
}

const HAN = /\p{Script=Han}/u;

/** The first of two equally good ones wins. */
const PAGES: readonly CodePage[] = [
  page('windows-1252', WESTERN, 0),
  page('windows-1251', [RUSSIAN, UKRAINIAN, 'аоиенрствукјмдлпзбгчцшњћжљђхфџѓќѕ', 'аеионтрсвлкдпмзъугячбйщжцхюфшь'], 0),
  page('windows-1250', ['ółęążśćńź', 'íáěéčřžýšůúóťňď', 'áéőöíóűúü', 'ăîâșțşţ', 'čšžćđ'], 0.2),
  page('windows-1254', ['ıüşçöğâîİ'], 0),
  page('windows-1253', ['αοιετσνηυρπκμλςωγδάίέόθχήφώύβξζψϊϋ'], 0.1),
  page('windows-1255', ['יוהלאתרבמשנכעםדפקחגטצןסזךץף']),
  page('windows-1256', ['المينرتبوعدسفكهقةحجأشصطىخإذزضغثءئظؤآ', 'اینردهمتوبسشکلزفگعخقجآپحطصچضظغذثژئ']),
  page('windows-1257', ['āīēšņūļģķčž', 'ėžšįųąčūę', 'äõüöšž'], 0.2),
  page('windows-1258', ['\u0301\u0300\u0323\u0309\u0303âđêưôăơáàãéíóúý'], 0.2),
  page('windows-874', [
    'านรอก\u0e48เง\u0e49มยล\u0e31วด\u0e34\u0e35ทสต\u0e37ะปบคหแจชพ\u0e38ข\u0e39ใไโ\u0e47\u0e4c\u0e33ผถซณศษธภฉฟฎฏญฆฐฬ',
  ]),
  page(
    'shift_jis',
    ['のいにはるたをとがしでてなあれっかりもこらス・ンーイルトア国人日大'],
    0.05,
    /[\p{Script=Han}\u3041-\u30ff]/u,
  ),
  page('gb18030', ['的一是在不了有和人这中大为上个国我以要他时来用们到作地于出就分对成会可主发年'], 0.05, HAN),
  page('big5', ['的一是在不了有和人這中大為上個國我以要他時來用們到作地於出就分對成會可主發年'], 0.05, HAN),
  page('euc-kr', ['이의다는에가을한사인로고하지은기대정도리어시자'], 0.05, /\p{Script=Hangul}/u),
  page('koi8-r', [RUSSIAN]),
  page('koi8-u', [UKRAINIAN], 0.1),
  page('ibm866', [RUSSIAN]),
  page('macintosh', WESTERN, 0.2),
];

/** Characters of texts in any language; others show that this is the wrong page. */
const NEUTRAL = /[\u00a0«»“”„‘’‚–—…°§€•·№©®™½¼¾¿¡´\u3000-\u303f\uff01-\uff5e\u200e\u200f؟،؛]/u;
const LETTER = /[\p{L}\p{M}]/u;
/** Bytes examined, from lines with letters beyond ASCII: the more, the surer. */
const SAMPLE = 16_384;
/** Half of what whole texts reach. */
const SURE = 0.35;
/** By how much the best must lead if there is one letter; with four, half of that. */
const DOUBT = 0.15;

export function guessEncoding(bytes: Uint8Array): string | null {
  const sample = sampleOf(bytes);
  const letters = sample.reduce((sum, byte) => sum + (byte >= 0x80 ? 1 : 0), 0);
  const readings = PAGES.map(({ encoding, languages, latin, rest, rare }) => {
    const text = new TextDecoder(encoding).decode(sample);
    const likeness = Math.max(...languages.map((language) => likenessOf(text, language, { latin, rest })));
    return { encoding, text, likeness: likeness - rare };
  });
  const best = readings.reduce((one, other) => (other.likeness > one.likeness ? other : one));
  const others = readings.filter(({ text }) => text !== best.text).map(({ likeness }) => likeness);
  const stands = best.likeness - Math.max(...others) > DOUBT / Math.sqrt(letters);
  return best.likeness > SURE && stands ? best.encoding : null;
}

/** Without the lines that are the same in all pages. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  const sample = new Uint8Array(Math.min(bytes.length, SAMPLE));
  let length = 0;
  for (let start = 0; start < bytes.length && length < SAMPLE; ) {
    const end = bytes.indexOf(10, start) + 1 || bytes.length;
    const line = bytes.subarray(start, Math.min(end, start + SAMPLE - length));
    if (line.some((byte) => byte >= 0x80)) {
      sample.set(line, length);
      length += line.length;
    }
    start = end;
  }
  return sample.subarray(0, length);
}

/** At most 1: the average over letters beyond ASCII. */
function likenessOf(text: string, letters: string, { latin, rest }: Pick<CodePage, 'latin' | 'rest'>): number {
  const signs = [...text];
  let sum = 0;
  let counted = 0;
  for (const [at, sign] of signs.entries()) {
    if (sign < '\u0080') continue;
    counted++;
    if (NEUTRAL.test(sign)) continue;
    const rank = letters.indexOf(sign) < 0 ? letters.indexOf(sign.toLowerCase()) : letters.indexOf(sign);
    if (rank < 0) {
      sum += rest?.test(sign) ? 0.4 : -1;
      continue;
    }
    sum += 1 - (latin ? 0.3 : 0.9) * (rank / letters.length);
    const [before = ' ', after = ' '] = [signs[at - 1], signs[at + 1]];
    if (isLower(before) && isUpper(sign)) sum -= 1;
    const among = [before, after].filter((one) => LETTER.test(one));
    const foreign = among.filter((one) => one < '\u0080' !== latin).length;
    if (foreign > 0 && (!latin || foreign === among.length)) sum -= latin ? 0.5 : 1;
  }
  return counted === 0 ? 0 : sum / counted;
}

const isLower = (sign: string) => sign !== sign.toUpperCase();
const isUpper = (sign: string) => sign !== sign.toLowerCase();
