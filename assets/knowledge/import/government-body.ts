/**
 * What a register calls "government": parliaments, courts, armies and museums as well as agencies. The name says which; one
 * without any word of authority is only of the public hand.
 */
const SHAPES: readonly (readonly [RegExp, string])[] = [
  [
    /\b(?:Parliament|National Assembly|Legislative Assembly|General Assembly|Legislature|Senate|Congress|House of \p{L}+|Bundestag|Landtag)$/u,
    'parliament',
  ],
  [
    /\b(?:Supreme|Constitutional|High|Federal|Appeals?|Criminal|District|International) Court\b|\bCourt of \p{Lu}|\bTribunal\b/u,
    'court',
  ],
  [
    /\b(?:Army|Navy|Air Force|Armed Forces|Defen[cs]e Forces?|Marine Corps|Coast Guard|National Guard|Space Force)$|^(?:Royal|Indian) (?:Army|Navy|Air Force)\b/,
    'armed force',
  ],
  [/\b(?:Museums?|Galler(?:y|ies))\b/, 'museum'],
  [/\bLibrar(?:y|ies)\b/, 'library'],
  [/\bArchives?\b/, 'archive'],
  [/\b(?:Reserve|Central|National|State|Federal) Bank\b|\bBank of \p{Lu}/u, 'central or state bank'],
  [/\bPolice\b|\bConstabulary\b/, 'police force'],
  [/\b(?:Embassy|Consulate)\b/, 'embassy'],
  [/\b(?:Ministry|Ministère|Ministerio)\b/, 'ministry'],
  [
    /^(?:Universit[éäa]|Universidad|University of|College of|School of)|\b(?:University|College|School|Mahavidyalaya)$/,
    'school or university',
  ],
  [/\bHospital\b/, 'hospital'],
  [/^(?:\p{L}+ )*Academy of (?:\p{L}+ )*Sciences(?: of (?:the )?\p{L}[\p{L} ]*)?$/u, 'academy of sciences'],
  [/\bNational (?:Park|Monument|Forest|Marine Sanctuary)$/, 'protected area'],
  [/\b(?:Nation|Tribes?|Band|Pueblo)(?: of \p{L}[\p{L} ]+)?$/u, 'tribal government'],
  [/\bCent(?:er|re) for\b.*\b(?:Studies|Affairs)\b/, 'research institute'],
  [/\b(?:Oil|Gas|Petroleum|Electric|Power|Water) (?:Company|Corporation)$|\b(?:Limited|Ltd)$/, 'state company'],
  [/\b(?:Laborator(?:y|ies)|Research|Observatory)/, 'research institute'],
  [/\b(?:Regional|Provincial) (?:Council|Government) of \p{Lu}|^Government of \p{Lu}/u, 'government'],
  [/\bInstitut/, 'public institute'],
  [/(?:^Landkreis|[Kk]reis$|^London Borough of \p{Lu})/u, 'local authority'],
  [
    /\b(?:City|Town|Village|Municipality|Borough) of \p{Lu}|\b(?:City|County|Borough|District|Municipal) Council$/u,
    'local authority',
  ],
  [
    /\b(?:Government|Department|Agency|Authority|Administration|Bureau|Commission|Committee|Council|Office|Board|Service|Services|Directorate|Secretariat|Inspectorate|Executive|Division|Ombudsman|Chancellery|Treasury|Survey|Centers? for|Corps|Command|Trust|Fund|Foundation|Corporation|Programme|Program)\b/,
    'government body',
  ],
];

/** By the first of its names that says it: its own is in the language of its country. */
export function governmentBody(...names: readonly string[]): string {
  for (const name of names) {
    const found = SHAPES.find(([shape]) => shape.test(name));
    if (found) return found[1];
  }
  return 'public body';
}
