/**
 * How much of a short text within a story belongs to it, excluding "Follow us on …" or photo credits. Judged by the
 * words alone, for pages whose markup does not tell.
 */

/** In characters; longer texts are prose. */
const ASKING = 200;
const CREDIT = 120;

const NETWORK =
  '(?:facebook|twitter|x\\.com|whats-?app|instagram|youtube|telegram|linkedin|tiktok|threads|bluesky|mastodon|snapchat|pinterest|reddit|flipboard|google news|apple news|messenger|xing|weibo|wechat|vkontakte|e-?mail|newsletters?|rss|podcasts?)';
const ASK =
  '(?:(?:please|now|also|jetzt|you can) )*(?:follow|share (?:this|it|on|via|with|to|the|your|article|story)|like (?:us|our|this)|join (?:us|our)|subscribe|sign up|get our|download|find us|visit our|tweet|watch (?:us|more|this)|teilen|folgen sie|folgt?e? uns|abonnier|melden sie|suivez|partage|abonnez|inscrivez|rejoign|retrouvez|s[íi]g[ua]|compart|suscr[íi]b|[úu]nete|seguici|condividi|iscriviti|volg |deel |abonneer|meld je|inscrev|assine|partilh|obserwuj|udost[ęe]pni|polub|zapisz si|f[öø]lj|f[øo]lg|dela |del )';
/** "Follow us on Facebook": a requesting word first, then a network or newsletter. */
const ASKS = new RegExp(`^\\W*${ASK}[^]*\\b${NETWORK}\\b`, 'i');
/** The same as the last sentence of a text. */
const ASKS_LAST = new RegExp(`[.!?]["”’)]* ${ASK}[^.!?]*\\b${NETWORK}\\b[^.!?]*[.!]?$`, 'i');
const NETWORKS_ONLY = new RegExp(
  `^(?:(?:share|on|via|or|and|print|save|copy link|teilen|partager|compartir|${NETWORK})\\W*)+$`,
  'i',
);
const STAFF =
  /^(?:(?:By|BY) [A-Z][^.!?\d]{2,80}$|\(?(?:[Aa]dditional )?(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Ee]dited) (?:and \w+ )?by )|contributed (?:\w+ )?to this (?:report|story|article)\W*$/;

const AGENCY =
  '(?:AP(?: Photo)?|AFP|EPA(?:-EFE)?|EFE|dpa|ANSA|AAP|PA|Reuters|REUTERS|Getty(?: Images)?|Associated Press|Agence France-Presse|Press Association|Shutterstock|Alamy|Anadolu|Xinhua|TASS|imago|[Pp]icture[ -][Aa]lliance|Keystone|Bloomberg)';
const PICTURE =
  '(?:(?:Photo(?:graph)?s?|PHOTO|Pictures?|Images?|Videos?|Illustration|Credits?|Fotos?|Bild(?:quelle)?|Cr[ée]ditos?|Cr[ée]dit(?: photo)?)(?: [Cc]redit| source)?(?: by | courtesy | copyright |\\s?[:©|/,]\\s?)|©|[Cc]opyright )';
const PICTURED = `(?:^|\\s)[([]?${PICTURE}[^.!?]{2,90}[)\\].]?`;
/** At the end of a caption, or all of a line: "Photo by …", "Name Name/AFP", "(… Getty Images)", "AP". */
const CREDITED = new RegExp(
  `(?:${PICTURED}|(?:^|[.!?:)]\\s|\\n|[([])(?:[A-ZÀ-ÞŁŚŠŽČ][^\\s/|()]*\\s){0,4}(?:[A-ZÀ-Þ][^\\s/|()]*\\s?)?(?:/|\\||via)\\s?${AGENCY}\\b[^.!?()]{0,40}[)\\]]?|[([][^()]{0,40}\\b${AGENCY}(?:[ /,][^()]{0,30})?[)\\]]|(?:^|[.!?:)]\\s)${AGENCY})$`,
);
/** Most texts end in a full stop, before which only these credits occur. */
const CREDITED_SENTENCE = new RegExp(`${PICTURED}$`);

/** The length of that part in characters, from the start; 0 if none. */
export function storyPart(text: string): number {
  if (text.length <= ASKING && (ASKS.test(text) || NETWORKS_ONLY.test(text))) return 0;
  if (text.length <= ASKING && STAFF.test(text)) return 0;
  const from = Math.max(0, text.length - CREDIT);
  const last = text.slice(from);
  const found = (last.endsWith('.') ? CREDITED_SENTENCE : CREDITED).exec(last) ?? ASKS_LAST.exec(last);
  if (!found) return text.length;
  const part = from + found.index + (/^[.!?:)]/.test(found[0]) ? 1 : 0);
  return /[^\s(['"“]/.test(text.slice(0, part)) ? part : 0;
}
